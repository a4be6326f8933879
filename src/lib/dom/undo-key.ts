/** What keys are, on every layout. */

/** Whether it is the key that undoes with Ctrl or ⌘: on layouts without Latin letters, the one that has z elsewhere. */
export function isUndoKey({ key, code }: KeyboardEvent): boolean {
	return /^[a-z]$/i.test(key) ? key.toLowerCase() === 'z' : code === 'KeyZ';
}
