import { createHash } from 'node:crypto';

/**
 * The SHA-256 of some bytes, as the attribute `integrity` and content security policies write it.
 *
 * @param {string | Uint8Array} content
 * @returns {`sha256-${string}`}
 */
export function integrity(content) {
	return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
