import type { FailureReason } from '$lib/core/app/worker-messages';

/** What a page knows of its offline copy. */
export interface OfflineState {
	supported: boolean;
	/** Why it is not supported: the page came over plain http, or the browser has no service workers. */
	reason: 'insecure' | 'missing' | null;
	/** A worker is active and has counted that every file of its build is in the cache. */
	ready: boolean;
	/** Files in the cache, of `total`; 0 of 0 until something is known. */
	done: number;
	total: number;
	/** The new version; `null` when there is none. */
	update: Update | null;
	/** Why the last attempt to fetch files failed. It is repeated by itself. */
	error: FailureReason | 'unreachable' | null;
}

/** What is known before anything was asked. */
export const NOTHING_KNOWN: OfflineState = {
	supported: true,
	reason: null,
	ready: false,
	done: 0,
	total: 0,
	update: null,
	error: null
};

/** A version of the site that is newer than this page. */
export interface Update {
	/** The version's name; `''` when its worker did not answer. */
	version: string;
	stage: UpdateStage;
}

/**
 * How far a new version is. `waiting`: all its files are here, and it waits until the reader asks for
 * it. `taking-over`: its worker was told to take the place of the active one. `late`: that was a while
 * ago; it is tried again by itself. `active`: its worker is in charge, but this page stays as it is,
 * since its reader was in the middle of something.
 */
export type UpdateStage = 'waiting' | 'taking-over' | 'late' | 'active';
