/** What the page of a work shows when the reader prints it. Left out of the server's build, as in the reading page. */
export const lazyPrint = import.meta.env.SSR
	? null
	: { PrintSheet: () => import('../print/PrintSheet.svelte') };
