/**
 * What the reading page shows only when the reader does something. Left out of the server's build:
 * Kit puts into a page the styles of every component that its server could reach.
 */
export const lazyComponents = import.meta.env.SSR
	? null
	: { OverlayLayer: () => import('./OverlayLayer.svelte') };
