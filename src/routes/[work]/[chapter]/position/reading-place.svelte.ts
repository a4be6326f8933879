/**
 * The reader's place in the open chapter: kept while the page changes, kept for
 * the next visit, and found again when the text was corrected meanwhile.
 */
import type { Target } from '$lib/core/annotation/annotation';
import type { ReadingPosition } from '$lib/core/reading/reading-position';
import { describe } from '$lib/core/annotation/describe';
import type { ChapterSummary } from '$lib/core/text/work';
import { ScrollAnchor, type AnchorPoint } from '$lib/dom/scroll-anchor';
import { blockElements, rawBefore, TextMap } from '$lib/dom/text-map';
import type { ReadingPositions } from '$lib/state/reading/reading-positions.svelte';
import { tick, untrack } from 'svelte';
import type { BarsVisibility } from '../bars/bars-visibility.svelte';

/** Units of text that a kept place quotes: enough to be unique, short enough to survive corrections. */
const QUOTED = 160;
/** Px between the bar and the line one is sent to. */
const AIR = 12;

export interface OpenChapter extends ChapterSummary {
	work: string;
	edition: string;
	/** How many numbered paragraphs it has. */
	paragraphs: number;
}

export class ReadingPlace {
	#paragraph = $state(1);
	#progress = $state(0);
	#positions: ReadingPositions;
	#chapter: OpenChapter;
	#bars: BarsVisibility;
	#article: HTMLElement | null = null;
	#blocks: HTMLElement[] = [];
	#keeper: ScrollAnchor | null = null;
	#map: TextMap | null = null;
	/** The place was moved since it was last kept. */
	#moved = false;
	/** Px scrolled where a visit began: what one is sent to is not yet where one reads. `null` while reading. */
	#visit: number | null = null;
	#restored: Promise<boolean> = Promise.resolve(false);
	/** The reader is at the kept place, or at one of their own: what is on top before that is nobody's. */
	#isSettled = false;
	/** The reader looks for a passage: however far that leads, it is not reading on. */
	searching = false;

	constructor(positions: ReadingPositions, chapter: OpenChapter, bars: BarsVisibility) {
		this.#positions = positions;
		this.#chapter = chapter;
		this.#bars = bars;
	}

	/** The paragraph at the top of the screen, from 1. */
	get paragraph(): number {
		return this.#paragraph;
	}

	/** How far through the chapter, 0 to 1. */
	get progress(): number {
		return this.#progress;
	}

	/** The text on the page; made when it is first asked for. */
	get map(): TextMap {
		return (this.#map ??= new TextMap(this.#article!));
	}

	/** Px at the top of the screen that our bar covers. */
	get edge(): number {
		const bar = document.querySelector<HTMLElement>('[data-bar="top"]');
		return this.#bars.away ? 0 : (bar?.offsetHeight ?? 0);
	}

	/** Takes up the article of the page, once; for `{@attach}`. */
	attach = (article: HTMLElement): (() => void) => untrack(() => this.#takeUp(article));

	/** The place now, to come back to; at the very top its first line. */
	here(): AnchorPoint {
		return (
			this.#keeper?.place ?? {
				block: this.#blocks[0],
				at: 0,
				top: this.#blocks[0].getBoundingClientRect().top
			}
		);
	}

	goTo(place: AnchorPoint): void {
		this.#endVisit();
		this.#keeper?.goTo(place);
	}

	/** Shows a place without making it the reader's: the kept one stays, until one reads on from here. */
	visit(place: AnchorPoint): void {
		this.#visit ??= 0;
		this.#keeper?.goTo(place);
		this.#visit = window.scrollY;
	}

	/** There is nothing to visit after all: one reads where one is. */
	stay(): void {
		this.#endVisit();
	}

	/** Resolves when the page stands where it was left; `false` when it never was, or is not to. */
	get restored(): Promise<boolean> {
		return this.#restored;
	}

	/** Brings an element of the chapter to the top of the screen. */
	goToElement(element: HTMLElement): void {
		const around = this.#blocks.find((block) => block.contains(element));
		const block = around ?? this.#blocks.find((inside) => element.contains(inside));
		if (!block) return;
		this.goTo({ block, at: rawBefore(block, element, 0), top: this.edge + AIR });
	}

	/** Looks again what is on top, now that the bars came or went. */
	look(): void {
		void this.#bars.away; // what an attachment that calls this depends on
		this.#keeper?.look();
		this.#moved = true;
	}

	/** Keeps the place now; resolves when it is on the disk. */
	async save(): Promise<void> {
		if (!this.#isSettled) return;
		this.#keeper?.catchUp();
		if (this.#moved) await this.#keep();
	}

	#takeUp(article: HTMLElement): () => void {
		this.#article = article;
		this.#blocks = blockElements(article);
		const keeper = new ScrollAnchor(this.#blocks, {
			edge: () => this.edge,
			onrest: () => {
				this.#measure();
				void this.#keep();
			},
			onscroll: (own) => {
				this.#measure();
				this.#follow(own);
				this.#bars.follow(own);
			}
		});
		this.#keeper = keeper;
		const stop = keeper.watch(article);
		this.#measure();
		if (isVisit()) this.#visit = 0;
		this.#restored = this.#restore();

		const hide = () => {
			if (document.visibilityState === 'hidden') void this.save();
		};
		document.addEventListener('visibilitychange', hide);
		return () => {
			stop();
			document.removeEventListener('visibilitychange', hide);
		};
	}

	/** Ends a visit once the reader has read on, a screen from where it began. */
	#follow(own: boolean): void {
		if (this.#visit === null) return;
		if (own) this.#visit = window.scrollY;
		else if (!this.searching && Math.abs(window.scrollY - this.#visit) > window.innerHeight) {
			this.#endVisit();
		}
	}

	#endVisit(): void {
		if (this.#visit === null) return;
		this.#visit = null;
		// From now on it is a place like any other: a reload returns to where one read on.
		if (isVisit()) history.replaceState(history.state, '', location.pathname + location.search);
	}

	#measure(): void {
		if (!this.#article) return;
		this.#moved = true;
		const bar = document.querySelector<HTMLElement>('[data-bar="bottom"]')?.offsetHeight ?? 0;
		const { bottom } = this.#article.getBoundingClientRect();
		// Px scrolled when the last line of the text stands above the bar.
		const end = window.scrollY + bottom - (window.innerHeight - bar);
		const share = end > 0 ? window.scrollY / end : 1;
		this.#progress = Math.min(1, Math.max(0, share));
		const block = this.#keeper?.place?.block;
		const number = Number(
			block?.id.match(/^p(\d+)$/)?.[1] ?? (block ? this.#chapter.paragraphs : 1)
		);
		this.#paragraph = number;
	}

	#target(place: AnchorPoint | null): Target {
		const { text, blocks } = this.map;
		const start = place ? this.map.offsetAt(place.block, place.at) : 0;
		const { work, slug: chapter, edition } = this.#chapter;
		const end = Math.min(start + QUOTED, text.length);
		return describe(
			text,
			{ start: Math.min(start, end - 1), end },
			{ work, chapter, edition, blocks }
		);
	}

	async #keep(): Promise<void> {
		this.#moved = false;
		this.#isSettled = true;
		if (this.#visit !== null) return;
		const place = this.#keeper?.place ?? null;
		const position: ReadingPosition = {
			v: 1,
			target: this.#target(place),
			progress: this.#progress,
			paragraph: this.#paragraph,
			at: new Date().toISOString()
		};
		try {
			await this.#positions.save(location.pathname, {
				place: place && { block: place.block.id, at: place.at, top: place.top },
				y: place?.block.getBoundingClientRect().top ?? 0,
				width: window.innerWidth,
				edition: this.#chapter.edition,
				away: this.#bars.away,
				position
			});
		} catch {
			this.#moved = true; // The mirror has it; tried again at the next rest.
		}
	}

	/**
	 * Goes to the kept place, unless the address names one or the inline script was there first.
	 * Before a visit too: it is what one comes back to.
	 */
	async #restore(): Promise<boolean> {
		const root = document.documentElement;
		const scrolled = window.scrollY;
		let kept: ReadingPosition | null | undefined;
		if (root.classList.contains('placed')) this.#bars.leave();
		try {
			const [{ name }] = performance.getEntriesByType('navigation');
			if ((location.hash && !isVisit()) || name.includes(':~:')) {
				// The browser goes there before this or after: now it has, and nobody takes it for reading on.
				// Who scrolled meanwhile, to read on or to words that the address names, stays there.
				if (window.scrollY < 1) document.getElementById(location.hash.slice(1))?.scrollIntoView();
				this.#keeper?.look();
				this.#measure();
				void this.#keep();
				return false;
			}
			history.scrollRestoration = 'manual';
			const mirror = this.#positions.mirrorOf(location.pathname);
			const { work, slug } = this.#chapter;
			kept = await this.#positions.latest(work, slug, mirror);
			if (!kept) {
				if (kept === null) void this.#keep(); // From now on it is a chapter that was opened.
				return false;
			}
			// The reader moved on meanwhile, by more than a rounded pixel.
			if (Math.abs(window.scrollY - scrolled) > 1) return true;
			if (kept.target.start === 0) {
				window.scrollTo({ top: 0, behavior: 'instant' });
				return true;
			}
			const block = mirror?.place && document.getElementById(mirror.place.block);
			if (block && mirror.edition === this.#chapter.edition && kept === mirror.position) {
				// Where the inline script has been, this moves nothing; it makes the keeper hold that place.
				if (mirror.away) this.#bars.leave();
				this.#keeper?.goTo({ ...mirror.place!, block });
				return true;
			}
			this.#bars.leave();
			const start = await this.#find(kept);
			const at = start === null ? null : this.map.rawAt(start);
			if (at) this.#keeper?.goTo({ ...at, top: AIR });
			return true;
		} finally {
			this.#isSettled ||= kept !== undefined;
			await tick(); // the bars are away by themselves now, and need not leave again
			root.classList.remove('placing', 'placed');
		}
	}

	/** Where a kept position stands in today's text; its share of the text when its words are gone. */
	async #find({ target, progress }: ReadingPosition): Promise<number | null> {
		const { edition } = this.#chapter;
		if (target.edition === edition) return target.start;
		const { text } = this.map;
		// Not on the device yet: as when its words are gone.
		const anchor = await import('$lib/core/anchoring/place-all').catch(() => null);
		const [place] = anchor?.placeAll({ edition, text }, [target], new Map()) ?? [];
		return place?.range?.start ?? Math.floor(progress * (text.length - 1));
	}
}

/** Whether the address sends to a mark, from the notebook: to be looked at, not to be read on from. */
function isVisit(): boolean {
	return /^#(mark|place)=/.test(location.hash);
}
