import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readingOrder } from '$lib/core/text/reading-order';
import type { Work } from '$lib/core/text/work';
import type { Annotations } from '$lib/state/annotations/annotations.svelte';
import type { Database } from '$lib/storage/database';
import { ChangedChapters } from '../../../../src/routes/notebook/review/changed-chapters.svelte';
import { chapter, openTab, rangeOf } from '../../../state/annotations/marks';
import { dropDatabase } from '../../../state/fixtures.svelte';

const WORDS = 'The boat was late';
const TEXT = `${WORDS}, as boats are, and the harbour was full of noise.`;
const CHAPTERS = ['one', 'two', 'three'];
const WORK = {
	slug: 'book',
	chapters: CHAPTERS.map((slug) => ({ slug, title: slug, number: null, minutes: 1 }))
} as Work;
const NOTHING_SEEN = { editions: {}, moves: {} };

let database: Database;
let annotations: Annotations;

/** Everything stands in the edition `e1` of three chapters. */
beforeEach(async () => {
	({ tab: annotations, database } = openTab('here'));
	for (const name of CHAPTERS) {
		const edition = { ...chapter('e1', TEXT), chapter: name };
		annotations.create('highlight', rangeOf(edition, WORDS), edition, { colour: 'yellow' });
	}
	await annotations.save();
});

afterEach(async () => {
	vi.restoreAllMocks();
	await dropDatabase(database);
});

const page = (edition: string, text: string) =>
	`<html><body><article data-work="book" data-edition="${edition}"><p id="p1">${text}</p></article></body></html>`;

async function check(fetchPage: (path: string) => Promise<string | null>) {
	const changed = new ChangedChapters(annotations, fetchPage);
	await changed.check(readingOrder([WORK]), new AbortController().signal);
	return changed;
}

test('a chapter is changed when its text is another one than its annotations were made in', async () => {
	const changed = await check(async (path) =>
		path === '/book/two/' ? page('e2', `At last. ${TEXT}`) : page('e1', TEXT)
	);
	expect(changed.get({ work: 'book', chapter: 'one' })).toBeNull();
	expect(changed.get({ work: 'book', chapter: 'two' })).toMatchObject({ edition: 'e2' });
	expect(changed.unseenCorrections(NOTHING_SEEN)).toMatchObject({
		outcomes: { kept: 1, moved: 0, needsReview: 0 },
		editions: { 'book/two': 'e2' },
		chaptersGone: false
	});
});

test('a chapter that cannot be had, or cannot be read, holds up no other', async () => {
	const reported = vi.spyOn(window, 'reportError').mockImplementation(() => {});
	const broken = new RangeError('broken');
	const changed = await check(async (path) => {
		if (path === '/book/one/') throw broken;
		return path === '/book/two/' ? null : page('e2', TEXT);
	});
	expect(changed.checking).toBe(false);
	expect(changed.get({ work: 'book', chapter: 'three' })).toMatchObject({ edition: 'e2' });
	expect(changed.unseenCorrections(NOTHING_SEEN).editions).toEqual({ 'book/three': 'e2' });
	expect(reported).toHaveBeenCalledExactlyOnceWith(broken);
});

test('who leaves the notebook while it checks leaves it ready to export', async () => {
	const leaving = new AbortController();
	const changed = new ChangedChapters(annotations, async () => {
		leaving.abort();
		return page('e1', TEXT);
	});
	const checked = changed.check(readingOrder([WORK]), leaving.signal);
	expect(changed.checking).toBe(true);
	await checked;
	expect(changed.checking).toBe(false);
});

test('a chapter of a work of the reader’s own is read where it is stored', async () => {
	const own = { ...chapter('e1', TEXT), work: 'own-a', chapter: 'one' };
	annotations.create('highlight', rangeOf(own, WORDS), own, { colour: 'green' });
	await annotations.save();
	const text = `At last. ${TEXT}`;
	const blocks = [{ id: 'p1', start: 0, end: text.length }];
	const readOwn = vi.fn(async () => ({ edition: 'e2', text, blocks }));
	const changed = new ChangedChapters(annotations, async () => null, readOwn);
	const { signal } = new AbortController();
	await changed.check(readingOrder([WORK, { ...WORK, slug: 'own-a' }]), signal);
	expect(readOwn).toHaveBeenCalledExactlyOnceWith({ work: 'own-a', chapter: 'one' });
	expect(changed.get(own)).toMatchObject({ edition: 'e2', text });

	// Without its work, nothing of it is gone: its file can be opened.
	await changed.check(readingOrder([WORK]), signal);
	expect(changed.unseenCorrections(NOTHING_SEEN).chaptersGone).toBe(false);
});

test('a chapter that the library does not have any more is told of, once', async () => {
	const changed = new ChangedChapters(annotations, async () => null);
	const { signal } = new AbortController();
	await changed.check(readingOrder([{ ...WORK, chapters: WORK.chapters.slice(0, 2) }]), signal);
	const unseen = changed.unseenCorrections(NOTHING_SEEN);
	expect(unseen).toMatchObject({ chaptersGone: true, editions: { 'book/three': 'gone' } });
	expect(changed.unseenCorrections(unseen).chaptersGone).toBe(false);
});
