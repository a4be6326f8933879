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
		const { content, name } = sharedIn(await request.formData());
		const cache = await caches.open(ownName(base, SHARED_CACHE));
		const headers = { [SHARED_NAME_HEADER]: encodeURIComponent(name) };
		await cache.put(ADDRESS, new Response(content, { headers }));
	} catch {
		// No room, or a form that breaks off: the page finds nothing, and says so.
	}
	return Response.redirect(`${ADDRESS}?shared`, 303);
}

/**
 * What a form brings, and its name for the reader. A form without a file may have an empty one; of several
 * files the first is taken, and its name says that there are others.
 */
function sharedIn(form: FormData): { content: File | string; name: string } {
	const files = form.getAll(SHARED_FILE).filter((file) => file instanceof File);
	const [first, ...others] = files.filter(({ name, size }) => name !== '' || size > 0);
	if (!first) {
		const texts = [...form.getAll(SHARED_FILE), ...form.getAll(SHARED_TEXT)];
		return {
			content: texts.filter((text) => typeof text === 'string').join('\n\n'),
			name: 'shared text'
		};
	}
	const name =
		others.length > 0 ? `${first.name} (the first of ${others.length + 1} files)` : first.name;
	return { content: first, name };
}
