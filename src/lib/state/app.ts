/** What every page shares; made once, in `routes/+layout.svelte`, and handed down. */
import { createContext } from 'svelte';
import type { ChangeChannel } from '$lib/storage/change-channel';
import type { Database } from '$lib/storage/database';
import type { FontState } from './reading/font.svelte';
import type { Install } from './install.svelte';
import type { Offline } from './offline.svelte';
import type { ReadingPositions } from './reading/reading-positions.svelte';
import type { Preferences } from './reading/preferences.svelte';

/** What the app is made with. */
export interface AppParts {
	/** The base path, `''` or `/book`. */
	base: string;
	/** A name that tells this tab from all others, on every device; without "-". */
	tab: string;
	/** Where tabs tell each other of changes; `null` while building. */
	changes: ChangeChannel | null;
	/** See `Offline.prefetch`. */
	prefetch: Offline['prefetch'];
}

/** A class of state that is made of the database and these parts alone. */
export type StateClass<T> = new (database: Database, parts: AppParts) => T;

export interface App extends AppParts {
	preferences: Preferences;
	readingPositions: ReadingPositions;
	offline: Offline;
	font: FontState;
	install: Install;
	/**
	 * The one instance of a class of state that only some pages need, made when it is first asked
	 * for: a page that needs it imports the class, and no other page loads it.
	 */
	get<T>(State: StateClass<T>): T;
}

export const [getApp, setApp] = createContext<App>();

/** Makes what `App.get` gives. */
export function instancesOf(database: Database, parts: AppParts): App['get'] {
	const instances = new Map<unknown, unknown>();
	return <T>(State: StateClass<T>) => {
		if (!instances.has(State)) instances.set(State, new State(database, parts));
		return instances.get(State) as T;
	};
}
