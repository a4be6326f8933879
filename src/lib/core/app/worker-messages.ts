/** What the pages and their service worker send each other. */
import type { PackStatus } from './packs';

/** To the worker. `SKIP_WAITING` must be understood by every worker we ever ship. */
export type ToWorker =
	/** Answered with `TAKING_OVER`: the waiting worker takes the place of the active one. */
	| { type: 'SKIP_WAITING' }
	/** Answered with a `WorkerStatus` on the message's port. */
	| { type: 'STATUS' }
	/** Fetch what is missing from the cache; answered with `PROGRESS` or `FAILED`. */
	| { type: 'REPAIR' }
	/** Answered with the `PackStatus` of every pack on the message's port. */
	| { type: 'PACKS' }
	/** Fetch the files of a work that is a pack; told of by `PACK`. */
	| { type: 'KEEP_PACK'; work: string }
	| { type: 'PAUSE_PACK'; work: string }
	/** Delete them, but for the chapter that is being read, by its slug. */
	| { type: 'REMOVE_PACK'; work: string; reading: string | null };

/** From the worker, to every page of ours. */
export type FromWorker =
	| { type: 'PROGRESS'; done: number; total: number }
	| { type: 'FAILED'; reason: FailureReason }
	/** The worker that sends this is about to take the place of the active one. */
	| { type: 'TAKING_OVER' }
	/** A pack has come further, or what is asked of it has changed. */
	| { type: 'PACK'; status: PackStatus };

/** `full`: no space on the device. `incomplete`: a file did not arrive as it was published. */
export type FailureReason = 'full' | 'incomplete';

/** How many of a build's files are in the cache, counted there. */
export interface WorkerStatus {
	version: string;
	done: number;
	total: number;
}
