import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { ExportContext } from '$lib/core/formats/export-context';
import type { Annotation } from '$lib/core/annotation/annotation';
import { toBackup } from '$lib/core/formats/backup/write';
import { toStudyPacket } from '$lib/core/formats/study-packet/write';
import { planImport, type ImportPlan, type LocalData } from '$lib/core/importing/plan';
import { fromJsonLd } from '$lib/core/formats/web-annotation/read';
import { toJsonLd } from '$lib/core/formats/web-annotation/write';
import { parseJson, writeJson } from '$lib/core/formats/json';
import { merge } from '$lib/core/annotation/merge';
import { isDeleted, toTombstone } from '$lib/core/annotation/deletion';
import type { ReadingPosition } from '$lib/core/reading/reading-position';
import { readFile } from '$lib/core/formats/read-file';
import { anyAnnotation, anyLibrary } from './generated';
import { CONTEXT, bytesOf, CHAPTERS } from './library';

// Each run reads and writes whole texts; a busy machine needs seconds for all.
vi.setConfig({ testTimeout: 60_000 });

const OPTIONS = { now: CONTEXT.generated };
const EMPTY: LocalData = { annotations: [], snapshots: new Map(), positions: [], preferences: {} };

/** What a library is after an import, as the database merges it. */
function after(mine: LocalData, { write }: ImportPlan): LocalData {
	return {
		annotations: merge(mine.annotations, write.annotations),
		snapshots: new Map([
			...mine.snapshots,
			...write.snapshots.map((one) => [one.edition, one.text] as const)
		]),
		positions: [...mine.positions, ...write.positions],
		preferences: { ...mine.preferences, ...write.preferences }
	};
}

const planOf = (text: string, mine = EMPTY) =>
	planImport(readFile(bytesOf(text)), mine, CHAPTERS, OPTIONS);
const contextOf = ({ snapshots, positions, preferences }: LocalData): ExportContext => ({
	...CONTEXT,
	texts: snapshots,
	positions,
	preferences
});
const backupOf = (mine: LocalData) => toBackup(mine.annotations, contextOf(mine));

const positions: ReadingPosition[] = [CHAPTERS[1], CHAPTERS[0]].map(
	({ work, chapter, edition, text }, i) => ({
		v: 1,
		target: {
			work,
			chapter,
			edition,
			norm: 1,
			start: 0,
			end: 5,
			blocks: ['p1', 'p1'],
			quote: { exact: text.slice(0, 5), prefix: '', suffix: text.slice(5, 60) }
		},
		progress: 0.25 * i,
		paragraph: i + 1,
		at: `2026-11-2${i}T10:00:00.000Z`
	})
);

const mineOf = (annotations: readonly Annotation[]): LocalData => ({
	annotations: merge(annotations, []),
	snapshots: CONTEXT.texts,
	positions,
	preferences: {
		appearance: { theme: 'sepia', size: 21 },
		'seen-editions': { 'my-life/43-the-exile': CHAPTERS[0].edition },
		'install-dismissed': true
	}
});

describe('A backup', () => {
	test('comes back byte for byte: backup, wipe, import, backup', () => {
		fc.assert(
			fc.property(anyLibrary, fc.nat(3), (library, tombstones) => {
				const mine = mineOf([
					...library.slice(tombstones),
					...library.slice(0, tombstones).map((one) =>
						toTombstone({
							...one,
							fields: { deleted: { value: true, at: '001a20000000b-0000-desk' } }
						})
					)
				]);
				const first = backupOf(mine);
				const plan = planOf(first);
				expect(plan.refused).toEqual([]);
				const second = backupOf(after(EMPTY, plan));
				expect(second).toBe(first);
			}),
			{ numRuns: 40 }
		);
	});

	test('changes nothing where it was made, and nothing a second time', () => {
		fc.assert(
			fc.property(anyLibrary, (library) => {
				const mine = mineOf(library);
				const text = backupOf(mine);
				const nothing = { annotations: [], snapshots: [], positions: [], preferences: {} };
				expect(planOf(text, mine).write).toEqual(nothing);
				const once = after(EMPTY, planOf(text));
				expect(planOf(text, once).write).toEqual(nothing);
			}),
			{ numRuns: 20 }
		);
	});

	test('brings all of two devices together, whichever is imported where', () => {
		fc.assert(
			fc.property(
				anyLibrary,
				anyLibrary,
				fc.array(anyAnnotation, { maxLength: 3 }),
				(a, b, both) => {
					const again = both.map((one) => ({
						...one,
						fields: { ...one.fields, loose: undefined }
					}));
					const [phone, desk] = [mineOf([...a, ...both]), mineOf([...b, ...again])];
					const onPhone = after(phone, planOf(backupOf(desk), phone));
					const onDesk = after(desk, planOf(backupOf(phone), desk));
					expect(backupOf({ ...onPhone, positions })).toBe(backupOf({ ...onDesk, positions }));
				}
			),
			{ numRuns: 20 }
		);
	});

	test('is the same in whatever order its parts are kept', () => {
		const mine = mineOf(fc.sample(anyLibrary, { numRuns: 1, seed: 5 })[0]);
		const turned = {
			annotations: [...mine.annotations].reverse(),
			snapshots: new Map([...mine.snapshots].reverse()),
			positions: [...mine.positions].reverse(),
			preferences: Object.fromEntries(Object.entries(mine.preferences).reverse())
		};
		expect(backupOf(turned)).toBe(backupOf(mine));
	});

	test('takes the longest note that a mark can hold', () => {
		const [one] = fc.sample(anyAnnotation, { numRuns: 1, seed: 7 });
		const value = 'Zeile 😀 שלום\n'.repeat(71_428);
		const mine = mineOf([{ ...one, fields: { note: { value, at: '001a20000000a-0000-desk' } } }]);
		const back = after(EMPTY, planOf(backupOf(mine))).annotations;
		expect(back).toEqual(mine.annotations);
	});

	test('keeps a half of a surrogate pair out, the same way each time', () => {
		const [one] = fc.sample(anyAnnotation, { numRuns: 1, seed: 8 });
		const mine = mineOf([
			{ ...one, fields: { note: { value: 'x\ud83d', at: '001a20000000a-0000-desk' } } }
		]);
		const text = backupOf(mine);
		expect(text).toContain('x\ufffd');
		expect(backupOf(after(EMPTY, planOf(text)))).toBe(text);
	});
});

describe('An export', () => {
	const live = (library: readonly Annotation[]) =>
		merge(library, []).filter((one) => !isDeleted(one));

	test('as JSON-LD brings every live annotation back field for field', () => {
		fc.assert(
			fc.property(anyLibrary, (library) => {
				const text = writeJson(toJsonLd(library, CONTEXT));
				expect(fromJsonLd(parseJson(text))).toEqual(live(library));
				const { annotations, format } = readFile(bytesOf(text));
				expect([annotations, format]).toEqual([live(library), 'postil']);
			}),
			{ numRuns: 30 }
		);
	});

	test('as a study packet brings every live annotation back field for field', () => {
		fc.assert(
			fc.property(anyLibrary, (library) => {
				const read = readFile(bytesOf(toStudyPacket(library, CONTEXT)));
				expect(read.annotations).toEqual(live(library));
				expect([read.format, read.refused]).toEqual(['study-packet', []]);
			}),
			{ numRuns: 30 }
		);
	});

	test('holds nothing deleted, no place in a text, no preference, no text that nobody needs', () => {
		fc.assert(
			fc.property(anyLibrary, (library) => {
				const { items, ...set } = toJsonLd(library, CONTEXT);
				const editions = new Set(
					live(library).flatMap(({ targets }) => targets.map(({ edition }) => edition))
				);
				expect(items).toHaveLength(live(library).length);
				expect(set['x-postil'].snapshots.map(({ edition }) => edition)).toEqual(
					[...editions].sort()
				);
				expect(Object.keys(set['x-postil']).sort()).toEqual(['holds', 'snapshots', 'v']);
			}),
			{ numRuns: 30 }
		);
	});
});
