import { expect, test } from 'vitest';
import { setApp, type App } from '$lib/state/app';
import { AppAnnotations } from '$lib/state/annotations/app-annotations';
import type { SecondStoreCondition } from '$lib/state/annotations/second-store.svelte';
import StorageSafety from '../../../src/routes/settings/sections/StorageSafety.svelte';
import StoredData from '../../../src/routes/settings/sections/StoredData.svelte';
import { ownWork } from '../../core/own-works/made';
import { showComponent } from '../../ui/annotations/one-mark';

const NOT_IN_IT = 'Your own books are not in it';

/** Shows a section of Settings to a reader who has opened so many books, and gives its words. */
function wordsOf(
	section: typeof StorageSafety | typeof StoredData,
	{ books, condition }: { books: number; condition: SecondStoreCondition }
): string {
	const marks = {
		annotations: { unreadableRecords: [], live: [], trash: [] },
		secondStore: { condition, check: () => Promise.resolve() }
	};
	const here = Array.from({ length: books }, (_, index) => ownWork(`own-${index}`));
	const app = {
		base: '/book',
		install: { installed: false },
		readingPositions: { count: 0, load: () => Promise.resolve() },
		get: (State: unknown) =>
			State === AppAnnotations ? marks : { here, loadIfReadable: () => Promise.resolve() }
	};
	showComponent(section, {}, () => setApp(app as unknown as App));
	for (const details of document.querySelectorAll('details')) details.open = true;
	return document.body.innerText.replace(/\s+/g, ' ');
}

test.each<[words: string, books: number, condition: SecondStoreCondition, isSaid: boolean]>([
	['says that books are not in it', 1, 'ready', true],
	['says so before there is a mark, as a book might be taken for safe', 2, 'idle', true],
	['says nothing of books where there are none', 0, 'ready', false],
	['says nothing of them where there is no such copy', 1, 'missing', false]
])('What Settings has of the second copy %s', (_, books, condition, isSaid) => {
	const words = wordsOf(StorageSafety, { books, condition });
	expect(words).toContain('Second copy');
	expect(words.includes(NOT_IN_IT)).toBe(isSaid);
});

test('The list of what is stored where has the reader’s own books, where there are any', () => {
	expect(wordsOf(StoredData, { books: 0, condition: 'ready' })).not.toContain('of your own');
	document.body.replaceChildren();
	expect(wordsOf(StoredData, { books: 2, condition: 'ready' })).toContain(
		'2 books of your own database “postil/book”'
	);
});
