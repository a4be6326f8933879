/** What the notebook shows now: its list, how it is sorted and filtered, what is selected. */
import type { Colour } from '$lib/core/annotation';
import {
	groupEntries,
	needsReader,
	readingOrder,
	sortEntries,
	toEntry,
	type Entry,
	type Sort
} from '$lib/core/notebook';
import {
	countTags,
	filterEntries,
	NO_FILTER,
	withTag,
	type Filter
} from '$lib/core/notebook-filter';
import type { Work } from '$lib/core/work';
import type { Annotations } from '$lib/state/annotations.svelte';
import type { Placing } from './placing.svelte';

export class Notebook {
	readonly works: readonly Work[];
	filter = $state.raw<Filter>(NO_FILTER);
	sort = $state<Sort>('text');
	/** Ids; `null` when the reader is not selecting. */
	selected = $state.raw<ReadonlySet<string> | null>(null);
	/** What was done last, to be undone; `null` when there is nothing to say. */
	done = $state.raw<{ text: string; steps: number } | null>(null);
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
		this.#say(entries.length, 'deleted', 1);
		if (this.selected) this.selected = new Set();
	}

	/** Bookmarks have no colour: they are left alone. */
	recolour(entries: readonly Entry[], colour: Colour): void {
		const ids = entries
			.filter(({ annotation }) => annotation.kind !== 'bookmark')
			.map(({ id }) => id);
		if (ids.length === 0) return;
		this.#annotations.change(ids, { colour });
		this.#say(ids.length, `now ${colour}`, 1);
	}

	/** Gives every entry the tag, or takes it from all. */
	tag(entries: readonly Entry[], tag: string, has: boolean): void {
		const byTags = new Map<string, { ids: string[]; tags: string[] }>();
		for (const { id, tags: before } of entries) {
			const tags = withTag(before, tag, has);
			const key = JSON.stringify(tags);
			if (key === JSON.stringify(before)) continue;
			const alike = byTags.get(key) ?? { ids: [], tags };
			alike.ids.push(id);
			byTags.set(key, alike);
		}
		let count = 0;
		for (const { ids, tags } of byTags.values()) {
			this.#annotations.change(ids, { tags });
			count += ids.length;
		}
		if (count > 0) this.#say(count, has ? `tagged ${tag.trim()}` : `without ${tag}`, byTags.size);
	}

	/** Nobody asks about it any more: it stays in the list, without a place. */
	keepLoose({ id }: Entry): void {
		this.#annotations.change(id, { loose: true });
		this.#say(1, 'kept as loose note', 1);
	}

	restore(ids: string[]): void {
		this.#annotations.restore(ids);
		this.#say(ids.length, 'restored', 1);
	}

	/** Takes back what was done last. */
	undo(): void {
		for (let step = this.done?.steps ?? 1; step > 0; step--) this.#annotations.undo();
		this.done = null;
	}

	#say(count: number, what: string, steps: number): void {
		this.done = { text: `${count} ${what}`, steps };
	}

	#toEntries(): Entry[] {
		// Left without a place by a deletion that another device revived: nothing to show.
		const shown = this.#annotations.live.filter(({ targets }) => targets.length > 0);
		return shown.map((one) => toEntry(one, this.#placing.placeOf(one), this.#order));
	}
}
