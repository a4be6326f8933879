/** The clipboard, which a browser may refuse, and does not have over plain http. */

/** Copies `text`; whether the browser did. */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
}
