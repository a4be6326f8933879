import { error } from '@sveltejs/kit';
import { findWork, library, readImage } from '$lib/server/library';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
	library().works.flatMap(({ slug, chapters }) =>
		chapters.flatMap(({ images }) => images.map((image) => ({ work: slug, image })))
	);

/** A picture of a chapter, as it lies in its work's folder. */
export const GET: RequestHandler = ({ params }) => {
	const work = findWork(library(), params.work);
	if (!work?.chapters.some(({ images }) => images.includes(params.image))) error(404);
	return new Response(readImage(work, params.image));
};
