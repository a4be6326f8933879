import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editionOf, sha256Hex } from '$lib/core/text/edition';

const expected = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

test.each([0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 1_000_000])(
	'hashes a text of %i units as everybody does',
	(length) => expect(sha256Hex('a'.repeat(length))).toBe(expected('a'.repeat(length)))
);

test('hashes any text as everybody does', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
			expect(sha256Hex(text)).toBe(expected(text));
		})
	);
});

test('names an edition by the first half', () => {
	expect(editionOf('text')).toBe(expected('text').slice(0, 32));
});
