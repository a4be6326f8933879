/** Puts an appearance on the page: properties of the root, a font's style sheet, the browser's own bars. */

/**
 * Makes the root element look so. `font`: address of the face's style sheet.
 * @returns the colour of the paper, as the browser computed it
 */
export function applyAppearance(
	properties: Record<string, string>,
	font: string | undefined
): string {
	document.documentElement.removeAttribute('style'); // whatever a mirror has put there
	setProperties(document.documentElement, properties);
	if (font && !document.querySelector(`link[href="${font}"]`)) {
		const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: font });
		// The network is gone, and it was never kept: it is asked for again another time.
		sheet.onerror = () => sheet.remove();
		document.head.append(sheet);
	}
	const { backgroundColor } = getComputedStyle(document.documentElement);
	for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
		meta.content = backgroundColor;
	}
	return backgroundColor;
}

/** Sets properties of an element's style; an empty value takes one away. */
export function setProperties(element: HTMLElement, properties: Record<string, string>): void {
	for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value);
}
