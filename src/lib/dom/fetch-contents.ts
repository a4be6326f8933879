import type { Work } from '$lib/core/text/work';
import { fetchPage } from './fetch-page';

/** What is published of a work, with the list of its chapters; `null` when it cannot be had now. */
export async function fetchContents(base: string, slug: string): Promise<Work | null> {
	const text = await fetchPage(`${base}/${slug}/contents.json`);
	return text === null ? null : (JSON.parse(text) as Work);
}
