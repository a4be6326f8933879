/**
 * Keeps a character of the text on its line while the layout changes: the same words stand at the
 * top after another size, font, measure or a rotation. The anchor is a point of the text; pixels
 * are only how far below the screen's edge its line stood.
 */

/** A point of the text on the page: one character, and where the top of its line stands. */
export interface AnchorPoint {
	block: HTMLElement;
	/** Raw units of the block before the character, over all its text nodes. */
	at: number;
	/** Px from the top of the screen to the top of the character's line. */
	top: number;
}

/** Quiet time after which scrolling counts as rest, in ms: longer than a fling's gaps between events. */
const REST = 150;

/** For so long after a new width of the screen, in ms, scrolling is the browser's: nobody scrolls while turning a phone. */
const TURN = 400;

/** The raw units of a block, as nodes. */
function textNodes(block: Element): Text[] {
	const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
	const nodes: Text[] = [];
	while (walker.nextNode()) nodes.push(walker.currentNode as Text);
	return nodes;
}

/** The line box of the character at raw offset `at`; the block's own box when it has no such character. */
function lineOf(block: Element, at: number): DOMRect {
	let left = at;
	const range = document.createRange();
	for (const node of textNodes(block)) {
		// White space that a line break swallowed has no box; the next letter has.
		for (; left < node.length; left++) {
			range.setStart(node, left);
			range.setEnd(node, left + 1);
			const rect = range.getBoundingClientRect();
			if (rect.height > 0) return rect;
		}
		left -= node.length;
	}
	return block.getBoundingClientRect();
}

/** The lowest index in `0..length` for which `test` holds, if it holds for all after it. */
function lowest(length: number, test: (index: number) => boolean): number {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (test(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}

/**
 * The first character whose line stands whole below `edge` (px from the top of
 * the screen); the last one when the text ends above it.
 */
export function firstVisiblePoint(blocks: readonly HTMLElement[], edge: number): AnchorPoint {
	const below = (rect: DOMRect) => rect.top >= edge - 1;
	const index = lowest(blocks.length, (i) => blocks[i].getBoundingClientRect().bottom > edge + 1);
	const last = blocks[blocks.length - 1];
	// Cells of a row end at the same edge: the lines of each may all stand above.
	for (const block of blocks.slice(index)) {
		const length = block.textContent.length;
		const at = lowest(length, (i) => below(lineOf(block, i)));
		if (at < length) return { block, at, top: lineOf(block, at).top };
	}
	const at = last.textContent.length - 1;
	return { block: last, at, top: lineOf(last, at).top };
}

/**
 * Px from the top of one page to that of the next, where the text stands in pages (ui/styles/pages.css);
 * 0 where it scrolls.
 */
export function pageHeight(): number {
	const main = document.querySelector('main');
	return main ? parseFloat(getComputedStyle(main).getPropertyValue('--page-height')) || 0 : 0;
}

/** Where the page begins, in px from the top of the first, on which a height of the screen stands. */
export function pageStart(top: number, height: number): number {
	return Math.floor((window.scrollY + top + 1) / height) * height;
}

/** Scrolls so that the line of the point stands `top` px below the top of the screen; in pages, to its page. */
export function scrollToPoint({ block, at, top }: AnchorPoint): void {
	const page = pageHeight();
	const line = lineOf(block, at).top;
	// A picture may have filled the page before its line.
	const y =
		page > 0 ? pageStart(line - Math.floor(top / page) * page, page) : window.scrollY + line - top;
	window.scrollTo({ top: y, behavior: 'instant' });
}

/** The same character, where its line stands now. */
function whereItStands({ block, at }: AnchorPoint): AnchorPoint {
	return { block, at, top: lineOf(block, at).top };
}

const isOnScreen = ({ top }: AnchorPoint) => top > 0 && top < window.innerHeight;

export interface ScrollAnchorOptions {
	/** Px at the top of the screen that our own bar may cover. */
	edge(): number;
	/** The reader came to rest at another point; `null` above the first line. */
	onrest(point: AnchorPoint | null): void;
	/** Called on every frame scrolled; `own` says that we did it, to hold the point or to go to one. */
	onscroll?(own: boolean): void;
}

export class ScrollAnchor {
	/** Moves only when the reader does, so a run of changes cannot drift. */
	#point: AnchorPoint | null = null;
	/** Px scrolled as they were last seen: after our own scrolling, or the reader's that was followed. */
	#seen = -1;
	#timer = 0;
	#followScroll = () => {};
	#blocks: readonly HTMLElement[];
	#options: ScrollAnchorOptions;

	constructor(blocks: readonly HTMLElement[], options: ScrollAnchorOptions) {
		this.#blocks = blocks;
		this.#options = options;
	}

	/** Begins to watch `article`; gives the function that ends it. */
	watch(article: HTMLElement): () => void {
		// What has the text: in pages, or scrolled again, the text by itself may be as high as before.
		const main = article.parentElement!;
		// Of the layout: a rectangle on the screen changes by rounding while the column slides aside.
		const measure = () => `${article.offsetWidth} ${article.offsetHeight} ${main.offsetHeight}`;
		let size = measure();
		let screen = window.innerWidth;
		let turnedAt = -Infinity;
		this.reanchor();
		const changed = () => {
			// The screen's width, not the text's: that changes with the size of type too, and then one scrolls.
			if (window.innerWidth !== screen) turnedAt = performance.now();
			screen = window.innerWidth;
			const before = size;
			size = measure();
			return size !== before;
		};
		const resized = new ResizeObserver(() => {
			changed();
			this.#hold();
		});
		this.#followScroll = () => {
			// A page that got shorter was clamped, before the observer is told; and around a rotation the
			// browser scrolls by itself. Neither is the reader's doing.
			const layout = changed() || performance.now() - turnedAt < TURN;
			const own = layout || !this.#isScrolled;
			if (layout) this.#hold();
			if (!own) {
				this.reanchor();
				clearTimeout(this.#timer);
				this.#timer = window.setTimeout(() => this.#options.onrest(this.#point), REST);
			}
			this.#options.onscroll?.(own);
		};
		resized.observe(article);
		resized.observe(main);
		window.addEventListener('scroll', this.#followScroll, { passive: true });
		return () => {
			resized.disconnect();
			window.removeEventListener('scroll', this.#followScroll);
			clearTimeout(this.#timer);
		};
	}

	/** The point that is held; `null` at the very top of the page. */
	get point(): AnchorPoint | null {
		return this.#point;
	}

	/** Holds what is on the top line now. */
	reanchor(): void {
		this.#seen = window.scrollY;
		// On the page that is shown it stays: it would creep to the page's beginning with every change.
		if (this.#stayOnPage()) return;
		// At the very top the title is what the reader sees: nothing to hold.
		this.#point = this.#seen <= 1 ? null : firstVisiblePoint(this.#blocks, this.#options.edge());
	}

	/** Follows a scroll that no event has told of yet: the page may be about to go. */
	catchUp(): void {
		if (this.#isScrolled) this.#followScroll();
	}

	/** Scrolls to `point` and holds it. */
	goTo(point: AnchorPoint): void {
		this.#point = point;
		this.#hold();
		this.#options.onrest(point);
	}

	get #isScrolled(): boolean {
		return Math.abs(window.scrollY - this.#seen) >= 1;
	}

	#hold(): void {
		if (!this.#point) return;
		scrollToPoint(this.#point);
		this.#seen = window.scrollY;
		this.#stayOnPage();
	}

	/**
	 * In pages, the point is on some line of the page; whether it is on the one that is shown. The last one,
	 * for a page on which the text has ended, is not that of the page before.
	 */
	#stayOnPage(): boolean {
		if (!this.#point || !isOnScreen(this.#point) || pageHeight() === 0) return false;
		const point = whereItStands(this.#point);
		if (!isOnScreen(point)) return false;
		this.#point = point;
		return true;
	}
}
