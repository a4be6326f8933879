/**
 * Has an on-screen keyboard take its space from the page, so that what stands at the bottom edge stands
 * above it. WebKit does not know how to, moves the field in sight by itself, and would complain of the
 * word in the console; without script there is no field. So it stands in no page, and is added here.
 */
export function resizeForKeyboard(): void {
	// By the HTML standard one of three in every browser; this is WebKit's.
	if (navigator.vendor === 'Apple Computer, Inc.') return;
	const viewport = document.querySelector<HTMLMetaElement>('meta[name=viewport]')!;
	if (!viewport.content.includes('interactive-widget')) {
		viewport.content += ', interactive-widget=resizes-content';
	}
}
