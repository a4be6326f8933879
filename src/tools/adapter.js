import adapterStatic from '@sveltejs/adapter-static';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersFile } from './headers.js';
import { listFiles } from './files.js';
import { writePrecacheList } from './precache-list.js';

/**
 * adapter-static, and then what only a finished build allows: the worker's list of files with
 * their hashes, and the headers for hosts that send them.
 *
 * @param {{ dir: string, base: string, killSwitch: boolean }} options `dir` is where the site goes;
 *     a kill switch keeps nothing, so it gets no list
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function adapter({ dir, base, killSwitch }) {
	return {
		name: 'postil',
		async adapt(builder) {
			await adapterStatic({ pages: dir, assets: dir }).adapt(builder);
			// A whole page like any other, so that it can be read without script; its links are
			// absolute (`paths.relative: false`), so a host may show it at any address.
			renameSync(join(dir, '404/index.html'), join(dir, '404.html'));
			rmSync(join(dir, '404'), { recursive: true });
			// Links load documents, so nobody asks for a page's data.
			for (const file of listFiles(dir)) {
				if (file.endsWith('__data.json')) rmSync(join(dir, file));
			}
			writeFileSync(join(dir, '_headers'), headersFile(base));
			writeFileSync(join(dir, '.nojekyll'), ''); // or GitHub Pages leaves out _app/
			if (!killSwitch) writePrecacheList(dir);
		}
	};
}
