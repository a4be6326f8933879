/** Whether a part of the app could not be fetched: neither kept yet, nor to be had over the network. */
export function isMissingScript(error: unknown): boolean {
	// What `import()` rejects with; Chromium, Firefox and Safari each word it in their own way.
	return error instanceof TypeError && /import|module/i.test(error.message);
}
