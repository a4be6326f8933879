/**
 * What names an edition of a chapter: a hash of its text. It is computed at once;
 * the browser's own SHA-256 answers later, and not at all on plain http.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Half of a SHA-256, which no two texts of a library will ever share. */
const EDITION_LENGTH = 32; // hex digits

/** The SHA-256 of a text's UTF-8 in 64 hex digits. Half of a surrogate pair counts as U+FFFD. */
export function sha256Hex(text: string): string {
	return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The name of the edition with this text, as it stands in `data-edition` of the chapter's page. */
export function editionOf(text: string): string {
	return sha256Hex(text).slice(0, EDITION_LENGTH);
}
