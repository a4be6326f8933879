import { version } from '$app/environment';
import { workSummaries, library } from '$lib/server/library';
import { licences } from '$lib/server/licences';
import { appVersion } from '$lib/server/app-version';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
	const number = appVersion();
	return {
		licences: licences(),
		works: workSummaries(library()),
		number,
		version: `${number} (${version})`
	};
};
