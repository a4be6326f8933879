/** Starts workers of ours. */
import { trustedScriptAddress } from '$lib/core/app/trusted-types';

/**
 * Starts a worker.
 *
 * @param address what `import … from './x.worker.ts?worker&url'` gives
 * @param name shown by the browser's tools, and known to the worker itself
 */
export function startWorker(address: string, name?: string): Worker {
	// A module: the development server serves nothing else, and what the build makes runs as one too.
	return new Worker(trustedScriptAddress(address, window), { type: 'module', name });
}
