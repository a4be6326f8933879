import { error, json } from '@sveltejs/kit';
import { findWork, library, workSummary } from '$lib/server/library';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => library().works.map(({ slug }) => ({ work: slug }));

/**
 * A work and its chapters, for the *Contents* sheet: fetched (from the worker's
 * cache) when opened, so that no chapter's page carries a hundred titles.
 */
export const GET: RequestHandler = ({ params }) => {
	const work = findWork(library(), params.work);
	if (!work) error(404);
	return json(workSummary(work));
};
