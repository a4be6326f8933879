import { heads, library } from '$lib/server/library';
import { appVersion } from '$lib/server/version';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ works: heads(library()), version: appVersion() });
