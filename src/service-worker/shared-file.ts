import { ownName } from '../lib/core/app/storage-names';
import {
	SHARE_TARGET,
	SHARED_CACHE,
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

/** Stores what was shared, and sends the reader to the page that imports it. */
export async function storeSharedFile(request: Request): Promise<Response> {
	try {
		const form = await request.formData();
		const file = form.get(SHARED_FILE) ?? form.get(SHARED_TEXT) ?? '';
		const name = typeof file === 'string' ? 'shared text' : file.name;
		const cache = await caches.open(ownName(base, SHARED_CACHE));
		const headers = { [SHARED_NAME_HEADER]: encodeURIComponent(name) };
		await cache.put(ADDRESS, new Response(file, { headers }));
	} catch {
		// No room, or a form that breaks off: the page finds nothing, and says so.
	}
	return Response.redirect(`${ADDRESS}?shared`, 303);
}
