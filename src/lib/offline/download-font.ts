import { fontFiles } from '$lib/core/reading/font-files';

/**
 * Downloads a font as far as `text` needs it: its style sheet, and the files of every style and
 * weight, so that an italic that no page has shown yet is there offline. The service worker caches
 * what it passes on.
 *
 * @param sheet address of the font's style sheet
 * @returns whether all of it arrived
 */
export async function downloadFont(sheet: string, text: string): Promise<boolean> {
	try {
		const response = await fetch(sheet);
		if (!response.ok) return false;
		const files = fontFiles(await response.text(), text);
		const answers = await Promise.all(
			files.map((file) => fetch(new URL(file, new URL(sheet, location.href))))
		);
		return answers.every(({ ok }) => ok);
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		return false; // The network is gone, and the font was not cached.
	}
}
