import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import type { ViteUserConfig } from 'vitest/config';
import { basePath } from './src/tools/base-path.js';
import { beforePaintScript, shelfOrderScript } from './src/tools/before-paint-script.js';
import { browserArgs, findBrowser } from './src/tools/find-browser.js';
import { printContentFaults } from './src/tools/vite-plugins/print-content-faults.js';
import { readingPageChunks } from './src/tools/vite-plugins/reading-page-chunks.js';
import { removeRouteAnnouncer } from './src/tools/vite-plugins/remove-route-announcer.js';
import { shakeKitClient } from './src/tools/vite-plugins/shake-kit-client.js';

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
	plugins: [
		printContentFaults(),
		removeRouteAnnouncer(),
		shakeKitClient(),
		readingPageChunks(),
		sveltekit()
	],
	define: {
		BEFORE_PAINT: JSON.stringify(beforePaintScript(basePath(process.env.BASE_PATH)).code),
		SHELF_ORDER: JSON.stringify(shelfOrderScript(basePath(process.env.BASE_PATH)))
	},
	// Modules, since a worker may load a part of itself when it comes to need it.
	worker: { format: 'es' },
	resolve: {
		// Every browser and Node version we run in has its own; the stand-in takes 2 KB of a worker.
		alias: {
			'@ungap/structured-clone': fromHere('src/tools/structured-clone.js'),
			// What a browser gets of it decodes by the DOM, which a worker has not.
			'decode-named-character-reference': fromHere(
				'node_modules/decode-named-character-reference/index.js'
			)
		}
	},
	build: {
		// light-dark() as it is: every engine has it since May 2024, and its stand-in is long.
		cssTarget: ['chrome123', 'safari17.5', 'ios17.5', 'firefox120'],
		rolldownOptions: {
			// Vite 8 would print a long table of plugin timings.
			checks: { pluginTimings: false },
			optimization: { inlineConst: true } // a shared number needs no script of its own
		}
	},
	// Kit loads this file three times for a build, which needs none of the tests' packages.
	test: process.env.VITEST ? await testConfig() : undefined
});

async function testConfig(): Promise<ViteUserConfig['test']> {
	const { playwright } = await import('@vitest/browser-playwright');
	return {
		// A busy machine is slow, not wrong.
		testTimeout: 300_000,
		hookTimeout: 300_000,
		expect: { poll: { timeout: 60_000 } },
		maxWorkers: '100%', // by default one core is left idle: of two that is half
		projects: [
			{
				extends: true,
				test: {
					name: 'node',
					environment: 'node',
					isolate: false, // modules of these layers keep no state; a test takes back what it fakes
					setupFiles: 'tests/seed.ts',
					include: ['tests/*.test.ts', 'tests/{content,core,storage,server,tools}/**/*.test.ts'],
					exclude: ['tests/storage/**/*.browser.test.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'browser',
					setupFiles: 'tests/seed.ts',
					include: [
						'tests/{dom,state,ui,offline,routes}/**/*.test.ts',
						'tests/storage/**/*.browser.test.ts' // what no fake has: OPFS, workers
					],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({
							launchOptions: { executablePath: findBrowser(), args: browserArgs() }
						}),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	};
}
