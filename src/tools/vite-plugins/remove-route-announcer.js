/**
 * A plugin that takes Kit's route announcer out of the app. The announcer tells screen readers of
 * navigations within one document. Our links load documents, which browsers announce themselves, and
 * its `style` attribute is forbidden by our content security policy.
 *
 * @returns {import('vite').Plugin} which throws when Kit's root component is no longer written this way
 */
export function removeRouteAnnouncer() {
	return {
		name: 'postil:remove-route-announcer',
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
