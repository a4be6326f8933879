import type { ToWorker, WorkerStatus } from '../lib/core/app/worker-messages';
import { deleteOldFiles } from './delete-old-files';
import { fetchMissingFiles } from './install';
import { bringPacks } from './packs/bring-packs';
import { continuePacks } from './packs/continue-packs';
import { stopOtherWorker } from './packs/keep-pack';
import { storeOpenChapter } from './packs/open-chapter';
import { answerPackMessage } from './packs/pack-messages';
import { sendToPages } from './pages';
import { countCached } from './precache-controller';
import { router } from './routes';
import { isSharedFile, storeSharedFiles } from './shared-file';
import { version } from './this-build';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => event.waitUntil(install(event)));

// Claiming makes the very first visit work offline without a reload. Pages reload when a worker
// takes over from another, not at their first one: src/lib/offline/take-over.ts.
self.addEventListener('activate', (event) => {
	event.waitUntil(self.clients.claim());
	// Not waited for: until the event is over, the reload that the reader asked for has to wait too.
	// What a worker that is killed meanwhile leaves there, the next one deletes.
	deleteOldFiles().catch(() => {});
});

self.addEventListener('message', (event) => {
	switch ((event.data as ToWorker | null)?.type) {
		case 'SKIP_WAITING':
			return event.waitUntil(takeOver());
		case 'STATUS':
			return event.waitUntil(sendStatus(event));
		case 'REPAIR':
			return event.waitUntil(fetchMissingFiles(event));
		default:
			return event.waitUntil(answerPackMessage(event));
	}
});

// Ahead of the router, which sees every request too and leaves a POST alone.
self.addEventListener('fetch', (event) => {
	if (isSharedFile(event.request)) event.respondWith(storeSharedFiles(event.request));
});

router.addFetchListener();

async function install(event: ExtendableEvent): Promise<void> {
	await fetchMissingFiles(event);
	await bringPacks();
}

/** Pages that did not ask for it are told as well: they leave the worker alone whose place this one takes. */
async function takeOver(): Promise<void> {
	await sendToPages({ type: 'TAKING_OVER' });
	stopOtherWorker();
	await self.skipWaiting();
}

/** Every page asks for it when it is loaded, and when the network is back: then packs are gone on with. */
async function sendStatus(event: ExtendableMessageEvent): Promise<void> {
	const isInCharge = await claimClients();
	const status: WorkerStatus = { version, ...(await countCached()) };
	event.ports[0]?.postMessage(status);
	// While a new version waits, the host has its files and no others.
	if (!isInCharge || self.registration.waiting) return;
	if (event.source && 'url' in event.source) await storeOpenChapter(event.source.url);
	await continuePacks();
}

/** A page that was just loading when this worker took charge was passed over then. False while this worker waits. */
async function claimClients(): Promise<boolean> {
	try {
		await self.clients.claim();
		return true;
	} catch (error) {
		if ((error as Error).name !== 'InvalidStateError') throw error;
		return false;
	}
}
