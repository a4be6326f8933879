const text = (bytes: Uint8Array, from: number, to: number) =>
	String.fromCharCode(...bytes.subarray(from, to));

/** The ending for a picture's bytes, by how they begin; `null` for a kind that a page does not show. */
export function kindOfImage(bytes: Uint8Array): 'gif' | 'jpg' | 'png' | 'svg' | 'webp' | null {
	if (text(bytes, 0, 4) === '\x89PNG') return 'png';
	if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'jpg';
	if (/^GIF8[79]a/.test(text(bytes, 0, 6))) return 'gif';
	if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'webp';
	return /^[\s\S]{0,3}\s*<(\?xml|svg|!DOCTYPE svg|!--)/.test(text(bytes, 0, 200)) ? 'svg' : null;
}

const TYPES = {
	gif: 'image/gif',
	jpg: 'image/jpeg',
	png: 'image/png',
	svg: 'image/svg+xml',
	webp: 'image/webp'
};

/** The media type of a picture that a page shows. */
export function mediaTypeOf(bytes: Uint8Array): string {
	const kind = kindOfImage(bytes);
	return kind ? TYPES[kind] : 'application/octet-stream';
}
