const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...LETTERS].map((letter, value) => [letter.charCodeAt(0), value]));

/** The bytes that a text in base64 says; what is no sign of it is passed over. */
export function decodeBase64(text: string): Uint8Array {
	const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
	let length = 0;
	let bits = 0;
	let count = 0;
	for (let at = 0; at < text.length; at++) {
		const value = VALUES.get(text.charCodeAt(at));
		if (value === undefined) continue;
		bits = ((bits << 6) | value) & 0xffffff;
		count += 6;
		if (count < 8) continue;
		count -= 8;
		bytes[length++] = (bits >> count) & 0xff;
	}
	return bytes.slice(0, length);
}
