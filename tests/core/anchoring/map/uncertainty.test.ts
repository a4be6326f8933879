import { describe, expect, test } from 'vitest';
import {
	isDetached,
	unitsBeforeOutliers,
	unitsBeforeStrays,
	unitsOfNearbyPart,
	unitsWithoutNeighbours
} from '$lib/core/anchoring/map/uncertainty';
import { alignmentOf } from '../texts-with-matches';

const LONG = 'a long passage that is the same in both texts';
const NEW = 'and here is new text that is longer than that end is';

describe('An end of a passage is detached', () => {
	const alignment = alignmentOf(`${LONG} the end`, `${LONG} ${NEW} the end`, [LONG, ' the end']);
	test.each([
		['beyond longer new text, without neighbours', { start: true, end: false }, true],
		['not with them', { start: true, end: true }, false]
	])('%s', (_, neighbours, expected) => {
		expect(isDetached(alignment, alignment.matches, neighbours)).toBe(expected);
	});

	test('beyond a new block longer than all of it, whatever its neighbours', () => {
		const block = `\n${NEW}, and ${NEW}, and ${NEW}\n`;
		const blocks = alignmentOf('one finis', `one${block} finis`, ['one', ' finis']);
		expect(isDetached(blocks, blocks.matches, { start: true, end: true })).toBe(true);
	});
});

describe('New text in a passage is the passage’s', () => {
	test.each<[string, string, string, string[], boolean]>([
		[
			'surely, when little was replaced',
			`${LONG} old end`,
			`${LONG} new end`,
			[LONG, ' end'],
			true
		],
		[
			'not surely, when only a bit behind much more shows it',
			`${LONG} old end`,
			`${LONG} ${NEW} end`,
			[LONG, ' end'],
			false
		]
	])('%s', (_, a, b, words, isSure) => {
		const alignment = alignmentOf(a, b, words);
		expect(unitsBeforeOutliers(alignment, alignment.matches) === 0).toBe(isSure);
	});

	test.each<[string, string, string[], number, boolean]>([
		[
			'surely, when the old text goes on behind it',
			`${LONG} new words here, yet then`,
			[LONG, ' yet then'],
			2,
			true
		],
		[
			'not surely, when other old text comes next',
			`${LONG} new words here, yet other text here`,
			[LONG, ' yet', '> other text here'],
			2,
			false
		]
	])('%s', (_, b, words, count, isSure) => {
		const a = `other text here ${LONG} yet then`;
		const moved = words.filter((each) => each.startsWith('>')).map((each) => each.slice(2));
		const alignment = alignmentOf(
			a,
			b,
			words.filter((each) => !each.startsWith('>'))
		);
		for (const each of moved) {
			const [fromA, fromB] = [a.indexOf(each), b.indexOf(each)];
			alignment.matches.unshift({
				fromA,
				toA: fromA + each.length,
				fromB,
				toB: fromB + each.length,
				moved: true
			});
			alignment.matchesB.push(alignment.matches[0]);
		}
		const parts = alignment.matches.slice(-count);
		expect(unitsBeforeStrays(alignment, parts) === 0).toBe(isSure);
	});
});

test('Another part counts when it is nearer than it is long', () => {
	const { matches } = alignmentOf('one two', 'one .. two', ['one', 'two']);
	const [one, two] = matches.map((match) => ({ matches: [match], length: 3 }));
	expect(unitsOfNearbyPart(one, two)).toBe(0);
	expect(unitsOfNearbyPart(one, { ...two, length: 5 })).toBe(5);
	expect(unitsOfNearbyPart(one, undefined)).toBe(0);
});

test('Less than a gram beyond a change may be chance without neighbours', () => {
	const alignment = alignmentOf(`ab x ${LONG}`, `ab yyyyyy ${LONG}`, ['ab ', LONG]);
	expect(unitsWithoutNeighbours(alignment, alignment.matches)).toEqual({ start: 3, end: 0 });
	const misprint = alignmentOf(`ab x ${LONG}`, `ab y ${LONG}`, ['ab ', ` ${LONG}`]);
	expect(unitsWithoutNeighbours(misprint, misprint.matches)).toEqual({ start: 0, end: 0 });
});
