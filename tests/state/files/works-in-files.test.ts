import { afterEach, expect, test } from 'vitest';
import type { OwnChapter } from '$lib/core/own-works/own-work';
import { FileWorker } from '$lib/state/files/file-worker-client';
import type { WholeWork } from '$lib/storage/own-works/own-works';
import { ownChapter, ownWork, summariesOf } from '../../core/own-works/made';

const open: FileWorker[] = [];
function fileWorker(): FileWorker {
	const files = new FileWorker();
	open.push(files);
	return files;
}
afterEach(() => open.splice(0).forEach((files) => files.close()));

const CONTEXT = {
	title: 'Backup',
	generated: '2026-11-27T10:00:00.000Z',
	version: '1.0.0',
	site: 'https://example.org/',
	works: [],
	texts: new Map<string, string>(),
	places: new Map(),
	positions: [],
	preferences: {}
};

/** A work of so many chapters, and a file of so many bytes. */
function makeWork(slug: string, count: number, bytes: number): WholeWork {
	const chapters = Array.from({ length: count }, (_, n) =>
		ownChapter(slug, `${n}-c`, `Глава ${n}: “a word”.`)
	);
	const work = ownWork(slug, { title: slug, chapters: summariesOf(chapters), size: bytes });
	const blob = new Blob([new Uint8Array(bytes).fill(7)], { type: 'application/epub+zip' });
	return { work, chapters, files: [{ work: slug, path: '', blob }] };
}

async function makeBackup(works: readonly WholeWork[]): Promise<Blob> {
	const files = fileWorker();
	for (const { work, chapters, files: theirs } of works) {
		files.give({ work });
		files.give({ chapters, files: theirs });
		await files.perform({ task: 'append' });
	}
	return files.perform({ task: 'write', format: 'backup', context: CONTEXT });
}

const MINE = { snapshots: new Map<string, string>(), positions: [], preferences: {} };

async function planOf(files: FileWorker, file: Blob, ownWorks: string[] = []) {
	await files.perform({ task: 'read', file, name: 'a file' });
	return files.perform({ task: 'plan', mine: MINE, chapters: [], ownWorks, now: 0 });
}

async function restore(files: FileWorker, wanted: string[]): Promise<WholeWork[]> {
	const found: WholeWork[] = [];
	for (let next; (next = await files.perform({ task: 'restore', wanted }));) {
		const chapters: OwnChapter[] = [];
		for (let part; (part = await files.perform({ task: 'chapters' })).length > 0;)
			chapters.push(...part);
		found.push({ ...next, chapters });
	}
	return found;
}

/** Millions of bytes as 32: compared one by one they take ten seconds. */
async function digest(blob: Blob): Promise<Uint8Array> {
	return new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
}

test('Works come back out of a backup, part by part; what is here already is left', async () => {
	const works = [makeWork('own-a', 3, 2_500_000), makeWork('own-b', 2000, 10)];
	const files = fileWorker();
	const plan = await planOf(files, await makeBackup(works), ['own-b']);
	expect(plan.refused).toEqual([]);
	expect(plan.ownWorks.added.map(({ slug }) => slug)).toEqual(['own-a']);
	expect(plan.ownWorks.here.map(({ slug }) => slug)).toEqual(['own-b']);
	const [first, ...more] = await restore(files, ['own-a']);
	expect(more).toEqual([]);
	expect(first.work).toEqual(works[0].work);
	expect(first.chapters).toEqual(works[0].chapters);
	expect(first.files[0].blob.type).toBe('application/epub+zip');
	expect(await digest(first.files[0].blob)).toEqual(await digest(works[0].files[0].blob));
});

test('A work that has to be read anew is written once', async () => {
	const { work, chapters, files: theirs } = makeWork('own-a', 2, 10);
	const writing = fileWorker();
	writing.give({ work });
	writing.give({ chapters });
	writing.give({ work });
	writing.give({ chapters, files: theirs });
	await writing.perform({ task: 'append' });
	const file = await writing.perform({ task: 'write', format: 'backup', context: CONTEXT });
	const reading = fileWorker();
	await planOf(reading, file);
	expect(await restore(reading, ['own-a'])).toHaveLength(1);
});

test('A backup without a work is as it was', async () => {
	const text = await (await makeBackup([])).text();
	expect(text).not.toContain('works');
	expect(JSON.parse(text)).toMatchObject({ 'x-postil': { holds: 'backup' } });
});

test('Whatever is cut off a backup, what is whole comes, and the rest is said', async () => {
	const file = await makeBackup([makeWork('own-a', 3, 1000), makeWork('own-b', 3, 1000)]);
	expect(JSON.parse(await file.text())).toMatchObject({ type: 'AnnotationSet' });
	const files = fileWorker();
	const half = await planOf(files, file.slice(0, file.size - 600));
	expect(half.ownWorks.added.map(({ slug }) => slug)).toEqual(['own-a']);
	expect(half.refused.map(({ code }) => code)).toEqual(['broken-json', 'damaged-works']);
	await expect(planOf(fileWorker(), file.slice(0, 100))).rejects.toThrow('broken-json');
});
