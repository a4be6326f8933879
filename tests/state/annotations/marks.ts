/** A chapter to annotate, and tabs to do it in. */
import { onTestFinished } from 'vitest';
import { joinBlocks } from '$lib/core/text/chapter-text';
import {
	Annotations,
	type AnnotationsOptions,
	type ChapterEdition
} from '$lib/state/annotations/annotations.svelte';
import { Database } from '$lib/storage/database';
import { SAVE_FAILURE_TEXT } from '$lib/ui/notices/save-failure-text';
import { NAME } from '../fixtures.svelte';

/** A chapter of these paragraphs. */
export function chapter(edition: string, ...paragraphs: string[]): ChapterEdition {
	const joined = joinBlocks(paragraphs.map((text, i) => ({ id: `p${i + 1}`, text })));
	return { work: 'book', chapter: 'one', edition, ...joined };
}

export const FIRST = chapter(
	'e1',
	'It was in the spring that we left the island for good.',
	'The boat was late, as boats are, and the harbour was full of noise.'
);

/** Where `words` stand in a chapter. */
export function rangeOf({ text }: ChapterEdition, words: string) {
	const start = text.indexOf(words);
	return { start, end: start + words.length };
}

/** What the reader is told of what could not be saved or read; `null` for nothing. */
export function toldOf({ failure }: Annotations): string | null {
	return failure && SAVE_FAILURE_TEXT[failure];
}

/** A tab of its own, with a connection of its own. */
export function openTab(
	device: string,
	options: Partial<AnnotationsOptions> = {}
): { tab: Annotations; database: Database } {
	const database = new Database(NAME);
	onTestFinished(() => database.close());
	return { tab: new Annotations(database, { device, ...options }), database };
}
