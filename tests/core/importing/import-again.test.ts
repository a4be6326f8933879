/** A file that comes again, after its app or the reader changed something. */
import { describe, expect, test } from 'vitest';
import type { Annotation } from '$lib/core/annotation/annotation';
import { withChanges, withDeleted, withTarget } from '$lib/core/annotation/edit';
import { merge } from '$lib/core/annotation/merge';
import { readFile } from '$lib/core/formats/read-file';
import { planImport, type ImportPlan, type LocalData } from '$lib/core/importing/plan';
import { bytesOf, CHAPTERS, SITE } from '../formats/library';

const EMPTY: LocalData = { annotations: [], snapshots: new Map(), positions: [], preferences: {} };
const at = (n: number) => `001a2000000${n.toString(16).padStart(2, '0')}-0000-phone`;
const [{ text, edition }] = CHAPTERS;
const SHORT = 'New faces kept flashing before our eyes';
const LONG = `${SHORT}, many of whom I was seeing for the first time.`;

const plan = (file: string, mine = EMPTY): ImportPlan =>
	planImport(readFile(bytesOf(file)), mine, CHAPTERS, { now: '2026-11-22T10:00:00.000Z' });

const after = ({ write }: ImportPlan, mine = EMPTY): LocalData => ({
	...mine,
	annotations: merge(mine.annotations, write.annotations),
	snapshots: new Map(write.snapshots.map((one) => [one.edition, one.text]))
});

const edited = (mine: LocalData, edit: (one: Annotation) => Annotation): LocalData => ({
	...mine,
	annotations: mine.annotations.map(edit)
});

const say = ({ annotations }: LocalData) =>
	annotations.map(({ targets, fields, history = [] }) => {
		const { start, end } = targets.at(-1)!;
		return {
			words: text.slice(start, end),
			note: fields.note?.value ?? '',
			colour: fields.colour?.value,
			tags: fields.tags?.value ?? [],
			before: history.map(({ value }) => value)
		};
	});

const kindle = (...records: string[][]) =>
	records
		.map(
			([kind, location, date, words]) =>
				`My Life (Leon Trotsky)\n- Your ${kind} on Location ${location} | Added on ${date} 15:19:56\n\n${words}\n==========\n`
		)
		.join('');

const first = ['Highlight', '10-11', '18 December 2022', SHORT];
const later = ['Highlight', '10-12', '19 December 2022', LONG];

describe('A highlight of a Kindle', () => {
	test('made longer there is made longer here', () => {
		const mine = after(plan(kindle(first)));
		const again = plan(kindle(first, later), mine);
		expect([again.changed.length, again.added.length]).toEqual([1, 0]);
		const now = after(again, mine);
		expect(say(now).map(({ words }) => words)).toEqual([LONG]);
		expect(plan(kindle(first, later), now).write.annotations).toEqual([]);
		// An old copy of the file takes nothing back.
		expect(plan(kindle(first), now).write.annotations).toEqual([]);
	});

	test('made longer there, and moved here, is there twice', () => {
		const mine = after(plan(kindle(first)));
		const moved = edited(mine, (one) =>
			withTarget(one, { ...one.targets[0], end: one.targets[0].end - 5 }, at(1))
		);
		const again = plan(kindle(first, later), moved);
		expect(again.added).toHaveLength(1);
		expect(plan(kindle(first, later), after(again, moved)).write.annotations).toEqual([]);
	});

	test('made longer there, and deleted here, stays deleted', () => {
		const mine = edited(after(plan(kindle(first))), (one) => withDeleted(one, true, at(1)));
		const again = plan(kindle(first, later), mine);
		expect([again.deletedHere.length, again.write.annotations]).toEqual([1, []]);
	});

	test('has the note that was written there later', () => {
		const note = (day: number, words: string) => ['Note', '11', `${day} December 2022`, words];
		const mine = after(plan(kindle(first, note(18, 'So'))));
		const now = after(plan(kindle(first, note(18, 'So'), note(19, 'So many')), mine), mine);
		expect(say(now)).toMatchObject([{ note: 'So many', before: [] }]);
	});
});

const readwise = (note: string, colour = 'yellow') =>
	`Highlight,Title,Note,Color\n"${LONG}",My Life,"${note}",${colour}\n`;

describe('A mark of an app that gives no date of a change', () => {
	test('is as it is there when nothing was written here', () => {
		const mine = after(plan(readwise('one')));
		const again = plan(readwise('two', 'blue'), mine);
		expect(again.changed).toHaveLength(1);
		const now = after(again, mine);
		expect(say(now)).toMatchObject([{ note: 'two', colour: 'blue', before: [] }]);
		expect(plan(readwise('two', 'blue'), now).write.annotations).toEqual([]);
	});

	test('keeps what was written here, and both notes when both changed', () => {
		const mine = edited(after(plan(readwise('one'))), (one) =>
			withChanges(one, { note: 'mine', colour: 'pink' }, at(1))
		);
		expect(plan(readwise('one'), mine).write.annotations).toEqual([]);
		const now = after(plan(readwise('two', 'blue'), mine), mine);
		expect(say(now)).toMatchObject([{ note: 'mine', colour: 'pink', before: ['two'] }]);
		expect(plan(readwise('two', 'blue'), now).write.annotations).toEqual([]);
	});

	test('gives the same on two devices', () => {
		const [phone, desk] = [1, 2].map(() => after(plan(readwise('one'))));
		const twice = [phone, desk].map((mine) => after(plan(readwise('two'), mine), mine));
		expect(twice[0].annotations).toEqual(twice[1].annotations);
		expect(merge(twice[0].annotations, twice[1].annotations)).toEqual(twice[0].annotations);
	});
});

const annotation = (exact: string, value: string, modified: string, color = 'yellow') =>
	JSON.stringify({
		type: 'Annotation',
		id: 'https://other.example/1',
		created: '2023-01-01T00:00:00Z',
		modified,
		body: { value, color, tags: ['x'] },
		target: {
			source: `${SITE}my-life/43-the-exile/`,
			selector: { type: 'TextQuoteSelector', exact }
		}
	});

describe('A web annotation', () => {
	const one = annotation(SHORT, 'one', '2023-01-02T00:00:00Z');
	const two = annotation(LONG, 'two', '2023-01-03T00:00:00Z', 'blue');

	test('is as it is there, and an older file changes nothing', () => {
		const mine = after(plan(one));
		const now = after(plan(two, mine), mine);
		expect(say(now)).toEqual([
			{ words: LONG, note: 'two', colour: 'blue', tags: ['x'], before: [] }
		]);
		expect(now.annotations[0].targets.at(-1)!.edition).toBe(edition);
		expect(plan(one, now).same).toHaveLength(1);
		expect(plan(one, now).write.annotations).toEqual([]);
	});
});

test('the tags of a mark of the same passage are not lost', () => {
	const mine = after(plan(readwise('one')));
	const tagged = annotation(LONG, 'one', '2023-01-02T00:00:00Z');
	expect(plan(tagged, mine).added).toHaveLength(1);
	expect(plan(tagged.replace(',"tags":["x"]', ''), mine).same).toHaveLength(1);
});
