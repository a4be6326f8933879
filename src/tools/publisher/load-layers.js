import { resolve } from 'node:path';
import { runnerImport } from 'vite';

/**
 * A module of src/lib, which is TypeScript, for a command that runs in Node.
 *
 * @template T
 * @param {string} path of the module in src/lib: `server/library.ts`
 * @returns {Promise<T>} what it exports
 * @see https://vite.dev/guide/api-javascript#runnerimport
 */
export async function loadLayers(path) {
	const lib = resolve(import.meta.dirname, '../../lib');
	const { module } = await runnerImport(resolve(lib, path), {
		configFile: false,
		logLevel: 'error',
		resolve: { alias: { $lib: lib } }
	});
	return /** @type {T} */ (module);
}
