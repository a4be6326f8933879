import type { ToWorker, WorkerStatus } from '../lib/core/app/worker-messages';
import { deleteOldFiles } from './delete-old-files';
import { fetchMissingFiles } from './install';
import { sendToPages } from './pages';
import { countCached } from './precache-controller';
import { router } from './routes';
import { isSharedFile, storeSharedFile } from './shared-file';
import { version } from './this-build';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => event.waitUntil(fetchMissingFiles(event)));

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
	}
});

// Ahead of the router, which sees every request too and leaves a POST alone.
self.addEventListener('fetch', (event) => {
	if (isSharedFile(event.request)) event.respondWith(storeSharedFile(event.request));
});

router.addFetchListener();

/** Pages that did not ask for it are told as well: they leave the worker alone whose place this one takes. */
async function takeOver(): Promise<void> {
	await sendToPages({ type: 'TAKING_OVER' });
	await self.skipWaiting();
}

async function sendStatus(event: ExtendableMessageEvent): Promise<void> {
	try {
		// A page that was just loading when this worker took charge was passed over then.
		await self.clients.claim();
	} catch (error) {
		// This worker still waits: it may not take charge of pages.
		if ((error as Error).name !== 'InvalidStateError') throw error;
	}
	const status: WorkerStatus = { version, ...(await countCached()) };
	event.ports[0]?.postMessage(status);
}
