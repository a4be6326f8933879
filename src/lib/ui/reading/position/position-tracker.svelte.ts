/**
 * Where the reader is in the open chapter: followed while they scroll, held while the layout
 * changes, saved when they come to rest, and gone back to at the next visit.
 */
import type { Block } from '$lib/core/text/chapter-text';
import { ScrollAnchor, type AnchorPoint } from '$lib/dom/scroll-anchor';
import { blockElements } from '$lib/dom/text-map';
import type { ReadingPositions } from '$lib/state/reading/reading-positions.svelte';
import { tick, untrack } from 'svelte';
import type { BarsVisibility } from '../bars/bars-visibility.svelte';
import type { CurrentChapter } from '../current-chapter';
import type { Overlays } from '../overlays.svelte';
import { addressIsToShow, addressNamesPassage } from './address';
import { Peek } from './peek.svelte';
import { paragraphOf, shareRead } from './progress-on-page';
import { goToSavedPosition, savePosition } from './saved-position';

interface Page {
	chapter: CurrentChapter;
	bars: BarsVisibility;
	overlays: Overlays;
}

export class PositionTracker {
	#paragraph = $state(1);
	#progress = $state(0);
	#positions: ReadingPositions;
	#page: Page;
	#article: HTMLElement | null = null;
	#blocks: HTMLElement[] = [];
	#anchor: ScrollAnchor | null = null;
	/** It changed since it was last saved. */
	#isChanged = false;
	/** Until the reader reads on from what they are shown, they read where they were before. */
	#peek = new Peek();
	#restored: Promise<boolean> = Promise.resolve(false);
	/** The saved position was gone back to, or left: what is on top before that is not the reader's. */
	#isKnown = false;
	/** When the reader read here last, before they came back to where that was, ISO 8601; `''` at a first visit. */
	lastRead = '';

	constructor(positions: ReadingPositions, page: Page) {
		this.#positions = positions;
		this.#page = page;
	}

	/** The paragraph at the top of the screen, from 1. */
	get paragraph(): number {
		return this.#paragraph;
	}

	/** How far through the chapter, 0 to 1. */
	get progress(): number {
		return this.#progress;
	}

	/** Px at the top of the screen that our bar covers. */
	get barBottom(): number {
		const bar = document.querySelector<HTMLElement>('[data-bar="top"]');
		return this.#page.bars.away ? 0 : (bar?.offsetHeight ?? 0);
	}

	/** Begins to follow the reader in the article of the page, once; for `{@attach}`. */
	attach = (article: HTMLElement): (() => void) => untrack(() => this.#start(article));

	/** Resolves when the page stands where it was left; `false` when it never was, or is not to. */
	get restored(): Promise<boolean> {
		return this.#restored;
	}

	/** The point of the text on the top line; at the very top of the page its first letter. */
	currentPoint(): AnchorPoint {
		const [block] = this.#blocks;
		return this.#anchor?.point ?? { block, at: 0, top: block.getBoundingClientRect().top };
	}

	/** The block that is being read. */
	currentBlock(): Block {
		const { blocks, elements } = this.#page.chapter.map;
		return blocks[Math.max(0, elements.indexOf(this.currentPoint().block))];
	}

	/** Goes to a point of the text, to read there. */
	goTo(point: AnchorPoint): void {
		this.endPeek();
		this.#anchor?.goTo(point);
	}

	/** Scrolls until the line of a point stands elsewhere on the screen; what is read stays what it was. */
	moveTo(point: AnchorPoint): void {
		this.#anchor?.goTo(point);
	}

	/** The reader was shown something, and has not read on from there. */
	get isPeeking(): boolean {
		return this.#peek.isOn;
	}

	/** Shows a point of the text; the position stays where it was until one reads on from there. */
	peekAt(point: AnchorPoint): void {
		if (!this.#peek.isOn) void this.save();
		this.#peek.show(null);
		this.#anchor?.goTo(point);
		this.#peek.show(point.block);
	}

	/** What is on the screen is read, and no longer only shown. */
	endPeek(): void {
		if (!this.#peek.isOn) return;
		this.#peek.end();
		this.forgetShown();
	}

	/** Takes what is shown out of the address: a reload returns to where one reads. */
	forgetShown(): void {
		if (addressIsToShow())
			history.replaceState(history.state, '', location.pathname + location.search);
	}

	/** Takes what is on the top line now for the position; for `{@attach}`, when the bars come or go. */
	followBars = (): void => {
		void this.#page.bars.away; // what the attachment depends on
		this.#anchor?.reanchor();
		this.#isChanged = true;
	};

	/** Saves the position now; resolves when it is on the disk. */
	async save(): Promise<void> {
		if (!this.#isKnown) return;
		this.#anchor?.catchUp();
		if (this.#isChanged) await this.#write();
	}

	#start(article: HTMLElement): () => void {
		this.#article = article;
		this.#blocks = blockElements(article);
		this.#anchor = new ScrollAnchor(this.#blocks, {
			edge: () => this.barBottom,
			onrest: () => {
				this.#measure();
				void this.#write();
			},
			onscroll: (own) => {
				this.#measure();
				this.#followPeek(own);
				this.#page.bars.follow(own);
			}
		});
		const stop = this.#anchor.watch(article);
		this.#measure();
		if (addressIsToShow()) this.#peek.show(null);
		this.#restored = this.#restore();
		return stop;
	}

	/** Ends a peek once the reader has read on from what is shown. */
	#followPeek(own: boolean): void {
		// Who looks for a passage does not read on.
		if (!own && !this.#page.overlays.handPlaced && this.#peek.isLeft) this.endPeek();
	}

	#measure(): void {
		this.#isChanged = true;
		this.#progress = shareRead(this.#article!);
		const { paragraphs } = this.#page.chapter.summary;
		this.#paragraph = paragraphOf(this.#anchor?.point?.block, paragraphs);
	}

	async #write(): Promise<void> {
		this.#isChanged = false;
		this.#isKnown = true;
		if (this.#peek.isOn) return;
		const point = this.#anchor?.point ?? null;
		const current = { point, progress: this.#progress, paragraph: this.#paragraph };
		try {
			await savePosition(this.#positions, this.#page, current);
		} catch {
			this.#isChanged = true; // The mirror has it; tried again at the next rest.
		}
	}

	/**
	 * Goes to where the reader was, unless the address names a passage. Before something is shown
	 * too: it is what one comes back to.
	 */
	async #restore(): Promise<boolean> {
		const { classList } = document.documentElement;
		if (classList.contains('restored')) this.#page.bars.leave();
		try {
			if (!addressNamesPassage()) return await this.#goToSaved();
			// The browser goes there before this or after: now it has, and nobody takes it for reading on.
			// Who scrolled meanwhile, to read on or to words that the address names, stays there.
			const named = document.getElementById(location.hash.slice(1));
			if (window.scrollY < 1) named?.scrollIntoView();
			if (this.#peek.isOn) this.#peek.show(named);
			this.#anchor?.reanchor();
			this.#measure();
			void this.#write();
			return false;
		} finally {
			await tick(); // the bars are away by themselves now, and need not leave again
			classList.remove('restoring', 'restored');
		}
	}

	/** Whether there was a position to go to. */
	async #goToSaved(): Promise<boolean> {
		history.scrollRestoration = 'manual';
		const saved = await goToSavedPosition(this.#positions, this.#page, this.#anchor!);
		if (saved === false) void this.#write(); // From now on it is a chapter that was opened.
		this.#isKnown ||= saved !== null;
		if (saved) this.lastRead = saved.at;
		return Boolean(saved);
	}
}
