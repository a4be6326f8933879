/** Opens one file for a reader: what it holds is shown first, and handed over when it is to be kept. */
import { matchChapters } from '$lib/core/anchoring/match-chapters';
import type {
	BookPart,
	BookPreview,
	BookTasks,
	Picture,
	ReadingChoices
} from '$lib/core/own-works/opened-book';
import {
	ownWorkSlug,
	type OwnChapter,
	type OwnChapterSummary,
	type OwnWork
} from '$lib/core/own-works/own-work';
import { paragraphsOf } from '$lib/core/reading/strip';
import { CHAPTER_LINK } from '$lib/core/text/article-node';
import { mediaTypeOf } from './image-kind';
import type { Book } from './book';
import type { OpenOptions } from './open-file';
import { PATTERNS, type ChapterPattern } from './plain-text/chapter-titles';
import { renderChapter, type RenderedChapter } from './render-chapter';

type Open = (bytes: Uint8Array, name: string, options: OpenOptions) => Book;

/** Steps of the progress: first the book's documents, then its chapters. */
export type Progress = (done: number, all: number) => void;

/** Letters of chapters that are handed over at once: copying them takes the page's time. */
const AT_ONCE = 400_000;

export class BookReader {
	#open: Open;
	#book: Omit<Book, 'chapters'> | null = null;
	#chapters: RenderedChapter[] = [];
	#work: OwnWork | null = null;
	/** What the slugs of the file's chapters become, where a chapter is here under another. */
	#slugs = new Map<string, string>();
	#pictures: string[] = [];

	/** @param open makes a book of a file */
	constructor(open: Open) {
		this.#open = open;
	}

	/** Opens a file. Throws a `BookError` when it is none that can be read. */
	open({ file, choices }: BookTasks['open'], onprogress: Progress = () => {}): BookPreview {
		const { chapters, ...book } = this.#open(file.bytes, file.name, {
			...optionsOf(choices),
			onprogress: (done, all) => onprogress(done, 2 * all)
		});
		this.#book = book;
		const context = {
			language: book.language,
			chapters: new Set(chapters.map(({ slug }) => slug)),
			pictures: new Set(book.images.keys())
		};
		const all = chapters.length;
		this.#chapters = [];
		// Each tree is let go of: those of a large book take as much memory as all that is made of them.
		for (let chapter = chapters.shift(); chapter; chapter = chapters.shift()) {
			onprogress(all + this.#chapters.length, 2 * all);
			this.#chapters.push(renderChapter(chapter, context));
		}
		return {
			slug: ownWorkSlug(book),
			title: book.title,
			author: book.author,
			language: book.language,
			dir: book.dir,
			format: book.format,
			chapters: this.#chapters.map(({ title, level, minutes }) => ({ title, level, minutes })),
			cover: book.cover === null ? null : this.#picture(book.cover),
			losses: book.report.lines(),
			textFile: book.textFile
		};
	}

	/** The record of the work that was opened. Its chapters have the slugs of those that are here. */
	keep({ here, fileName, now }: BookTasks['keep']): OwnWork {
		const book = this.#book!;
		this.#slugs = slugsOf(this.#chapters, here);
		this.#pictures = [...book.images.keys()];
		const { title, author, language, dir, source, rights, format, cover } = book;
		this.#work = {
			v: 1,
			slug: ownWorkSlug(book),
			title,
			author,
			language,
			dir,
			source,
			rights,
			chapters: this.#chapters.map((chapter) => this.#summary(chapter)),
			format,
			fileName,
			size: this.#size(),
			cover,
			added: now,
			updated: now
		};
		return this.#work;
	}

	/** The next part of what `keep` has told of, which is let go of. */
	next(): BookPart {
		const part: BookPart = { chapters: [], pictures: [] };
		for (let letters = 0; this.#chapters.length > 0 && letters < AT_ONCE;) {
			const chapter = this.#stored(this.#chapters.shift()!);
			letters += chapter.text.length + chapter.article.length;
			part.chapters.push(chapter);
		}
		if (part.chapters.length > 0) return part;
		const path = this.#pictures.shift();
		if (path !== undefined) part.pictures.push({ path, ...this.#picture(path) });
		return part;
	}

	#summary({
		slug,
		title,
		minutes,
		level,
		edition,
		blocks,
		plain
	}: RenderedChapter): OwnChapterSummary {
		return {
			slug: this.#slugs.get(slug) ?? slug,
			title,
			number: null,
			minutes,
			level,
			edition,
			paragraphs: paragraphsOf(blocks).length,
			plain
		};
	}

	#stored({ slug, edition, text, blocks, article }: RenderedChapter): OwnChapter {
		return {
			work: this.#work!.slug,
			slug: this.#slugs.get(slug) ?? slug,
			edition,
			text,
			blocks,
			article: renameLinks(article, this.#slugs)
		};
	}

	#picture(path: string): Picture {
		const bytes = new Uint8Array(this.#book!.images.get(path)!);
		return { type: mediaTypeOf(bytes), bytes };
	}

	#size(): number {
		const texts = this.#chapters.map(({ text, article }) => text.length + article.length);
		const pictures = [...this.#book!.images.values()].map(({ length }) => length);
		return [...texts, ...pictures].reduce((sum, one) => sum + one, 0);
	}
}

function optionsOf({ encoding, pattern }: ReadingChoices): OpenOptions {
	const isKnown = pattern === 'none' || (pattern && Object.hasOwn(PATTERNS, pattern));
	return { encoding, chapters: isKnown ? (pattern as ChapterPattern) : undefined };
}

/** The slugs that the chapters of a newer file get: those of the chapters that they are, and new ones. */
function slugsOf(
	chapters: readonly RenderedChapter[],
	here: BookTasks['keep']['here']
): Map<string, string> {
	const matches = matchChapters(here, chapters);
	const taken = new Set(here.map(({ slug }) => slug));
	return new Map(
		chapters.map(({ slug }, index) => {
			let given = matches[index]?.slug ?? slug;
			for (let copy = 2; !matches[index] && taken.has(given); copy++) given = `${slug}-${copy}`;
			taken.add(given);
			return [slug, given];
		})
	);
}

const LINK = new RegExp(`"href":"${CHAPTER_LINK}([a-z0-9-]+)`, 'g');

/** An article, as JSON, whose links lead to chapters by other slugs. In its texts such quotation marks are escaped. */
function renameLinks(article: string, slugs: ReadonlyMap<string, string>): string {
	return article.replace(
		LINK,
		(_, slug: string) => `"href":"${CHAPTER_LINK}${slugs.get(slug) ?? slug}`
	);
}
