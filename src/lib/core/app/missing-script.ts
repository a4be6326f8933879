/** Scripts that are loaded on demand, and what happens offline when one was never kept. */

/** A part of the app that could not be fetched: it is neither on this device, nor to be had over the network. */
export class MissingScriptError extends Error {
	override name = 'MissingScriptError';
}

/**
 * How browsers word it that `import()` fetched nothing: Chromium and Firefox, Safari, Safari when a
 * captive portal answered, and Vite when a component's style sheet did not come.
 */
const NOT_FETCHED = /imported module|Importing a module|MIME type|preload CSS/;

/**
 * Loads a module on demand: `await loadModule(() => import('./file-worker-client'))`.
 *
 * @throws MissingScriptError when it cannot be fetched; what the module itself throws while it starts,
 *     as it is
 */
export async function loadModule<Module>(load: () => Promise<Module>): Promise<Module> {
	try {
		return await load();
	} catch (error) {
		const { message } = error as Error;
		throw NOT_FETCHED.test(message) ? new MissingScriptError(message) : error;
	}
}
