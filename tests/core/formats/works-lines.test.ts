import { expect, test } from 'vitest';
import { WorksReader, type ReadWork } from '$lib/core/formats/read-works';
import { REST_END, WORKS_END, WORKS_START, WorkWriter } from '$lib/core/formats/works-lines';
import { readFile } from '$lib/core/formats/read-file';
import type { OwnChapter, OwnWork } from '$lib/core/own-works/own-work';
import { toBackup } from '$lib/core/formats/backup/write';
import { ownChapter, ownWork, summariesOf } from '../own-works/made';
import { CONTEXT, bytesOf } from './library';

const BYTES = Uint8Array.from({ length: 1000 }, (_, n) => n % 256);

const CHAPTERS = [
	ownChapter('own-a', '1-a', 'One “word”,\nand “more”'),
	ownChapter('own-a', '2-b', 'Две строки')
];

const work = (rest: Partial<OwnWork> = {}) =>
	ownWork('own-a', { chapters: summariesOf(CHAPTERS), ...rest });

function linesOf(record: OwnWork, chapters: readonly OwnChapter[] = CHAPTERS): string[] {
	const writer = new WorkWriter();
	return [
		writer.work(record),
		...chapters.map((one) => writer.chapter(one)),
		...(record.removed ? [] : [writer.file({ path: '', type: 'a/b' }), writer.bytes(BYTES)]),
		writer.end()
	];
}

function read(lines: readonly string[]): { works: ReadWork[]; damaged: number } {
	const reader = new WorksReader();
	const works = lines.flatMap((line) => reader.take(line) ?? []);
	reader.finish();
	return { works, damaged: reader.damaged };
}

const WHOLE = {
	work: work(),
	chapters: CHAPTERS,
	files: [{ path: '', type: 'a/b', bytes: [BYTES] }]
};

test('A work comes back as it was written; so does the record of one that was removed', () => {
	expect(read(linesOf(work()))).toEqual({ works: [WHOLE], damaged: 0 });
	const removed = work({ slug: 'own-b', removed: '2026-11-27T10:00:00.000Z' });
	const { works } = read([...linesOf(removed, []), ...linesOf(work())]);
	expect(works).toEqual([{ work: removed, chapters: [], files: [] }, WHOLE]);
});

const lines = linesOf(work());
test.each(lines.flatMap((_, at) => [at, -1 - at]))(
	'With line %i spoilt, or left out, the work is left out, and the next is whole',
	(at) => {
		const spoilt =
			at < 0
				? lines.toSpliced(-1 - at, 1)
				: lines.toSpliced(at, 1, lines[at].replace(/[a-z0-9](?=[^a-z0-9]*$)/, '#'));
		const { works, damaged } = read([...spoilt, ...linesOf(work())]);
		// Without its first line it is nothing that is known of; without its last the next begins.
		expect(works).toEqual([WHOLE]);
		expect(damaged).toBe(at === 0 || at === -1 ? 0 : 1);
	}
);

test.each<[string, Partial<OwnWork> | null, Partial<OwnChapter>]>([
	['a slug that is none of one’s own', { slug: 'my-life' }, {}],
	['a slug that would change an address', { slug: 'own-"><script>' }, {}],
	['a date that is none', { added: 'yesterday' }, {}],
	['a direction that is none', { dir: 'up' as 'ltr' }, {}],
	['fewer chapters than it names', { chapters: work().chapters.toSpliced(0, 1) }, {}],
	['no chapter', { chapters: [] }, {}],
	['a chapter of another work', null, { work: 'own-b' }],
	['a chapter whose edition is that of another text', null, { text: 'Other' }],
	['a chapter whose slug leads elsewhere', null, { slug: '../x' }],
	['a block beyond the text', null, { blocks: [{ id: 'p1', start: 0, end: 10_000 }] }],
	['an article that is no list', null, { article: '{"a":1}' }],
	['an article that is no JSON', null, { article: '<p>' }]
])('A record with %s is refused, though its hash is right', (_, record, changed) => {
	const chapters = CHAPTERS.with(0, { ...CHAPTERS[0], ...changed });
	expect(read(linesOf(work(record ?? {}), chapters)).works).toEqual([]);
});

test('Read as one JSON text, as older versions do, the file has all but the works, and says so', () => {
	const text = toBackup([], CONTEXT);
	const file = text.slice(0, -REST_END.length) + WORKS_START + lines.join(',\n') + WORKS_END;
	const { format, refused } = readFile(bytesOf(file));
	expect(format).toBe('backup');
	expect(refused).toEqual([
		{ code: 'damaged-works', path: 'x-postil.works', details: { count: 1 } }
	]);
	expect(readFile(bytesOf(text)).refused).toEqual([]);
});
