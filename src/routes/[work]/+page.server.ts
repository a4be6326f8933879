import { error } from '@sveltejs/kit';
import { findWork, library, workSummary } from '$lib/server/library';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => library().works.map(({ slug }) => ({ work: slug }));

export const load: PageServerLoad = ({ params }) => {
	const work = findWork(library(), params.work);
	if (!work) error(404);
	return { work: workSummary(work) };
};
