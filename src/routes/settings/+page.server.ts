import { version } from '$app/environment';
import { licences } from '$lib/server/licences';
import { readFileSync } from 'node:fs';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
	licences: licences(),
	version: `${JSON.parse(readFileSync('package.json', 'utf8')).version} (${version})`
});
