import { createHash } from 'node:crypto';

/** The name of a chapter's edition: the first 32 hex digits of the SHA-256 of its text's UTF-8. */
export function editionOf(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 32);
}
