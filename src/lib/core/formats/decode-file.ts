/** The text of a file from its bytes. */
import { FileError } from './file-error';
import { MAX_BYTES } from './limits';

// Not of the DOM, and in every engine, worker and Node; core's own tsconfig has no types for it.
declare const TextDecoder: new (
	label: string,
	options: { fatal: boolean }
) => { decode(bytes: Uint8Array): string };

/**
 * The text of `bytes` without a byte order mark: UTF-8, or UTF-16 of either order, told by its
 * mark or by the zero bytes that plain letters have in it.
 *
 * @throws FileError when the file is empty, too large, or no text
 */
export function decodeFile(bytes: Uint8Array): string {
	if (bytes.length === 0) throw new FileError('empty');
	if (bytes.length > MAX_BYTES) {
		throw new FileError('too-large', '', { limit: MAX_BYTES });
	}
	const encoding = encodingOf(bytes);
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/^\ufeff/, '');
	} catch (error) {
		// TypeError: not in that encoding; RangeError: longer than a string can be.
		if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
		throw new FileError('not-text', '', { encoding: encoding.toUpperCase() });
	}
}

function encodingOf([first, second, third, fourth]: Uint8Array): string {
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
	if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return 'utf-16be';
	return 'utf-8';
}
