/** The search of the reading page: which hit the reader looks at, and the way from one to the next. */
import { base } from '$app/paths';
import type { SearchRequest } from '$lib/core/search/search-request';
import type { ChapterName } from '$lib/core/text/work';
import type { TextRange } from '$lib/core/text/range';
import { clearHits, paintCurrentHit, paintHits, toRanges } from '$lib/dom/search/paint-hits';
import type { OwnChapters } from '$lib/state/search/own-chapters-port';
import type { OpenMatches } from '$lib/state/search/search-messages';
import { Search } from '$lib/state/search/search.svelte';
import type { AnnotatedPage } from '../annotated-page';
import { focusBlock } from '../input/block-focus';
import { arriveFromNotebook } from '../position/arrive-from-notebook';
import { addressOfHit } from '../../search/hit-address';

/** Px between the top of the screen and a hit one is shown. */
const ABOVE = 120;

export class ChapterSearch {
	readonly search: Search;
	#page: AnnotatedPage;
	/** Number of the match that is looked at, from 0; -1 before the first. */
	#current = $state(-1);
	/** The matches of the open chapter, as they were last asked for: a derived one would end with the sheet that first asks. */
	#known: { offsets: Uint32Array; ranges: TextRange[] } | null = null;
	/** Which match to show as soon as it is found; `null`: none. */
	#wanted: string | null = $state.raw(null);
	#isOpen = false;
	/** What is painted. */
	#painted: Uint32Array | null = null;
	/** A hit was shown, and *Back* leads to where the reader was before it. */
	#hasLeft = false;

	/** @param own works of the reader's own */
	constructor(page: AnnotatedPage, own: OwnChapters | null = null) {
		const { work, summary, now } = page.chapter;
		const { annotations } = page;
		this.#page = page;
		const readAnnotations = async () => {
			await annotations.loadOnce();
			return annotations.live;
		};
		const paint = ({ parts }: OpenMatches) => {
			if (this.#isOpen) this.#paint(parts);
		};
		this.search = new Search(base, { work, summary, text: now }, readAnnotations, own, paint);
	}

	/** Number of the match that is looked at, from 0; -1 before the first. */
	get current(): number {
		return this.#current;
	}

	/** The dialog was opened. `wanted`: by an address that asks for a hit; `words`: to look them up everywhere. */
	open(wanted: string | null, words: string | null = null): void {
		this.#isOpen = true;
		this.#current = -1;
		this.#wanted = wanted;
		this.#hasLeft = wanted !== null;
		this.search.start(words === null ? {} : { words, scope: 'everything' });
	}

	/** The dialog was closed: the page stays where it is, and the hit's paragraph has the focus. */
	close(): void {
		clearHits();
		this.#isOpen = false;
		this.#painted = null;
		const match = this.matches[this.#current];
		const block = match && this.#page.chapter.map.blocks.find(({ end }) => end >= match.end);
		if (block) focusBlock(this.#page, block);
	}

	/** The reader asks for something else. */
	change(changes: Partial<SearchRequest>): void {
		this.#current = -1;
		this.#wanted = null;
		this.search.change(changes);
	}

	/** Goes to the next (1) or previous (-1) hit, from the last one of a chapter into the next chapter. */
	async step(direction: 1 | -1): Promise<void> {
		const next = this.#next(direction);
		if (this.matches[next]) return this.show(next);
		const name = await this.search.neighbour(direction);
		if (name) this.#goTo(name, direction === 1 ? 'first' : 'last');
	}

	/** Brings a match of the open chapter to the eye; the reading position stays where it is. */
	show(index: number): void {
		const match = this.matches[index];
		const { chapter, jumps, position } = this.#page;
		const at = match && chapter.map.rawAt(match.start);
		if (!at) return;
		if (!this.#hasLeft) jumps.leave();
		this.#hasLeft = true;
		this.#current = index;
		position.peekAt({ ...at, top: ABOVE });
	}

	/** Shows the hit that begins at an offset of the open chapter. */
	showAt(start: number): void {
		this.show(this.matches.findIndex((match) => match.start === start));
	}

	/** Shows an annotation of the open chapter; `false` when it stands elsewhere. */
	showAnnotation(id: string): boolean {
		if (!this.#page.marks.find(id)) return false;
		void arriveFromNotebook(this.#page, { id, wish: 'mark' });
		return true;
	}

	/** Paints what is found, and goes to what the address asked for; for an effect. */
	followMatches(): void {
		this.#paint(this.search.open.parts);
		const wanted = this.#wanted;
		if (wanted === null || this.matches.length === 0) return;
		this.#wanted = null;
		const last = this.matches.length - 1;
		if (wanted === 'last') this.show(last);
		else if (wanted === 'first') this.show(0);
		else this.show(nearest(this.matches, Number(wanted)));
	}

	/** Paints the match that is looked at; for an effect. */
	followCurrent(): void {
		const match = this.matches[this.#current];
		const parts = match
			? toRanges(this.search.open.parts).filter(
					({ start, end }) => start >= match.start && end <= match.end
				)
			: [];
		paintCurrentHit(this.#page.chapter.map, parts);
	}

	/** Paints hits as soon as they are found, before the list and the strip are drawn; the same ones once. */
	#paint(parts: Uint32Array): void {
		if (parts === this.#painted) return;
		this.#painted = parts;
		paintHits(this.#page.chapter.map, toRanges(parts));
	}

	/** What was found in the open chapter, in order; also after the dialog was closed, until there are no words. */
	get matches(): readonly TextRange[] {
		const offsets = this.search.open.matches;
		if (this.#known?.offsets !== offsets) this.#known = { offsets, ranges: toRanges(offsets) };
		return this.#known.ranges;
	}

	/** The match to go to: first the one that stands next to what is read. */
	#next(direction: 1 | -1): number {
		if (this.#current >= 0) return this.#current + direction;
		const { chapter, position } = this.#page;
		const { block, at } = position.currentPoint();
		const here = chapter.map.offsetAt(block, at);
		const next = this.matches.findIndex(({ start }) => start >= here);
		if (direction === 1) return next;
		return (next < 0 ? this.matches.length : next) - 1;
	}

	#goTo(name: ChapterName, wanted: 'first' | 'last'): void {
		const { work, summary } = this.#page.chapter;
		if (name.work === work.slug && name.chapter === summary.slug) {
			return this.show(wanted === 'first' ? 0 : this.matches.length - 1);
		}
		const address = addressOfHit(base, name, wanted);
		// The system's Back leads to where the search began, not through every chapter of it.
		if (location.hash.startsWith('#search=')) location.replace(address);
		else location.assign(address);
	}
}

/** The index of the range that begins nearest to `offset`. */
function nearest(ranges: readonly TextRange[], offset: number): number {
	const distances = ranges.map(({ start }) => Math.abs(start - offset));
	return distances.indexOf(Math.min(...distances));
}
