/** Hands passages on: with their source, and an address that leads to them. */
import { blockAt } from '$lib/core/text/chapter-text';
import type { TextRange } from '$lib/core/text/range';
import { textFragment } from '$lib/core/text/fragment/text-fragment';
import { copyText } from '$lib/dom/clipboard';
import { searchedText } from '$lib/dom/searched-text';
import type { AnnotatedPage } from '../annotated-page';
import { cite, passageAddress } from './citation';

/** Copies a passage with its source into the clipboard, and tells whether that was allowed. */
export async function copyPassage(page: AnnotatedPage, range: TextRange): Promise<void> {
	await copy(page, citationOf(page, range), 'Copied with its source');
}

/** Shares a passage by the system's sheet, or copies it with a link where there is none. */
export async function sharePassage(page: AnnotatedPage, range: TextRange): Promise<void> {
	const { summary } = page.chapter;
	const url = addressOfPassage(page, range);
	const text = citationOf(page, range);
	const copyLink = () => copy(page, `${text}\n${url}`, 'Link copied');
	if (!navigator.share) return copyLink();
	try {
		await navigator.share({ title: summary.title, text, url });
	} catch (error) {
		// AbortError: the reader closed the system's sheet.
		if ((error as Error).name !== 'AbortError') await copyLink();
	}
}

/** Puts a text into the clipboard. `done`: what the reader is told. */
export async function copy({ notices }: AnnotatedPage, text: string, done: string): Promise<void> {
	const isCopied = await copyText(text);
	notices.show({ text: isCopied ? done : 'Your browser did not allow copying' });
}

/** An address that leads to the words of a passage. */
export function addressOfPassage({ chapter }: AnnotatedPage, range: TextRange): string {
	const { map, work } = chapter;
	const searched = searchedText(map, range);
	const words = textFragment(searched.text, searched.range, work.language);
	const block = blockAt(map.blocks, range.start)!;
	return passageAddress(location.href.replace(/#.*/, ''), block.id, words);
}

/** A passage with its source, as one puts it into a letter. */
export function citationOf({ chapter }: AnnotatedPage, range: TextRange): string {
	return cite(chapter.quoteOf(range), {
		author: chapter.work.author,
		work: chapter.work.title,
		chapter: chapter.summary.title,
		where: chapter.labelOf(range)
	});
}
