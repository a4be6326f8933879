import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { findFaults, makeChapter } from '../make-chapter';

describe('an edition', () => {
	test('is named by the hash of its text', () => {
		const { edition, text } = makeChapter('Été.\n\nTwo.');
		const hash = createHash('sha256').update(Buffer.from('Été.\nTwo.', 'utf8')).digest('hex');
		expect(text).toBe('Été.\nTwo.');
		expect(edition).toBe(hash.slice(0, 32));
	});

	test('is another when a word is corrected, the same when only its look is', () => {
		const { edition } = makeChapter('One two.');
		expect(makeChapter('One *two*.').edition).toBe(edition);
		expect(makeChapter('One\ntwo.').edition).toBe(edition);
		expect(makeChapter('One too.').edition).not.toBe(edition);
		expect(makeChapter('One\n\ntwo.').edition).not.toBe(edition);
	});
});

test.each([
	['no text', '', 'all  has no text | Write the chapter below its title.'],
	['nothing but a section break', '---', 'all  has no text | Write the chapter below its title.'],
	[
		'not NFC by references',
		'Cafe&#x301;',
		'all  makes “e\u0301” (U+0065 U+0301), which is not in the Unicode form NFC | Write the letter with its accent as one character.'
	]
])('reported: %s', (_, markdown, fault) => {
	expect(findFaults(markdown)).toEqual([fault]);
});

test.each([['>'.repeat(5000) + ' a'], ['- '.repeat(5000) + 'a'], ['1. '.repeat(100) + 'a']])(
	'What is nested thousands of times is a fault, and no crash',
	(line) => {
		expect(findFaults(`One.\n\n${line}\n\nTwo.`)).toEqual([
			expect.stringMatching(/^3 {2}this line is nested too deeply/)
		]);
	}
);
