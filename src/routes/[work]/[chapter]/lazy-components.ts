/**
 * What the reading page shows only when asked. Left out of the server's build:
 * Kit puts into a page the styles of every component that its server could reach.
 * The page fetches it when the reader first touches it or presses a key, so that few taps wait.
 */
export const lazyComponents = import.meta.env.SSR
	? null
	: {
			AppearanceSheet: () => import('./sheets/AppearanceSheet.svelte'),
			BackChip: () => import('./position/BackChip.svelte'),
			ContentsSheet: () => import('./sheets/ContentsSheet.svelte'),
			Marking: () => import('./marking/Marking.svelte')
		};
