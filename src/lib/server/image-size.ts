/** Of an image as it is shown, in CSS pixels. */
export interface ImageSize {
	width: number;
	height: number;
}

/** The size in a PNG, JPEG, GIF, WebP or SVG file's header; `null` when it is none of these, or broken. */
export function readImageSize(file: Buffer): ImageSize | null {
	try {
		const size = sizeOf(file);
		return size && size.width > 0 && size.height > 0 ? size : null;
	} catch (error) {
		if (error instanceof RangeError) return null; // cut off: read past its end
		throw error;
	}
}

function sizeOf(file: Buffer): ImageSize | null {
	const at = (start: number, end: number) => file.toString('latin1', start, end);
	if (at(0, 8) === '\x89PNG\r\n\x1a\n')
		return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
	if (/^GIF8[79]a$/.test(at(0, 6)))
		return { width: file.readUInt16LE(6), height: file.readUInt16LE(8) };
	if (at(0, 4) === 'RIFF' && at(8, 12) === 'WEBP') return webpSize(file, at(12, 16));
	if (at(0, 2) === '\xff\xd8') return jpegSize(file);
	return svgSize(file.toString('utf8'));
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function webpSize(file: Buffer, chunk: string): ImageSize | null {
	if (chunk === 'VP8X')
		return { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 };
	if (chunk === 'VP8 ')
		return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff };
	if (chunk !== 'VP8L') return null;
	const bits = file.readUInt32LE(21);
	return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** ITU T.81, annex B: segments of marker and length, until a start of frame. */
function jpegSize(file: Buffer): ImageSize | null {
	let turned = false;
	for (let at = 2; file.readUInt8(at) === 0xff; at += 2 + file.readUInt16BE(at + 2)) {
		const marker = file.readUInt8(at + 1);
		if (marker === 0xe1)
			turned = isTurned(file.subarray(at + 4, at + 2 + file.readUInt16BE(at + 2)));
		// C0 to CF are frames, but for three: Huffman tables, reserved, arithmetic conditioning.
		if (marker < 0xc0 || marker > 0xcf || [0xc4, 0xc8, 0xcc].includes(marker)) continue;
		const [width, height] = [file.readUInt16BE(at + 7), file.readUInt16BE(at + 5)];
		return turned ? { width: height, height: width } : { width, height };
	}
	return null;
}

/** Whether a phone's photo lies on its side, by its Exif orientation (5 to 8): browsers turn it. */
function isTurned(exif: Buffer): boolean {
	if (exif.toString('latin1', 0, 6) !== 'Exif\0\0') return false;
	const tiff = exif.subarray(6);
	const little = tiff.toString('latin1', 0, 2) === 'II';
	const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
	const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
	for (let entry = 0; entry < short(directory); entry++) {
		const at = directory + 2 + entry * 12;
		if (short(at) === 0x0112) return short(at + 8) >= 5;
	}
	return false;
}

/** By `width` and `height` in pixels, else by the shape of `viewBox`. */
function svgSize(source: string): ImageSize | null {
	const tag = /<svg\s[^>]*>/.exec(source)?.[0] ?? '';
	const length = (name: string) =>
		Number(new RegExp(`\\s${name}=["']([\\d.]+)(?:px)?["']`).exec(tag)?.[1]);
	const box = /\sviewBox=["']([^"']*)["']/
		.exec(tag)?.[1]
		.trim()
		.split(/[\s,]+/)
		.map(Number);
	const width = Math.round(length('width') || box?.[2] || 0);
	const height = Math.round(length('height') || box?.[3] || 0);
	return { width, height };
}
