import adapterStatic from '@sveltejs/adapter-static';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersFile } from './write-headers.js';
import { listFiles } from './list-files.js';
import { writePrecacheList } from './precache/precache-list.js';

/**
 * Kit's adapter for static sites, and after it what only a finished build allows: the list of files
 * with their hashes in the service worker, and the headers for hosts that send them.
 *
 * @param {{ dir: string, base: string, killSwitch: boolean }} options `dir` is the folder for the
 *     site; a worker that is a kill switch caches nothing, and so has no list
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function adapter({ dir, base, killSwitch }) {
	return {
		name: 'postil',
		async adapt(builder) {
			await adapterStatic({ pages: dir, assets: dir }).adapt(builder);
			// The page for unknown addresses is prerendered, so that it can be read without script. Its
			// links are absolute (`paths.relative: false`), so that a host may show it at any address.
			renameSync(join(dir, '404/index.html'), join(dir, '404.html'));
			rmSync(join(dir, '404'), { recursive: true });
			// Links load documents, so nobody asks for a page's data.
			for (const file of listFiles(dir)) {
				if (file.endsWith('__data.json')) rmSync(join(dir, file));
			}
			writeFileSync(join(dir, '_headers'), headersFile(base));
			writeFileSync(join(dir, '.nojekyll'), ''); // without it GitHub Pages leaves out _app/
			if (!killSwitch) writePrecacheList(dir);
		}
	};
}
