/** What the notebook shows now: its list, how it is sorted and filtered, what is selected. */
import type { Colour, Register } from '$lib/core/annotation/annotation';
import {
	groupEntries,
	needsReader,
	readingOrder,
	sortEntries,
	toEntry,
	type Entry,
	type Sort
} from '$lib/core/notebook/entries';
import {
	countTags,
	filterEntries,
	NO_FILTER,
	withTag,
	type Filter
} from '$lib/core/notebook/filter';
import type { TextRange } from '$lib/core/text/range';
import type { Work } from '$lib/core/text/work';
import type { Annotations, ChapterEdition } from '$lib/state/annotations/annotations.svelte';
import type { Placing } from './review/changed-chapters.svelte';

/** What was done, and what can be done about it. */
export interface Done {
	text: string;
	offer?: 'undo' | 'redo';
}

export class Notebook {
	readonly works: readonly Work[];
	filter = $state.raw<Filter>(NO_FILTER);
	sort = $state<Sort>('text');
	/** Ids; `null` when the reader is not selecting. */
	selected = $state.raw<ReadonlySet<string> | null>(null);
	/** What was done last, to be undone; `null` when there is nothing to say. */
	done = $state.raw<Done | null>(null);
	#annotations: Annotations;
	#placing: Placing;

	constructor(annotations: Annotations, placing: Placing, works: readonly Work[]) {
		this.#annotations = annotations;
		this.#placing = placing;
		this.works = works;
	}

	#order = $derived.by(() => readingOrder(this.works));
	entries = $derived.by(() => this.#toEntries());
	#sorted = $derived.by(() => sortEntries(this.entries, this.sort));
	/** What passes the filter, in order. */
	found = $derived.by(() => filterEntries(this.#sorted, this.filter));
	groups = $derived.by(() => groupEntries(this.found, this.sort, this.works));
	/** What the reader has to look at, in the order of the text. */
	needing = $derived.by(() => sortEntries(this.entries.filter(needsReader), 'text'));
	tags = $derived.by(() => countTags(this.entries));
	/** The works that have entries. */
	worksUsed = $derived.by(() => {
		const used = new Set(this.entries.map(({ target }) => target.work));
		return this.works.filter(({ slug }) => used.has(slug));
	});
	/** The selected entries, also those that the filter hides by now. */
	chosen = $derived.by(() => {
		const { selected } = this;
		return selected ? this.entries.filter(({ id }) => selected.has(id)) : [];
	});

	narrow(choices: Partial<Filter>): void {
		this.filter = { ...this.filter, ...choices };
	}

	toggle(id: string): void {
		const selected = new Set(this.selected);
		if (!selected.delete(id)) selected.add(id);
		this.selected = selected;
	}

	/** Selects all that pass the filter; none when they are selected already. */
	toggleAll(): void {
		const all = this.found.every(({ id }) => this.selected?.has(id));
		this.selected = new Set(all ? [] : this.found.map(({ id }) => id));
	}

	remove(entries: readonly Entry[]): void {
		this.#annotations.remove(entries.map(({ id }) => id));
		this.#say(`${entries.length} deleted`);
		if (this.selected) this.selected = new Set();
	}

	/** Bookmarks have no colour: they are left alone. */
	recolour(entries: readonly Entry[], colour: Colour): void {
		const ids = entries
			.filter(({ annotation }) => annotation.kind !== 'bookmark')
			.map(({ id }) => id);
		if (ids.length === 0) return;
		this.#annotations.change(ids, { colour });
		this.#say(`${ids.length} now ${colour}`);
	}

	/** Gives every entry the tag, or takes it from all. */
	tag(entries: readonly Entry[], tag: string, has: boolean): void {
		const edits = entries.flatMap(({ id, tags: before }) => {
			const tags = withTag(before, tag, has);
			return tags.length === before.length ? [] : [{ id, changes: { tags } }];
		});
		if (edits.length === 0) return;
		this.#annotations.perform('Tags', edits);
		this.#say(`${edits.length} ${has ? `tagged ${tag.trim()}` : `without ${tag}`}`);
	}

	/** Nobody asks about it any more: it stays in the list, without a place. */
	keepLoose({ id }: Entry): void {
		this.#annotations.change(id, { loose: true });
		this.#say('1 kept as loose note');
	}

	/** The passage it was found at is its own. */
	keepThere({ id }: Entry, range: TextRange, chapter: ChapterEdition): void {
		this.#annotations.placeByHand(id, range, chapter);
		this.#say('1 kept where it stands');
	}

	/** Gives a note a text again that it had. */
	takeBack({ id }: Entry, version: Register<string>): void {
		this.#annotations.perform('Earlier version', [{ id, version }]);
		this.#say('Taken back');
	}

	async copy(text: string): Promise<void> {
		try {
			await navigator.clipboard.writeText(text);
			this.done = { text: 'Copied' };
		} catch {
			this.done = { text: 'The browser would not copy it' };
		}
	}

	restore(ids: string[]): void {
		this.#annotations.restore(ids);
		this.#say(`${ids.length} restored`);
	}

	/** Takes back what was done last. */
	undo(): void {
		const what = this.#annotations.undo();
		this.done =
			what === null ? { text: 'Nothing to undo' } : { text: `${what} undone`, offer: 'redo' };
	}

	/** Does again what was taken back last. */
	redo(): void {
		const what = this.#annotations.redo();
		this.done =
			what === null ? { text: 'Nothing to redo' } : { text: `${what} redone`, offer: 'undo' };
	}

	#say(text: string): void {
		this.done = { text, offer: 'undo' };
	}

	#toEntries(): Entry[] {
		// Left without a place by a deletion that another device revived: nothing to show.
		const shown = this.#annotations.live.filter(({ targets }) => targets.length > 0);
		return shown.map((one) => toEntry(one, this.#placing.placeOf(one), this.#order));
	}
}
