/** The marks of the open chapter: where they stand, which are open, and what was done last. */
import type { Annotation } from '$lib/core/annotation/annotation';
import { isLoose } from '$lib/core/annotation/loose-note';
import type { TextRange } from '$lib/core/text/range';
import { blockAt, type Block } from '$lib/core/text/chapter-text';
import type { Work } from '$lib/core/text/work';
import { Painter, type PaintedMark } from '$lib/dom/painter';
import type { AnchorPoint } from '$lib/dom/scroll-anchor';
import type { TextMap } from '$lib/dom/text-map';
import type { Annotations, ChapterEdition } from '$lib/state/annotations/annotations.svelte';
import { untrack } from 'svelte';
import { EventBuffer } from '../input/event-buffer';
import type { JumpHistory } from '../position/jump-history.svelte';
import type { OpenChapter, ReadingPlace } from '../position/reading-place.svelte';

/** Px between the top of the screen and a mark one is sent to. */
const ABOVE = 120;

/** A mark that has its place in the text. */
export interface PlacedMark {
	annotation: Annotation;
	range: TextRange;
	review: boolean;
}

/** What was done last, as the reader is told. */
export interface Said {
	text: string;
	/** Of what was written: it says *Saved* once that is so. */
	id?: string;
	/** What can be done about it. */
	offer?: 'undo' | 'redo';
}

export type OpenWork = Pick<Work, 'slug' | 'title' | 'author' | 'language' | 'dir'>;

export class Marks {
	/** Ids of the marks whose card is open, the shortest first; `null` when it is closed. */
	card = $state.raw<string[] | null>(null);
	/** Whether a tap marks a sentence. */
	marker = $state(false);
	said = $state.raw<Said | null>(null);
	/** The mark whose ends are being moved, and where they stand meanwhile. */
	moving = $state.raw<{ id: string; range: TextRange } | null>(null);

	/** The mark that the reader places by hand (`#place=`, from the notebook). */
	placing = $state<string | null>(null);

	/** Where in the text it was tapped while the marker was on, or a mark is placed by hand. */
	readonly sentenceTaps = new EventBuffer<number>();
	/** The block whose own menu is open. */
	menu = $state.raw<Block | null>(null);

	readonly annotations: Annotations;
	readonly work: OpenWork;
	readonly chapter: OpenChapter;
	readonly place: ReadingPlace;
	#jumps: JumpHistory;
	#painter: Painter | null = null;
	#bookmarked = new Set<HTMLElement>();

	constructor(
		annotations: Annotations,
		{
			work,
			chapter,
			place,
			jumps
		}: { work: OpenWork; chapter: OpenChapter; place: ReadingPlace; jumps: JumpHistory }
	) {
		this.annotations = annotations;
		this.work = work;
		this.chapter = chapter;
		this.place = place;
		this.#jumps = jumps;
	}

	/** All of this chapter that stand in today's text, bookmarks too, in reading order. */
	placed = $derived.by<PlacedMark[]>(() =>
		this.annotations
			.inChapter(this.chapter.work, this.chapter.slug)
			.flatMap((annotation) => {
				const place = this.annotations.placeOf(annotation.id);
				return place?.range
					? [{ annotation, range: place.range, review: place.level === 'review' }]
					: [];
			})
			.sort((a, b) => a.range.start - b.range.start)
	);

	/** How many of this chapter an update left without a sure place, and the reader has not settled. */
	needing = $derived.by(
		() =>
			this.annotations.inChapter(this.chapter.work, this.chapter.slug).filter((annotation) => {
				const { level } = this.annotations.placeOf(annotation.id) ?? {};
				return (level === 'review' || level === 'unplaced') && !isLoose(annotation);
			}).length
	);

	#bookmarks = $derived(this.placed.filter(({ annotation }) => annotation.kind === 'bookmark'));

	/** The first bookmark on the screen; `null` when none is. */
	bookmark = $derived.by<PlacedMark | null>(() => {
		void [this.place.progress, this.place.paragraph]; // asked again as one reads on
		return (
			this.#bookmarks.find(({ range }) => {
				const block = this.map.rawAt(range.start)?.block;
				if (!block) return false;
				const { top, bottom } = block.getBoundingClientRect();
				return bottom > this.place.edge + 4 && top < window.innerHeight;
			}) ?? null
		);
	});

	get map(): TextMap {
		return this.place.map;
	}

	get now(): ChapterEdition {
		const { work, slug: chapter, edition } = this.chapter;
		const { text, blocks } = this.map;
		return { work, chapter, edition, text, blocks };
	}

	/** Opens the chapter's marks, once; for `{@attach}`. */
	attach = (): (() => void) =>
		untrack(() => {
			void this.#open();
			return () => this.#painter?.stop();
		});

	/** Makes the page show them; for `{@attach}`, which calls it again when they change. */
	paint = (): void => {
		const marks = this.placed.filter(({ annotation }) => annotation.kind !== 'bookmark');
		const painted = marks.map((mark) => this.#look(mark));
		const bookmarks = this.#bookmarks.map(({ range }) => range);
		untrack(() => {
			if (painted.length > 0) this.#painter ??= new Painter(this.map);
			this.#painter?.paint(painted);
			this.#paintBookmarks(bookmarks);
		});
	};

	/** The marks that lie over a block, the shortest first. */
	over(block: Block): string[] {
		return this.placed
			.filter(({ annotation }) => annotation.kind !== 'bookmark')
			.filter(({ range }) => range.start < block.end && range.end > block.start)
			.sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start))
			.map(({ annotation }) => annotation.id);
	}

	/** Where a passage begins, in words: `¶ 12`, `note 3`. */
	whereIs({ start }: TextRange): string {
		return blockAt(this.map.blocks, start)!
			.id.replace(/^p/, '¶ ')
			.replace(/^note-(\d+).*/, 'note $1');
	}

	/** The block of the text that is read now. */
	blockHere(): Block {
		const { blocks, elements } = this.map;
		return blocks[Math.max(0, elements.indexOf(this.place.here().block))];
	}

	toggleMarker(): void {
		this.marker = !this.marker;
		if (!this.marker) this.sentenceTaps.drop();
	}

	isBookmarked(block: Block): boolean {
		return this.#bookmarkAt(block) !== null;
	}

	/** Sets a bookmark at `block`, or takes the one there away. */
	toggleBookmark(block: Block, there: PlacedMark | null = this.#bookmarkAt(block)): void {
		if (there) {
			const { id } = there.annotation;
			this.annotations.remove([id]);
			this.said = { text: 'Bookmark removed', id, offer: 'undo' };
		} else {
			const id = this.annotations.create('bookmark', block, this.now);
			this.said = { text: `Bookmarked ${this.whereIs(block)}`, id, offer: 'undo' };
		}
	}

	/** Brings a mark to the eye; the place one reads at stays kept. */
	visit({ annotation, range }: PlacedMark): void {
		const at = this.map.rawAt(range.start);
		if (!at) return;
		this.#painter?.paintAt(range);
		this.land({ ...at, top: ABOVE });
		const elements = this.#painter?.elementsOf(annotation.id) ?? [];
		this.flash(elements.length > 0 ? elements : [at.block]);
	}

	/** Shows a place one was sent to; how far one reads on is seen from there. */
	land(place: AnchorPoint): void {
		this.place.visit(place);
		this.#jumps.land(place.block);
	}

	/** Ends placing by hand, done or not; a reload does not begin it again. */
	stopPlacing(): void {
		this.placing = null;
		this.place.searching = false;
		this.land(this.place.here());
		history.replaceState(history.state, '', location.pathname + location.search);
	}

	flash(elements: readonly HTMLElement[]): void {
		for (const element of elements) element.classList.remove('flash');
		requestAnimationFrame(() => {
			for (const element of elements) element.classList.add('flash');
		});
	}

	/** The elements that show a mark. */
	elementsOf(id: string): HTMLElement[] {
		return this.#painter?.elementsOf(id) ?? [];
	}

	async #open(): Promise<void> {
		const loaded = this.annotations.load();
		await this.annotations.open(this.now);
		await loaded;
		const [, wish, id] = /^#(mark|place)=(.+)$/.exec(location.hash) ?? [];
		if (!wish) return;
		const returns = await this.place.restored;
		const mark = this.placed.find(({ annotation }) => annotation.id === id);
		const asked = wish === 'place' && this.annotations.get(id);
		if ((asked || mark) && returns) {
			this.#jumps.leave({
				place: this.place.here(),
				paragraph: this.place.paragraph,
				link: null
			});
		}
		if (asked) {
			this.placing = id;
			this.place.searching = true;
		} else if (mark) this.visit(mark);
		else this.place.stay();
	}

	#bookmarkAt(block: Block): PlacedMark | null {
		return (
			this.#bookmarks.find(({ range }) => blockAt(this.map.blocks, range.start) === block) ?? null
		);
	}

	#look({ annotation: { id, fields }, range, review }: PlacedMark): PaintedMark {
		return {
			id,
			...(this.moving?.id === id ? this.moving.range : range),
			colour: fields.colour?.value ?? null,
			style: fields.style?.value ?? 'fill',
			hasNote: Boolean(fields.note?.value),
			review
		};
	}

	#paintBookmarks(ranges: readonly TextRange[]): void {
		const blocks = ranges.flatMap(({ start }) => this.map.rawAt(start)?.block ?? []);
		for (const block of this.#bookmarked) block.classList.remove('bookmarked');
		for (const block of blocks) block.classList.add('bookmarked');
		this.#bookmarked = new Set(blocks);
	}
}
