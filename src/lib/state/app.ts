/** What every page shares; made once, in `routes/+layout.svelte`, and handed down. */
import { createContext } from 'svelte';
import type { Database } from '$lib/storage/database';
import type { Annotations } from './annotations/annotations.svelte';
import type { FontState } from './reading/font.svelte';
import type { Install } from './install.svelte';
import type { Journaling } from './journaling.svelte';
import type { Offline } from './offline.svelte';
import type { ReadingPositions } from './reading/reading-positions.svelte';
import type { Preferences } from './reading/preferences.svelte';

export interface App {
	/** The base path, `''` or `/book`. */
	base: string;
	database: Database;
	preferences: Preferences;
	readingPositions: ReadingPositions;
	annotations: Annotations;
	offline: Offline;
	font: FontState;
	install: Install;
	/** `null` while building. */
	journaling: Journaling | null;
}

export const [getApp, setApp] = createContext<App>();
