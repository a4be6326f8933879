/** What every page shares; made once, in `routes/+layout.svelte`, and handed down. */
import { createContext } from 'svelte';
import type { Database } from '$lib/storage/database';
import type { Annotations } from './annotations/annotations.svelte';
import type { LazySecondStore } from './annotations/second-store.svelte';
import type { FontState } from './reading/font.svelte';
import type { Install } from './install.svelte';
import type { Offline } from './offline.svelte';
import type { ReadingPositions } from './reading/reading-positions.svelte';
import type { Preferences } from './reading/preferences.svelte';

/** A class of state that needs the database alone. */
export type StateClass<T> = new (database: Database) => T;

export interface App {
	/** The base path, `''` or `/book`. */
	base: string;
	/** A name that tells this tab from all others, on every device. */
	tab: string;
	preferences: Preferences;
	readingPositions: ReadingPositions;
	annotations: Annotations;
	offline: Offline;
	font: FontState;
	install: Install;
	/** `null` while building. */
	secondStore: LazySecondStore | null;
	/**
	 * The one instance of a class of state that only some pages need, made when it is first asked
	 * for: a page that needs it imports the class, and no other page loads it.
	 */
	get<T>(State: StateClass<T>): T;
}

export const [getApp, setApp] = createContext<App>();

/** Makes what `App.get` gives. */
export function instancesOf(database: Database): App['get'] {
	const instances = new Map<unknown, unknown>();
	return <T>(State: StateClass<T>) => {
		if (!instances.has(State)) instances.set(State, new State(database));
		return instances.get(State) as T;
	};
}
