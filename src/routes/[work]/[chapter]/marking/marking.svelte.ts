/** What a reader does to the text: by selection, sentence by sentence, or block by block. */
import { COLOURS, type Colour } from '$lib/core/annotation/annotation';
import { compareClocks } from '$lib/core/annotation/clock';
import type { Changes } from '$lib/core/annotation/edit';
import type { TextRange } from '$lib/core/text/range';
import { wordsOf } from '$lib/core/text/sentences';
import { blockAt, type Block } from '$lib/core/text/chapter-text';
import { textFragment } from '$lib/core/text/text-fragment';
import { searchedText } from '$lib/dom/searched-text';
import type { SelectionWatch } from '$lib/dom/selection';
import { joinMarks } from '$lib/state/annotations/join-marks';
import { cite, passageAddress } from './citation';
import type { Marks, PlacedMark } from './marks.svelte';

export class Marking {
	/** The passage the toolbar is for. */
	selected = $state.raw<TextRange | null>(null);
	/** The passage of a note that has no letter yet. */
	draft = $state.raw<TextRange | null>(null);
	help = $state(false);
	selection: SelectionWatch | null = null;
	readonly marks: Marks;

	constructor(marks: Marks) {
		this.marks = marks;
	}

	/** The colour used last; a reader's first is yellow. */
	lastColour = $derived.by<Colour>(() => {
		const used = this.marks.annotations.live.flatMap(({ fields }) => fields.colour ?? []);
		const latest = used.reduce<(typeof used)[0] | null>(
			(last, next) => (last && compareClocks(last.at, next.at) > 0 ? last : next),
			null
		);
		return latest?.value ?? 'yellow';
	});

	/** The colours in the order they are offered. */
	colours = $derived<Colour[]>([
		this.lastColour,
		...COLOURS.filter((colour) => colour !== this.lastColour)
	]);

	quoteOf({ start, end }: TextRange): string {
		return this.marks.map.text.slice(start, end);
	}

	/** Lets go of the selection. Who went to its toolbar by keys is back at the passage. */
	letGo(): void {
		const { selected } = this;
		const inToolbar = document.activeElement?.closest('[role="toolbar"]');
		this.selection?.clear();
		if (selected && inToolbar) this.#focus(blockAt(this.marks.map.blocks, selected.start)!);
	}

	highlight(range: TextRange, colour: Colour): string {
		this.letGo();
		const { annotations, now } = this.marks;
		const id = annotations.create('highlight', range, now, { colour });
		this.marks.said = { text: 'Highlighted', id, offer: 'undo' };
		return id;
	}

	/** Opens the card of a note on a passage; its first letter will make it. */
	note(range: TextRange): void {
		this.letGo();
		this.draft = range;
	}

	/** Takes the place that a mark was found at for its own. */
	keepHere({ annotation: { id }, range }: PlacedMark): void {
		this.marks.annotations.placeByHand(id, range, this.marks.now);
		this.marks.said = { text: 'Kept here', id, offer: 'undo' };
	}

	/** Changes how a mark looks, or its tags. `done` says so. */
	change(id: string, changes: Changes, done: string): void {
		const { annotations } = this.marks;
		const before = annotations.get(id);
		annotations.change([id], changes);
		if (annotations.get(id) !== before) this.marks.said = { text: done, id, offer: 'undo' };
	}

	/** Makes one mark of two that overlap. */
	merge(one: PlacedMark, other: PlacedMark): void {
		const { annotations, now } = this.marks;
		joinMarks(annotations, [one, other], now);
		this.marks.said = { text: 'Merged', id: one.annotation.id, offer: 'undo' };
	}

	delete(id: string): void {
		this.marks.annotations.remove([id]);
		this.marks.said = { text: 'Deleted', id, offer: 'undo' };
	}

	undo(): void {
		const done = this.marks.annotations.undo();
		this.marks.said =
			done === null ? { text: 'Nothing to undo' } : { text: `${done} undone`, offer: 'redo' };
	}

	redo(): void {
		const done = this.marks.annotations.redo();
		this.marks.said =
			done === null ? { text: 'Nothing to redo' } : { text: `${done} redone`, offer: 'undo' };
	}

	async copy(range: TextRange): Promise<void> {
		await this.copyText(cite(this.quoteOf(range), this.#sourceOf(range)), 'Copied with its source');
	}

	/** Hands a passage on by the system's sheet, or as a link in the clipboard where there is none. */
	async share(range: TextRange): Promise<void> {
		const { map, work } = this.marks;
		const block = blockAt(map.blocks, range.start)!;
		const searched = searchedText(map, range);
		const words = textFragment(searched.text, searched.range, work.language);
		const url = passageAddress(location.href.replace(/#.*/, ''), block.id, words);
		const text = cite(this.quoteOf(range), this.#sourceOf(range));
		if (!navigator.share) return this.copyText(`${text}\n${url}`, 'Link copied');
		try {
			await navigator.share({ title: this.marks.chapter.title, text, url });
		} catch (error) {
			// The reader thought better of it.
			if ((error as Error).name !== 'AbortError')
				await this.copyText(`${text}\n${url}`, 'Link copied');
		}
	}

	/** A mark's passage with one end a word further (`1`) or nearer to the text's beginning (`-1`). */
	movedEnd(range: TextRange, end: 'start' | 'end', direction: 1 | -1): TextRange {
		const { text } = this.marks.map;
		const words = wordsOf(text, this.marks.work.language);
		const ends = words.map((word) => word[end]);
		const from = range[end];
		const next = direction > 0 ? ends.find((at) => at > from) : ends.findLast((at) => at < from);
		const moved = { ...range, [end]: next ?? from };
		return moved.start < moved.end ? moved : range;
	}

	/** The block that has the focus; `null` when none has. */
	focusedBlock(): Block | null {
		const { elements, blocks } = this.marks.map;
		return blocks[elements.indexOf(document.activeElement as HTMLElement)] ?? null;
	}

	/** Moves the focus to the next (`1`) or previous (`-1`) block; first to the one that is read. */
	focusBlock(direction: 1 | -1): void {
		const { blocks } = this.marks.map;
		const focused = this.focusedBlock();
		const here = focused ?? this.marks.blockHere();
		const index = blocks.indexOf(here) + (focused ? direction : 0);
		const element = this.#focus(blocks[Math.min(blocks.length - 1, Math.max(0, index))]);
		element.scrollIntoView({ block: 'nearest' });
	}

	#focus(block: Block): HTMLElement {
		const element = this.marks.map.elementOf(block);
		element.tabIndex = -1;
		element.focus({ preventScroll: true });
		return element;
	}

	#sourceOf(range: TextRange) {
		const { work, chapter } = this.marks;
		return {
			author: work.author,
			work: work.title,
			chapter: chapter.title,
			where: this.marks.whereIs(range)
		};
	}

	/** Puts a text into the clipboard; `done` says so. */
	async copyText(text: string, done: string): Promise<void> {
		try {
			await navigator.clipboard.writeText(text);
			this.marks.said = { text: done };
		} catch {
			this.marks.said = { text: 'The browser would not copy it' };
		}
	}
}
