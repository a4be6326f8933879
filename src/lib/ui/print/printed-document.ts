/**
 * A chapter or a work as it is printed: put into the page beside the app, which a style sheet for paper
 * hides (ui/styles/print.css). It stays until it is taken away, since some browsers print later than they
 * are asked to.
 */
import { noteOf } from '$lib/core/citation/styles';
import { printedMarks, type MarkPrinting } from '$lib/core/notebook/printed-marks';
import { isOwnWork } from '$lib/core/text/addresses';
import type { ChapterSummary, Work } from '$lib/core/text/work';
import { paintCopy, renameElements } from '$lib/dom/print/printed-article';
import { TextMap } from '$lib/dom/text-map';
import type { Annotations } from '$lib/state/annotations/annotations.svelte';
import printStyles from '../styles/print.css?url';
import { listOfNotes } from './list-of-notes';

/** What is printed. */
export interface Printed {
	work: Work;
	/** In reading order. */
	chapters: readonly ChapterSummary[];
	marks: MarkPrinting;
	/** Where it can be read; `null` for a work of the reader's own. */
	address: string | null;
}

/** A chapter that is not to be had now; `message` is its title. */
export class MissingChapterError extends Error {
	override name = 'MissingChapterError';
}

interface Sources {
	annotations: Annotations;
	/** A copy of a chapter's article, of which nobody else has any part; `null` when it cannot be had now. */
	articleOf: (chapter: ChapterSummary) => Promise<HTMLElement | null>;
	/** Told before each chapter: how many are done. */
	onprogress: (done: number) => void;
	signal: AbortSignal;
}

/**
 * Puts what is printed into the page; resolves when its pictures and styles are there.
 *
 * @returns the function that takes it away
 * @throws MissingChapterError, MissingScriptError, StorageError; an AbortError when `signal` ended it
 */
export async function putPrinted(printed: Printed, sources: Sources): Promise<() => void> {
	const { work, chapters, marks } = printed;
	const page = document.createElement('div');
	page.dataset.printed = '';
	page.dataset.marks = marks;
	page.style.display = 'none'; // on a screen; the style sheet shows it on paper
	const styles = Object.assign(document.createElement('link'), {
		rel: 'stylesheet',
		media: 'print',
		href: printStyles
	});
	const ends = [() => page.remove(), () => styles.remove()];
	const remove = () => ends.forEach((end) => end());
	try {
		await sources.annotations.loadOnce();
		const isWhole = chapters.length > 1;
		if (isWhole) page.append(headerOf(work, [work.title, work.author]));
		for (const [index, chapter] of chapters.entries()) {
			sources.onprogress(index);
			const { section, leave } = await sectionOf(chapter, printed, sources);
			ends.push(leave);
			if (!isWhole) section.querySelector('header')!.append(paragraph('author', work.author));
			page.append(section);
			sources.signal.throwIfAborted();
		}
		page.append(sourceOf(printed));
		const styled = new Promise((resolve) => (styles.onload = styles.onerror = resolve));
		document.head.append(styles);
		document.body.append(page);
		await Promise.all([styled, picturesShown(page), fontsLoaded()]);
		sources.signal.throwIfAborted();
		return remove;
	} catch (error) {
		remove();
		throw error;
	}
}

async function sectionOf(
	chapter: ChapterSummary,
	{ work, marks: printing }: Printed,
	{ annotations, articleOf }: Sources
): Promise<{ section: HTMLElement; leave: () => void }> {
	const article = await articleOf(chapter);
	if (!article) throw new MissingChapterError(chapter.title);
	const map = new TextMap(article);
	const { text, blocks } = map;
	const edition = article.dataset.edition!;
	const mine = annotations.inChapter(work.slug, chapter.slug);
	if (mine.length > 0 && printing !== 'none')
		await annotations.open({ work: work.slug, chapter: chapter.slug, edition, text, blocks });
	const { marks, notes } = printedMarks(mine, map, {
		printing,
		placeOf: (id) => annotations.placeOf(id)
	});
	const leave = paintCopy(article, map, marks);
	renameElements(article, `printed-${chapter.slug}-`);
	for (const name of ['data-work', 'data-chapter', 'data-edition']) article.removeAttribute(name);
	const section = document.createElement('section');
	const header = headerOf(work, [chapter.title]);
	if (chapter.number) header.prepend(paragraph('number', chapter.number));
	section.append(header, article);
	if (notes.length > 0) section.append(listOfNotes(notes, work));
	return { section, leave };
}

function headerOf({ language, dir }: Work, [title, author]: string[]): HTMLElement {
	const header = document.createElement('header');
	Object.assign(header, { lang: language, dir });
	const heading = document.createElement('h1');
	heading.textContent = title;
	header.append(heading);
	if (author) header.append(paragraph('author', author));
	return header;
}

function paragraph(className: string, text: string): HTMLParagraphElement {
	const element = document.createElement('p');
	element.className = className;
	element.textContent = text;
	return element;
}

/** The citation, the address, and what the publisher says of the text. */
function sourceOf({ work, chapters, address }: Printed): HTMLElement {
	const chapter = chapters.length > 1 ? null : chapters[0].title;
	const cited = noteOf({ ...work, publication: work.publication ?? {} }, chapter);
	const lines = [`${cited}.`, address, work.source, work.rights];
	const source = paragraph('printed-source', lines.filter(Boolean).join('\n'));
	source.dir = 'auto';
	return source;
}

async function picturesShown(page: HTMLElement): Promise<void> {
	const pictures = [...page.querySelectorAll('img')];
	// One that does not come leaves its text.
	await Promise.allSettled(pictures.map((picture) => picture.decode()));
}

/** What is not shown asks for no font. */
async function fontsLoaded(): Promise<void> {
	const family = getComputedStyle(document.documentElement).getPropertyValue('--text-font');
	const faces = ['', 'italic ', '600 ', 'italic 600 '];
	await Promise.allSettled(faces.map((face) => document.fonts.load(`${face}1em ${family}`)));
}

/** Where a chapter or a work can be read; `null` when it is on this device alone. */
export function publicAddress(work: string, path: string): string | null {
	return isOwnWork(work) ? null : new URL(path, location.href).href;
}
