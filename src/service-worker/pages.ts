import type { FromWorker } from '../lib/core/app/worker-messages';
import { root } from './this-build';

declare const self: ServiceWorkerGlobalScope;

/** Sends a message to every open page of this site, also to those that another worker controls. */
export async function sendToPages(message: FromWorker): Promise<void> {
	const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
	for (const page of pages) if (page.url.startsWith(root)) page.postMessage(message);
}
