import { error } from '@sveltejs/kit';
import { findWork, library, readImage } from '$lib/server/library';
import type { WorkWithChapters } from '$lib/server/work';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
	library().works.flatMap((work) => imagesOf(work).map((image) => ({ work: work.slug, image })));

/** A picture of a chapter, or the cover, as it lies in its work's folder. */
export const GET: RequestHandler = ({ params }) => {
	const work = findWork(library(), params.work);
	if (!work || !imagesOf(work).includes(params.image)) error(404);
	return new Response(readImage(work, params.image));
};

function imagesOf({ cover, chapters }: WorkWithChapters): string[] {
	return [...(cover ? [cover] : []), ...chapters.flatMap(({ images }) => images)];
}
