import { ownName } from '../lib/core/app/storage-names';
import {
	SHARE_TARGET,
	SHARED_CACHE,
	SHARED_COUNT,
	SHARED_FILE,
	SHARED_NAME_HEADER,
	SHARED_TEXT
} from '../lib/core/app/shared-file';
import { base, root } from './this-build';

const ADDRESS = root + SHARE_TARGET;

/** Whether a request brings a file that was shared to the app: it opens a page of its own, in no frame. */
export function isSharedFile({ method, url, destination }: Request): boolean {
	return method === 'POST' && destination === 'document' && url.split('?')[0] === ADDRESS;
}

/**
 * Stores what was shared, each file under an address of its own, and sends the reader to the page that
 * reads it, with the number of files that were sent: of those that were not stored it finds fewer.
 */
export async function storeSharedFiles(request: Request): Promise<Response> {
	const cacheName = ownName(base, SHARED_CACHE);
	let sent = 0;
	try {
		await caches.delete(cacheName); // what no page took
		const shared = sharedIn(await request.formData());
		sent = shared.length;
		const cache = await caches.open(cacheName);
		// One after the other, since a cache gives them in the order in which they came.
		for (const [index, response] of shared.entries())
			await cache.put(`${ADDRESS}?${index}`, response);
	} catch {
		// No room, a file that cannot be read, or a form that breaks off: the page says what is missing.
	}
	return Response.redirect(`${ADDRESS}?${SHARED_COUNT}=${sent}`, 303);
}

/** What a form brings: its files, or else its text. A form without a file may have an empty one. */
function sharedIn(form: FormData): Response[] {
	const all = form.getAll(SHARED_FILE).filter((file) => file instanceof File);
	const files = all.filter(({ name, size }) => name !== '' || size > 0);
	if (files.length > 0)
		return files.map((file) => new Response(file, { headers: headersOf(file) }));
	const texts = [...form.getAll(SHARED_FILE), ...form.getAll(SHARED_TEXT)];
	return [new Response(texts.filter((text) => typeof text === 'string').join('\n\n'))];
}

function headersOf({ name }: File): Record<string, string> {
	return { [SHARED_NAME_HEADER]: encodeURIComponent(name) };
}
