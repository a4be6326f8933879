import { version } from '$app/environment';
import { heads, library } from '$lib/server/library';
import { licences } from '$lib/server/licences';
import { appVersion } from '$lib/server/version';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
	const number = appVersion();
	return {
		licences: licences(),
		works: heads(library()),
		number,
		version: `${number} (${version})`
	};
};
