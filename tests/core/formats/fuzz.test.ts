/**
 * Spoilt files by the thousand. `IMPORTS=200000 IMPORT_SEED=5` for a longer run; a failure names
 * the seed of its file, which `IMPORTS=1 IMPORT_SEED=…` repeats.
 */
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toBackup } from '$lib/core/formats/backup/write';
import { toAnki } from '$lib/core/formats/anki/write';
import { toKindle } from '$lib/core/formats/kindle/write';
import { toHypothesis } from '$lib/core/formats/hypothesis/write';
import { toMarkdown } from '$lib/core/formats/markdown/write';
import { toStudyPacket } from '$lib/core/formats/study-packet/write';
import { toReadwise } from '$lib/core/formats/readwise/write';
import { toPlainText } from '$lib/core/formats/plain-text/write';
import { fileErrorText } from '$lib/core/formats/file-error-text';
import { FileError } from '$lib/core/formats/file-error';
import { planImport, type LocalData } from '$lib/core/importing/plan';
import { toJsonLd } from '$lib/core/formats/web-annotation/write';
import { writeJson } from '$lib/core/formats/json';
import { merge } from '$lib/core/annotation/merge';
import { isDeleted } from '$lib/core/annotation/deletion';
import { groupEntries } from '$lib/core/notebook/group-entries';
import { sortEntries } from '$lib/core/notebook/sort-entries';
import { readingOrder } from '$lib/core/text/reading-order';
import { toEntry } from '$lib/core/notebook/entry';
import { readAnnotation } from '$lib/core/annotation/read-annotation';
import { readFile } from '$lib/core/formats/read-file';
import { editionOf } from '$lib/core/text/edition';
import { joinBlocks } from '$lib/core/text/chapter-text';
import { seeded } from '../anchoring/mutations/random';
import { processorTime } from '../../growth';
import { anyAnnotation } from './generated';
import { CONTEXT, bytesOf, CHAPTERS, fixture, WORKS } from './library';
import { spoil } from './spoil';

const COUNT = Number(process.env.IMPORTS ?? 2_000);
const SEED = Number(process.env.IMPORT_SEED ?? 1);
// ms. The longest of ten thousand took 530 on a machine that had nine other things to do.
const HANG = 10_000;

// The chapter's first paragraphs: what is tested is the reading, not the finding.
const START = joinBlocks(
	CHAPTERS[0].blocks
		.slice(0, 8)
		.map(({ id, start, end }) => ({ id, text: CHAPTERS[0].text.slice(start, end) }))
);
const LIBRARY = [{ ...CHAPTERS[0], ...START, edition: editionOf(START.text) }, CHAPTERS[2]];

const sample = fc
	.sample(anyAnnotation, { numRuns: 6, seed: 3 })
	.filter(({ targets }) => targets[0].work === 'scripts');
const kept = {
	positions: [
		{
			v: 1 as const,
			target: sample[0].targets[0],
			progress: 0.5,
			paragraph: 1,
			at: CONTEXT.generated
		}
	],
	preferences: { appearance: { theme: 'dark' } }
};
const small = { ...CONTEXT, texts: new Map([[CHAPTERS[2].edition, CHAPTERS[2].text]]) };

const FILES = [
	...readdirSync('tests/core/formats/fixtures').map(fixture),
	...[
		toBackup(sample, { ...small, ...kept }),
		writeJson(toJsonLd(sample, small)),
		toStudyPacket(sample, small),
		toHypothesis(sample, small),
		toReadwise(sample, small),
		toKindle(sample, small)
	].map(bytesOf)
];

const MINE: LocalData = deepFreeze({
	annotations: merge(sample, []).slice(0, 2),
	snapshots: new Map(),
	...kept
});

function deepFreeze<T>(value: T): T {
	if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze);
	return Object.freeze(value);
}

/** Everything that happens to a file that was read; gives whether it was. */
function go(bytes: Uint8Array, isThorough: boolean): boolean {
	try {
		const plan = planImport(readFile(bytes), MINE, LIBRARY, {
			now: CONTEXT.generated
		});
		for (const { path, code } of plan.refused)
			expect([typeof path, fileErrorText(code)]).toEqual(['string', expect.stringMatching(/\S/)]);
		const all = merge(MINE.annotations, plan.write.annotations);
		for (const one of all) expect(readAnnotation(one)).toEqual(one);
		const live = all.filter((one) => !isDeleted(one));
		const entries = live.map((one) => toEntry(one, null, readingOrder(WORKS)));
		groupEntries(sortEntries(entries, 'text'), 'text', WORKS);
		if (isThorough) {
			for (const write of [
				toStudyPacket,
				toMarkdown,
				toAnki,
				toPlainText,
				toKindle,
				toReadwise,
				toHypothesis
			]) {
				write(all, CONTEXT);
			}
			const { refused } = readFile(bytesOf(toBackup(all, { ...CONTEXT, ...plan.write })));
			expect(refused).toEqual([]);
		}
		return true;
	} catch (error) {
		if (!(error instanceof FileError)) throw error;
		expect(fileErrorText(error.code, error.details)).toMatch(/\S/);
		return false;
	}
}

test(
	`${COUNT} spoilt files: refused with a place and a reason, or merged; no crash, no hang, no change of what is everybody's`,
	() => {
		const everybodys = [Object.prototype, Array.prototype, String.prototype];
		const names = everybodys.map((one) => Object.getOwnPropertyNames(one).join());
		const tally = { read: 0, refused: 0, longest: 0 };
		for (let seed = SEED; seed < SEED + COUNT; seed++) {
			const random = seeded(seed);
			const bytes = spoil(random.pick(FILES), random);
			const begun = processorTime();
			try {
				tally[go(bytes, seed % 10 === 0) ? 'read' : 'refused'] += 1;
			} catch (error) {
				throw new Error(`IMPORT_SEED=${seed}: ${String(error)}`, { cause: error });
			}
			tally.longest = Math.max(tally.longest, processorTime() - begun);
		}
		expect(everybodys.map((one) => Object.getOwnPropertyNames(one).join())).toEqual(names);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
		expect(tally.longest).toBeLessThan(HANG);
		// Both ways are gone often, or the test tests nothing.
		if (COUNT >= 1000) expect(Math.min(tally.read, tally.refused)).toBeGreaterThan(COUNT / 20);
		console.log(`${COUNT} spoilt imports: ${JSON.stringify(tally)}`);
	},
	COUNT * 10 + 300_000
);

test('the files themselves are read', () => {
	expect(FILES.map((bytes) => go(bytes, true))).toEqual(FILES.map(() => true));
});
