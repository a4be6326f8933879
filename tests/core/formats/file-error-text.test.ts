/** What a reader is told of a file that cannot be taken, and what to do about it. */
import { describe, expect, test } from 'vitest';
import type { FileErrorCode, FileErrorDetails } from '$lib/core/formats/file-error';
import { fileErrorAdvice, fileErrorText } from '$lib/core/formats/file-error-text';

describe('The words for a fault', () => {
	test.each<[FileErrorCode, FileErrorDetails, string]>([
		['too-large', { limit: 256 * 2 ** 20 }, 'is larger than 256 MB'],
		['too-many-rows', { limit: 200_000 }, 'has more than 200,000 rows'],
		['too-many-items', { limit: 200_000 }, 'has more than 200,000 entries'],
		['too-many-values', { limit: 20_000_000 }, 'holds more than 20,000,000 values'],
		['too-deep', { limit: 32 }, 'is nested more than 32 levels deep'],
		['not-text', { encoding: 'UTF-8' }, 'is not a text, or not one in UTF-8'],
		['broken-json', {}, 'breaks off before its end, or is damaged'],
		[
			'broken-json',
			{ character: 12_345 },
			'breaks off before its end, or is damaged at character 12,345'
		],
		['broken-json', { line: 7 }, 'breaks off before its end, or is damaged in line 7'],
		['annotations-elsewhere', {}, 'is only the address of the annotations'],
		['no-annotations-in-page', {}, 'is a page without annotations that Postil can read'],
		['only-an-address', {}, 'is only an address'],
		['no-highlight-or-note', {}, 'has no highlight and no note']
	])('%s %j', (code, details, text) => expect(fileErrorText(code, details)).toBe(text));
});

describe('The advice', () => {
	test.each<[FileErrorCode, RegExp]>([
		['empty', /^It may not have been copied or downloaded completely/],
		['broken-json', /get it again, and choose it once more\.$/],
		['too-large', /^Save it in several smaller files/],
		['too-many-rows', /^Save it in several smaller files/],
		['too-many-items', /^Save it in several smaller files/],
		['too-many-values', /^Save it in several smaller files/],
		['too-deep', /the file may be damaged/],
		['text-too-long', /the file may be damaged/],
		['annotations-elsewhere', /^Download what stands at that address/],
		['not-text', /^Postil reads .* save it as UTF-8\.$/],
		['no-annotations', /^Postil reads .* of a Kindle\.$/]
	])('for %s', (code, advice) => expect(fileErrorAdvice(code)).toMatch(advice));

	test('names every kind of file that can be read', () => {
		expect(fileErrorAdvice('unknown-format')).toBe(
			'Postil reads its own backups and study packets, what its rescue page saved, web annotations (JSON-LD, .annotation), Hypothesis JSON, Readwise CSV, and My Clippings of a Kindle.'
		);
	});
});
