import { isOwnName } from '../lib/core/app/storage-names';
import type { ToWorker } from '../lib/core/app/worker-messages';

declare const self: ServiceWorkerGlobalScope;

// The worker of a build made with KILL_SWITCH=1, should one of ours ever go wrong: it takes the
// place of the broken one, deletes our caches (annotations are in the database), unregisters
// itself, and answers no request, so that pages come from the network again.
const base = new URL('./', location.href).pathname.slice(0, -1);

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener('message', (event) => {
	if ((event.data as ToWorker | null)?.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
});

self.addEventListener('activate', (event) => event.waitUntil(deleteCachesAndUnregister()));

async function deleteCachesAndUnregister(): Promise<void> {
	// The broken worker may answer no page any more, or it would make a cache again.
	await self.clients.claim();
	const names = await caches.keys();
	await Promise.all(
		names.filter((name) => isOwnName(base, name)).map((name) => caches.delete(name))
	);
	await self.registration.unregister();
}
