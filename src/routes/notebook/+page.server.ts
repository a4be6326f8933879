import { workSummaries, library } from '$lib/server/library';
import { appVersion } from '$lib/server/app-version';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
	works: workSummaries(library()),
	version: appVersion()
});
