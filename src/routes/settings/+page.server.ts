import { version } from '$app/environment';
import { heads, library } from '$lib/server/library';
import { licences } from '$lib/server/licences';
import { readFileSync } from 'node:fs';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
	const number: string = JSON.parse(readFileSync('package.json', 'utf8')).version;
	return {
		licences: licences(),
		works: heads(library()),
		number,
		version: `${number} (${version})`
	};
};
