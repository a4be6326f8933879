/**
 * A plugin that has Kit's client name what it takes from Svelte. It takes two functions out of the
 * module's namespace object, which keeps whole, in every page, all that Svelte exports.
 *
 * @returns {import('vite').Plugin} which throws when Kit's client is no longer written this way
 */
export function shakeKitClient() {
	return {
		name: 'postil:shake-kit-client',
		enforce: 'pre',
		transform: {
			filter: { id: /\/@sveltejs\/kit\/src\/runtime\/client\/client\.js$/ },
			handler(code) {
				const named = code.replace(
					'const { onMount, tick } = svelte;',
					'const onMount = svelte.onMount;\nconst tick = svelte.tick;'
				);
				if (named === code) throw new Error("Kit's client.js takes other things from Svelte.");
				return named;
			}
		}
	};
}
