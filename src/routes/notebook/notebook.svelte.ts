/** What the notebook shows now: its entries, how they are sorted and filtered, which are selected. */
import type { Colour, Register } from '$lib/core/annotation/annotation';
import { addTags, formatTags, parseTags, removeTag } from '$lib/core/annotation/tags';
import { countTags } from '$lib/core/notebook/count-tags';
import { needsReview, toEntry, type Entry } from '$lib/core/notebook/entry';
import { filterEntries, NO_FILTER, type Filter } from '$lib/core/notebook/filter-entries';
import { groupEntries } from '$lib/core/notebook/group-entries';
import { sortEntries, type SortOrder } from '$lib/core/notebook/sort-entries';
import { parseQuery } from '$lib/core/search/query';
import { blockLabel } from '$lib/core/text/block-label';
import { blockAt } from '$lib/core/text/chapter-text';
import { readingOrder, worksIn } from '$lib/core/text/reading-order';
import type { TextRange } from '$lib/core/text/range';
import type { OwnWork } from '$lib/core/own-works/own-work';
import type { Work } from '$lib/core/text/work';
import { copyText } from '$lib/dom/clipboard';
import type { Annotations, ChapterEdition } from '$lib/state/annotations/annotations.svelte';
import type { ToastMessage } from '$lib/ui/kit/toast-message';
import type { ChangedChapters } from './review/changed-chapters.svelte';

export class Notebook {
	#published: readonly Work[];
	/** The reader's own works, also those of which only the marks are left. */
	#own: () => readonly OwnWork[];
	filter = $state.raw<Filter>(NO_FILTER);
	order = $state<SortOrder>('text');
	/** Ids of the selected entries; `null` when the reader is not selecting. */
	selected = $state.raw<ReadonlySet<string> | null>(null);
	/** Id of the entry whose note is being written; `null` when none is. */
	editing = $state<string | null>(null);
	/** What was done last; `null` when there is nothing to say. */
	toast = $state.raw<ToastMessage | null>(null);
	#annotations: Annotations;
	#changed: ChangedChapters;

	/** @param own gives the reader's own works as they are now */
	constructor(
		annotations: Annotations,
		changed: ChangedChapters,
		works: readonly Work[],
		own: () => readonly OwnWork[] = () => []
	) {
		this.#annotations = annotations;
		this.#changed = changed;
		this.#published = works;
		this.#own = own;
	}

	/** All annotations are read: before, what is counted or selected is not all there is. */
	get isComplete(): boolean {
		return this.#annotations.loaded;
	}

	/** All works whose titles are known. */
	works = $derived.by((): readonly Work[] => [...this.#published, ...this.#own()]);
	/** The order of what can be read here. */
	readingOrder = $derived.by(() =>
		readingOrder([...this.#published, ...this.#own().filter(({ removed }) => !removed)])
	);
	entries = $derived.by(() => this.#toEntries());
	#sorted = $derived.by(() => sortEntries(this.entries, this.order));
	#found = $derived.by(() => filterEntries(this.#sorted, this.filter));
	/** What is searched, to be marked in what was found. */
	query = $derived.by(() => parseQuery(this.filter.words, this.filter.options));
	/**
	 * The entries that meet the filter, in order; and the one whose note is being written, which may
	 * meet it no longer, and must not go away under the reader's hands.
	 */
	filtered = $derived.by(() => {
		const { editing } = this;
		if (editing === null || this.#found.some(({ id }) => id === editing)) return this.#found;
		const found = new Set(this.#found);
		return this.#sorted.filter((entry) => entry.id === editing || found.has(entry));
	});
	groups = $derived.by(() => groupEntries(this.filtered, this.order, this.works));
	/** The entries that the reader has to decide about, in the order of the text. */
	toReview = $derived.by(() => sortEntries(this.entries.filter(needsReview), 'text'));
	tags = $derived.by(() => countTags(this.entries));
	/** The works that have entries. */
	worksWithEntries = $derived.by(() => {
		const slugs = new Set(this.entries.map(({ target }) => target.work));
		return this.works.filter(({ slug }) => slugs.has(slug));
	});
	/** The selected entries, also those that the filter hides by now. */
	selectedEntries = $derived.by(() => {
		const { selected } = this;
		return selected ? this.entries.filter(({ id }) => selected.has(id)) : [];
	});

	changeFilter(choices: Partial<Filter>): void {
		this.filter = { ...this.filter, ...choices };
	}

	toggleSelected(id: string): void {
		const selected = new Set(this.selected);
		if (!selected.delete(id)) selected.add(id);
		this.selected = selected;
	}

	/** Selects all entries that meet the filter; none when they are selected already. */
	toggleAllSelected(): void {
		const all = this.filtered.every(({ id }) => this.selected?.has(id));
		this.selected = new Set(all ? [] : this.filtered.map(({ id }) => id));
	}

	remove(entries: readonly Entry[]): void {
		this.#annotations.remove(entries.map(({ id }) => id));
		this.#offerUndo(`${entries.length} deleted`);
		if (this.selected) this.selected = new Set();
	}

	/** The paragraph that an entry stands in today, as a reader is told; `null` when it stands in none. */
	placeLabelOf({ annotation, target, status }: Entry): string | null {
		if (status !== 'placed' && status !== 'review') return null;
		const today = this.#changed.get(target);
		const range = today && this.#changed.placeOf(annotation)?.range;
		const block = range ? blockAt(today.blocks, range.start)?.id : target.blocks[0];
		return block ? blockLabel(block) : null;
	}

	/** Bookmarks have no colour: they are left alone. */
	recolour(entries: readonly Entry[], colour: Colour): void {
		const ids = entries
			.filter(({ annotation }) => annotation.kind !== 'bookmark')
			.map(({ id }) => id);
		if (ids.length === 0) return;
		this.#annotations.change(ids, { colour });
		this.#offerUndo(`${ids.length} turned ${colour}`);
	}

	/** Gives the tags that were typed to every entry; those that are left do not fit into each of them. */
	addTags(entries: readonly Entry[], typed: string): string[] {
		const added = parseTags(typed);
		const left = new Set(entries.flatMap(({ tags }) => addTags(tags, added).left));
		const count = this.#changeTags(entries, (tags) => addTags(tags, added).tags);
		const given = formatTags(added.filter((tag) => !left.has(tag)));
		if (count > 0) this.#offerUndo(`${count} tagged ${given}`.trimEnd());
		return [...left];
	}

	/** Takes a tag from every entry. */
	removeTag(entries: readonly Entry[], tag: string): void {
		const count = this.#changeTags(entries, (tags) => removeTag(tags, tag));
		if (count > 0) this.#offerUndo(`${tag} removed from ${count}`);
	}

	/** Gives how many entries were changed. */
	#changeTags(
		entries: readonly Entry[],
		change: (tags: readonly string[]) => readonly string[]
	): number {
		const edits = entries.flatMap(({ id, tags: before }) => {
			const tags = [...change(before)];
			return tags.length === before.length ? [] : [{ id, changes: { tags } }];
		});
		if (edits.length > 0) this.#annotations.perform('Tags', edits);
		return edits.length;
	}

	/** The reader is not asked about it any more: it stays in the list, without a place. */
	keepAsLooseNote({ id }: Entry): void {
		this.#annotations.change(id, { loose: true });
		this.#offerUndo('1 kept as a loose note');
	}

	/** The passage it was found at is the right one. */
	confirmPlace({ id }: Entry, range: TextRange, chapter: ChapterEdition): void {
		this.#annotations.placeByHand(id, range, chapter);
		this.#offerUndo('1 kept where it is');
	}

	/** Makes an earlier version the text of a note again. */
	restoreVersion(id: string, version: Register<string>): void {
		this.#annotations.perform('Earlier version', [{ id, version }]);
		this.#offerUndo('Earlier version restored');
	}

	async copy(text: string): Promise<void> {
		const copied = await copyText(text);
		this.toast = { text: copied ? 'Copied' : 'Your browser did not allow copying' };
	}

	/** Brings deleted annotations back. */
	restore(ids: string[]): void {
		this.#annotations.restore(ids);
		this.#offerUndo(`${ids.length} restored`);
	}

	/** Undoes what was done last. */
	undo(): void {
		const what = this.#annotations.undo();
		this.toast =
			what === null ? { text: 'Nothing to undo' } : { text: `${what} undone`, offer: 'redo' };
	}

	/** Does again what was undone last. */
	redo(): void {
		const what = this.#annotations.redo();
		this.toast =
			what === null ? { text: 'Nothing to redo' } : { text: `${what} redone`, offer: 'undo' };
	}

	#offerUndo(text: string): void {
		this.toast = { text, offer: 'undo' };
	}

	#toEntries(): Entry[] {
		// A deletion that another device took back may have left an annotation without a target.
		const shown = this.#annotations.live.filter(({ targets }) => targets.length > 0);
		const order = this.readingOrder;
		const here = worksIn(order);
		return shown.map((one) => toEntry(one, this.#changed.placeOf(one), order, here));
	}
}
