import { describe, expect, test } from 'vitest';
import { toTombstone } from '$lib/core/annotation/deletion';
import { merge } from '$lib/core/annotation/merge';
import { compare, compactContents, readContents } from '$lib/storage/journal/contents';
import { annotation, at, target } from '../fixtures';

const snapshot = (edition: string) => ({ edition, text: `text of ${edition}`, v: 1 as const });
const mark = (last: number, count = last, rebuilt = 0) => ({
	watermark: { database: 'd', rebuilt, last, count }
});
const DELETED = { deleted: { value: true, at: at(2) } };

describe('A journal', () => {
	test('merges what was written of one annotation, in whatever order', () => {
		const first = annotation('a');
		const second = annotation('a', { fields: { colour: { value: 'blue', at: at(2) } } });
		for (const files of [[[first, second]], [[second], [first]], [[second, first, second]]]) {
			const read = readContents(files.map((file) => file.map((one) => ({ annotation: one }))));
			expect([...read.annotations.values()]).toEqual(merge([first], [second]));
		}
	});

	test('compacted says the same, also together with what it was made from', () => {
		const file = [
			{ annotation: annotation('a') },
			{ snapshot: snapshot('e1') },
			mark(1),
			{ annotation: annotation('b', { targets: [target('e2')] }) },
			{ snapshot: snapshot('e2') },
			{ annotation: annotation('a', { fields: { note: { value: 'n', at: at(3) } } }) },
			mark(3, 2)
		];
		const read = readContents([file]);
		const compacted = compactContents(read);
		expect(compacted).toHaveLength(5);
		for (const files of [
			[compacted],
			[file, compacted],
			[compacted, file],
			[compacted, compacted]
		]) {
			expect(readContents(files)).toEqual(read);
		}
	});

	test('takes the content of what was purged, and texts that nothing needs, wherever they stand', () => {
		const deleted = annotation('a', { fields: DELETED });
		const tombstone = toTombstone(deleted);
		const lines = [{ annotation: deleted }, { snapshot: snapshot('e1') }];
		expect(compactContents(readContents([lines]))).toHaveLength(2);
		const purged = { annotation: tombstone };
		for (const files of [[[...lines, purged]], [lines, [purged]], [[purged], lines]]) {
			const read = readContents(files);
			expect([read.hasPurged, compactContents(read)]).toEqual([true, [purged]]);
		}
		expect(readContents([[purged]]).hasPurged).toBe(false);
	});

	test('leaves what was edited, or deleted again, after it was purged', () => {
		const deleted = annotation('a', { fields: DELETED });
		const purged = { annotation: toTombstone(deleted) };
		for (const fields of [
			{ ...DELETED, colour: { value: 'pink', at: at(3) } } as const,
			{ deleted: { value: true, at: at(3) } }
		]) {
			const { annotations, hasPurged } = readContents([
				[purged, { annotation: annotation('a', { fields }) }]
			]);
			expect([hasPurged, annotations.get('a')?.targets]).toEqual([false, annotation('a').targets]);
		}
	});

	test('keeps what only a newer version understands, and every text with it', () => {
		const newer = { annotation: { ...annotation('a'), kind: 'drawing' } };
		const file = [newer, { scribble: 1 }, { snapshot: snapshot('e9') }];
		expect(compactContents(readContents([file]))).toEqual([
			{ snapshot: snapshot('e9') },
			newer,
			{ scribble: 1 }
		]);
	});

	test.each([
		['the last one in a file', [[mark(5), mark(2)]], mark(2)],
		['the furthest of several files', [[mark(5)], [mark(7)], [mark(6)]], mark(7)],
		['a rebuilt database before one that was not', [[mark(5)], [mark(1, 1, 1)]], mark(1, 1, 1)],
		['none', [[{ watermark: 'x' }]], { watermark: null }]
	])('goes by a watermark: %s', (_, files, { watermark }) => {
		expect(readContents(files).watermark).toEqual(watermark);
	});
});

describe('Compared with a database', () => {
	const journaled = (...all: ReturnType<typeof annotation>[]) =>
		readContents([all.map((one) => ({ annotation: one }))]);
	const blue = annotation('a', { fields: { colour: { value: 'blue', at: at(2) } } });

	test('that is the same, nothing is to be written', () => {
		expect(compare(journaled(blue), [blue])).toEqual({
			toDatabase: [],
			toJournal: [],
			missing: 0
		});
	});

	test('that lost one, or has it older, the journal gives it', () => {
		const { toDatabase, missing } = compare(journaled(blue, annotation('b')), [annotation('a')]);
		expect(toDatabase).toEqual(merge([annotation('a'), annotation('b')], [blue]));
		expect(missing).toBe(1);
	});

	test('that has more, or newer, the journal gets it', () => {
		expect(compare(journaled(annotation('a')), [blue, annotation('b')])).toEqual({
			toDatabase: [],
			toJournal: [blue, annotation('b')],
			missing: 0
		});
	});

	test('a tombstone there stays one', () => {
		const deleted = annotation('a', { fields: DELETED });
		const tombstone = { ...deleted, targets: [] };
		expect(compare(journaled(deleted), [tombstone])).toEqual({
			toDatabase: [],
			toJournal: [tombstone],
			missing: 0
		});
		expect(compare(journaled(tombstone), [tombstone]).toJournal).toEqual([]);
	});
});
