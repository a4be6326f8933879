import { bytesOf, splitPack, type PackStatus } from '../../lib/core/app/packs';
import { ownName } from '../../lib/core/app/storage-names';
import { isQuotaError } from '../fetch-verified';
import { sendToPages } from '../pages';
import { base, packs } from '../this-build';
import { deletePackKeys, markWhole, packKey, packKeys, saveChoices } from './pack-cache';
import { listKey, packFiles } from './pack-list';
import { storeFiles } from './store-files';

/** Packs that are being fetched: what ends that, and when it has ended. */
const fetching = new Map<string, { controller: AbortController; ended: Promise<void> }>();
/** Packs for which there was no space the last time. */
const full = new Set<string>();

/** A worker that takes the place of this one is not let wait for the packs that this one fetches. */
const CHANNEL = ownName(base, 'packs');

/** Whether the files of a pack are on their way, asked for by this worker. */
export function isFetching(work: string): boolean {
	return fetching.has(work);
}

/** Whether there was no space for a pack the last time. */
export function isFull(work: string): boolean {
	return full.has(work);
}

/** Ends what the worker that is still in charge fetches for packs; the next one goes on with it. */
export function stopOtherWorker(): void {
	const channel = new BroadcastChannel(CHANNEL);
	channel.postMessage('stop');
	channel.close();
}

/** Fetches the files of a pack that are not in the cache, until all are, or it is stopped. */
export function fetchPack(work: string): Promise<void> {
	const running = fetching.get(work);
	if (running) return running.ended;
	const controller = new AbortController();
	const channel = new BroadcastChannel(CHANNEL);
	channel.onmessage = () => controller.abort();
	const ended = storePack(work, controller.signal).finally(() => {
		channel.close();
		fetching.delete(work);
	});
	fetching.set(work, { controller, ended });
	return ended;
}

/** Ends the fetching of a pack, and resolves when it has ended. */
export async function stopPack(work: string): Promise<void> {
	const running = fetching.get(work);
	running?.controller.abort();
	await running?.ended;
}

/** Its status in words comes with each file; the last one is told by who asked for the pack. */
async function storePack(work: string, signal: AbortSignal): Promise<void> {
	full.delete(work);
	const stored: string[] = [];
	try {
		const files = await packFiles(work, signal);
		const keys = await packKeys();
		const isCached = (address: string) => keys.has(packKey(address, files[address]));
		const { cached, missing } = splitPack(files, isCached);
		let done = bytesOf(files, cached);
		const tell = () => sendProgress({ work, bytes: packs[work].bytes, done });
		tell();
		const onstored = (address: string) => {
			stored.push(packKey(address, files[address]));
			done += files[address].bytes;
			tell();
		};
		const isWhole = await storeFiles(files, missing, { signal, onstored });
		if (isWhole) await markWhole(listKey(work), true);
	} catch (error) {
		if (!isQuotaError(error)) return; // Its list cannot be had now, or it was stopped.
		full.add(work);
		// The reader's annotations may need the space.
		await deletePackKeys(stored);
		await saveChoices({ [work]: 'paused' });
	}
}

function sendProgress(progress: Pick<PackStatus, 'work' | 'bytes' | 'done'>): void {
	void sendToPages({ type: 'PACK', status: { ...progress, state: 'fetching', full: false } });
}
