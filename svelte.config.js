import { env } from 'node:process';
import { adapter } from './src/tools/adapter.js';
import { basePath } from './src/tools/base-path.js';
import { beforePaintScript } from './src/tools/before-paint-script.js';
import { codeVersion } from './src/tools/code-version.js';

const base = basePath(env.BASE_PATH);
const killSwitch = Boolean(env.KILL_SWITCH);
const CODE = ['src/', 'static/', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ dir: env.BUILD_DIR ?? 'build', base, killSwitch }),
		// Absolute addresses, so that 404.html can be shown at any depth.
		paths: { base, relative: false },
		// Kit writes it into every page: a date or a text in it would change them all.
		version: { name: codeVersion(CODE, base) },
		files: { serviceWorker: `src/service-worker/${killSwitch ? 'kill-switch' : 'index'}` },
		serviceWorker: { register: false }, // src/lib/offline/ does
		prerender: {
			handleHttpError: 'fail',
			// `#:~:text=…` leads to words, of which Kit does not know.
			handleMissingId: ({ id, message }) => {
				if (!id.startsWith(':~:')) throw new Error(message);
			},
			handleUnseenRoutes: 'ignore' // a work may have no pictures
		},
		inlineStyleThreshold: 64 * 1024, // a page's styles come with it, fonts' never
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', beforePaintScript(base).hash],
				'style-src': ['self'],
				'object-src': ['none'],
				'require-trusted-types-for': ['script'],
				// Svelte's templates; and what we vouch for ourselves (core/app/trusted-types.ts).
				'trusted-types': ['svelte-trusted-html', 'postil'],
				'form-action': ['self'],
				'base-uri': ['none']
			}
		}
	}
};
