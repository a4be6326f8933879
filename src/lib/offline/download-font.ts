import { fontFiles, readFontFaces, type FontFaceParts } from '$lib/core/reading/font-files';

/**
 * Downloads a font as far as `text` needs it: its style sheet, and the files of every style and
 * weight, so that an italic that no page has shown yet is there offline. The service worker caches
 * what it passes on.
 *
 * @param sheet address of the font's style sheet
 * @returns its faces; `null` when not all of it arrived
 */
export async function downloadFont(sheet: string, text: string): Promise<FontFaceParts[] | null> {
	try {
		// In development a script is the answer to who does not ask for a style sheet.
		const response = await fetch(sheet, { headers: { Accept: 'text/css' } });
		if (!response.ok) return null;
		const css = await response.text();
		const resolve = (address: string) => new URL(address, new URL(sheet, location.href)).href;
		const arrived = await Promise.all(
			fontFiles(css, text).map((address) => arrives(resolve(address)))
		);
		return arrived.every(Boolean) ? readFontFaces(css, resolve) : null;
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		return null; // The network is gone, and the font was not cached.
	}
}

/** Whether a file comes, to its last byte: an answer that nobody reads stays on its way. */
async function arrives(address: string): Promise<boolean> {
	const response = await fetch(address);
	await response.arrayBuffer();
	return response.ok;
}
