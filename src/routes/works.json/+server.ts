import { json } from '@sveltejs/kit';
import { library, workSummaries } from '$lib/server/library';
import type { RequestHandler } from './$types';

export const prerender = true;

/** Every work and its chapters, for the search: fetched (from the worker's cache) when one searches beyond the page. */
export const GET: RequestHandler = () => json(workSummaries(library()));
