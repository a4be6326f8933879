/**
 * The reader's annotations as all pages share them. The reading page loads this after it answers;
 * `App.get` makes the one instance.
 */
import { loadModule } from '$lib/core/app/missing-script';
import type { Database } from '$lib/storage/database';
import type { AppParts } from '../app';
import { Annotations } from './annotations.svelte';
import { LazySecondStore } from './second-store.svelte';

export class AppAnnotations {
	readonly annotations: Annotations;
	readonly secondStore: LazySecondStore;

	constructor(database: Database, { base, tab, changes, prefetch }: AppParts) {
		this.secondStore = new LazySecondStore(database, { base, tab, load: loadJournalStore });
		this.annotations = new Annotations(database, {
			device: tab,
			channel: changes,
			secondStore: this.secondStore,
			prefetch
		});
	}
}

/** Loaded when there is something to save, or to compare. */
async function loadJournalStore() {
	const module = await loadModule(() => import('$lib/storage/journal/journal-store'));
	return module.JournalStore;
}
