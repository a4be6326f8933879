import { fontFiles } from '$lib/core/reading/font-files';

/**
 * Fetches a font whole, as far as `text` needs it: its style sheet, and every style and
 * weight. The worker keeps what it is asked for, so that an italic is there offline that
 * no page had yet. `sheet`: address of its style sheet.
 * @returns whether all of it is on the device now
 */
export async function keepFont(sheet: string, text: string): Promise<boolean> {
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
		return false; // no network, and not kept
	}
}
