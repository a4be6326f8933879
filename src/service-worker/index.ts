import type { ToWorker, WorkerStatus } from '../lib/core/app/worker-messages';
import { tidy } from './builds';
import { fill } from './fill';
import { version } from './list';
import { count } from './precache';
import { router } from './routes';
import { isShared, takeShared } from './shared-file';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => event.waitUntil(fill(event)));

// Claiming makes the very first visit work offline without a reload. Pages reload when a worker
// takes over from another, not at their first one: src/lib/offline/register.ts.
self.addEventListener('activate', (event) => {
	event.waitUntil(self.clients.claim());
	// Not waited for: until the event is over, the reload that the reader asked for has to wait too.
	// What a killed worker leaves lying there, the next one throws away.
	tidy().catch(() => {});
});

self.addEventListener('message', (event) => {
	switch ((event.data as ToWorker | null)?.type) {
		case 'SKIP_WAITING':
			return event.waitUntil(self.skipWaiting());
		case 'STATUS':
			return event.waitUntil(answer(event));
		case 'REPAIR':
			return event.waitUntil(fill(event));
	}
});

// Ahead of the router, which sees every request too and leaves a POST alone.
self.addEventListener('fetch', (event) => {
	if (isShared(event.request)) event.respondWith(takeShared(event.request));
});

router.addFetchListener();

async function answer(event: ExtendableMessageEvent): Promise<void> {
	try {
		// A page that was just loading when this worker took charge was passed over then.
		await self.clients.claim();
	} catch (error) {
		// It still waits, and has no page to take.
		if ((error as Error).name !== 'InvalidStateError') throw error;
	}
	const status: WorkerStatus = { version, ...(await count()) };
	event.ports[0]?.postMessage(status);
}
