/** Names that nothing else has, on any device. */

/**
 * A random name in hexadecimal digits, two a byte.
 *
 * @param bytes 16 make a name for ever, 8 are enough for what lives as long as a tab
 */
export function randomId(bytes: number): string {
	// Not `crypto.randomUUID`, which is missing on plain http.
	const values = crypto.getRandomValues(new Uint8Array(bytes));
	return Array.from(values, (value) => value.toString(16).padStart(2, '0')).join('');
}
