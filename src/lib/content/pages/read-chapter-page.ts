/**
 * A chapter out of its page, where there is no DOM: in a worker. What it gives is what
 * `dom/chapter-page.ts` gives; tests/dom/chapter-page.test.ts compares them.
 */
import { Parser } from 'htmlparser2';
import { joinBlocks, normalize, type ChapterText } from '$lib/core/text/chapter-text';
import { scanHtml, type HtmlHandler } from './scan-html';

/** One edition of a chapter, as its page holds it. */
export interface ChapterEdition extends ChapterText {
	edition: string;
}

const BEGIN = '<article';
const END = '</article>';
const SPACE = 0x20;
/** The first code unit above the space that may be white space, or be left out. */
const FIRST_OTHER = 0x7f;
/** What `normalize` makes a space of, or leaves out. */
const UNUSUAL = /[\s\u00ad\u200b\ufeff\u2060]/;
const BLOCK_ID = /^(p\d+|note-\d+(-\d+)?)$/;

/** Whether `normalize` leaves a text as it is, told faster than that makes it. */
function isNormal(raw: string): boolean {
	let before = SPACE;
	for (let at = 0; at < raw.length; at++) {
		const code = raw.charCodeAt(at);
		if (code === SPACE && before === SPACE) return false;
		if (code < SPACE || (code >= FIRST_OTHER && UNUSUAL.test(raw[at]))) return false;
		before = code;
	}
	return before !== SPACE || raw === '';
}

/** An element of the article that is not closed yet. */
interface OpenBlock {
	id: string;
	/** How many elements are open around it. */
	depth: number;
	/** As many are open around the element in it whose text does not count; `Infinity` outside of one. */
	skippedAt: number;
	raw: string;
}

/** The chapter on the page `html`, by the text model; `null` when it is no chapter's page. */
export function readChapterPage(html: string): ChapterEdition | null {
	const start = html.indexOf(BEGIN);
	const end = html.lastIndexOf(END);
	if (start < 0 || end < start) return null;
	const article = readArticle(html.slice(start, end + END.length));
	return article.edition === null ? null : { edition: article.edition, ...article.read() };
}

function readArticle(html: string): ArticleReader {
	const scanned = new ArticleReader();
	if (scanHtml(html, scanned)) return scanned;
	const parsed = new ArticleReader();
	new Parser(parsed).end(html);
	return parsed;
}

/** Makes blocks of what it is told of the article's elements and texts. */
class ArticleReader implements HtmlHandler {
	edition: string | null = null;
	/** All blocks, in the order in which they begin. */
	#blocks: OpenBlock[] = [];
	/** The blocks that are open, the innermost last. */
	#open: OpenBlock[] = [];
	#depth = 0;

	read(): ChapterText {
		return joinBlocks(
			this.#blocks.map(({ id, raw }) => ({ id, text: isNormal(raw) ? raw : normalize(raw) }))
		);
	}

	onopentag(name: string, attributes: Record<string, string>): void {
		if (this.#depth === 0) this.edition ??= attributes['data-edition'] ?? null;
		if ('data-noanchor' in attributes) {
			for (const block of this.#open) block.skippedAt = Math.min(block.skippedAt, this.#depth);
		}
		if (name === 'br') this.#add('\n');
		const { id } = attributes;
		if (id !== undefined && BLOCK_ID.test(id)) {
			const block = { id, depth: this.#depth, skippedAt: Infinity, raw: '' };
			this.#blocks.push(block);
			this.#open.push(block);
		}
		this.#depth++;
	}

	ontext(text: string): void {
		this.#add(text);
	}

	onclosetag(): void {
		this.#depth--;
		if (this.#open.at(-1)?.depth === this.#depth) this.#open.pop();
		for (const block of this.#open) {
			if (block.skippedAt === this.#depth) block.skippedAt = Infinity;
		}
	}

	#add(text: string): void {
		for (const block of this.#open) if (block.skippedAt === Infinity) block.raw += text;
	}
}
