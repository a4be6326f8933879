import { writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { loadConfigFromFile, mergeConfig } from 'vite';

const HOUSE = resolve(import.meta.dirname, '../..');

/** @type {import('vite').UserConfig} */
const noting = {
	plugins: [
		{
			name: 'postil:modules',
			applyToEnvironment: ({ name }) => name === 'client',
			generateBundle(_options, bundle) {
				const scripts = Object.values(bundle).filter((file) => file.type === 'chunk');
				// The service worker's build comes last, and is called client too.
				if (scripts.some(({ fileName }) => fileName === 'service-worker.js')) return;
				const modules = Object.fromEntries(
					scripts.map((script) => [
						script.fileName,
						Object.entries(script.modules).map(([id, { renderedLength }]) => [
							relative(HOUSE, id.replace(/^\0/, '')),
							renderedLength
						])
					])
				);
				writeFileSync(String(process.env.MODULES), JSON.stringify(modules));
			}
		}
	]
};

/**
 * The build as it is, which besides notes what each of its scripts is made of: a JSON file at the path
 * `MODULES`, `{ [script]: [module, length][] }`, lengths in characters before they are minified.
 *
 * @param {import('vite').ConfigEnv} env
 */
export default async (env) => {
	const asItIs = await loadConfigFromFile(env, join(HOUSE, 'vite.config.ts'));
	return mergeConfig(asItIs?.config ?? {}, noting);
};
