/** Puts an appearance on the page: properties of the root, the faces of a font, the browser's own bars. */

/**
 * Puts the faces of a font on the page, in the place of another's; our inline script may have put
 * them there. By no style sheet: while one is pending, WebKit may paint the page without any style.
 */
export function applyFont(
	faces: readonly [family: string, source: string, descriptors: FontFaceDescriptors][]
): void {
	const present = [...document.fonts];
	// Firefox gives names with their quotation marks.
	const isThere = present.some(({ family }) => family.replace(/["']/g, '') === faces[0]?.[0]);
	// A face that failed is never asked for again by itself.
	if (isThere && present.every(({ status }) => status !== 'error')) return;
	document.fonts.clear();
	for (const face of faces) document.fonts.add(new FontFace(...face));
}

/**
 * Makes the root element look so.
 * @returns the colour of the paper, as the browser computed it
 */
export function applyAppearance(properties: Record<string, string>): string {
	document.documentElement.removeAttribute('style'); // whatever a mirror has put there
	setProperties(document.documentElement, properties);
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
