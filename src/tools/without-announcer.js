/**
 * Takes Kit's route announcer out of the app. It tells screen readers of
 * navigations inside one document; ours load documents, which browsers announce.
 * Its `style` attribute is what the content security policy forbids.
 *
 * @returns {import('vite').Plugin}
 * @throws {Error} while building, when Kit writes its root component otherwise
 */
export function withoutAnnouncer() {
	return {
		name: 'postil:without-announcer',
		enforce: 'pre',
		transform: {
			filter: { id: /\/generated\/root\.svelte$/ },
			handler(code) {
				const without = code.replace(
					/\{#if mounted\}[\s\S]*?<div id="svelte-announcer"[\s\S]*$/,
					''
				);
				if (without === code) throw new Error('The announcer is not where it was in root.svelte.');
				return without;
			}
		}
	};
}
