import { describe, expect, test } from 'vitest';
import { decodeFile } from '$lib/core/formats/file-content';
import { parseJson, writeJson } from '$lib/core/formats/json';
import { toldOf } from './library';

const utf16 = (text: string, littleEndian: boolean) => {
	const bytes = new DataView(new ArrayBuffer(text.length * 2));
	[...Array(text.length).keys()].forEach((i) =>
		bytes.setUint16(i * 2, text.charCodeAt(i), littleEndian)
	);
	return new Uint8Array(bytes.buffer);
};
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('The text of a file', () => {
	test.each([
		['UTF-8', utf8('{"ä": "😀"}')],
		['UTF-8 with a mark', utf8('\ufeff{"ä": "😀"}')],
		['UTF-16, little end first, with a mark', utf16('\ufeff{"ä": "😀"}', true)],
		['UTF-16, big end first, with a mark', utf16('\ufeff{"ä": "😀"}', false)],
		['UTF-16 without a mark, little end first', utf16('{"ä": "😀"}', true)],
		['UTF-16 without a mark, big end first', utf16('{"ä": "😀"}', false)]
	])('is read from %s', (_, bytes) => expect(decodeFile(bytes)).toBe('{"ä": "😀"}'));

	test.each([
		['nothing', new Uint8Array(), 'is empty'],
		[
			'bytes that are no UTF-8',
			Uint8Array.of(0x7b, 0xc3, 0x28),
			'is not a text, or not one in UTF-8'
		],
		[
			'UTF-16 that ends in the middle',
			Uint8Array.of(0xff, 0xfe, 0x7b),
			'is not a text, or not one in UTF-16LE'
		]
	])('is refused: %s', (_, bytes, text) => {
		expect(toldOf(() => decodeFile(bytes))).toEqual({ path: '', text });
	});
});

describe('JSON of a file', () => {
	test('comes in fresh objects, without what reaches a prototype', () => {
		const text = '{"b": 1, "__proto__": {"bad": 1}, "a": {"constructor": {"prototype": {}}}}';
		const parsed = parseJson(text) as Record<string, unknown>;
		expect(parsed).toEqual({ a: {}, b: 1 });
		expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
		expect('bad' in parsed).toBe(false);
	});

	test('takes the last of two equal keys, and mends halves of pairs', () => {
		expect(parseJson('{"a": 1, "a": "x\\ud83d"}')).toEqual({ a: 'x\ufffd' });
		expect(writeJson({ b: 'x\ud83d', a: [undefined, '😀'], c: undefined })).toBe(
			'{"a":[null,"😀"],"b":"x\ufffd"}'
		);
	});

	test.each([
		['broken off', '{"items": [1, 2', '', 'breaks off before its end, or is damaged'],
		['no JSON', 'items', '', 'breaks off before its end, or is damaged'],
		[
			'too deep',
			`{"a": ${'['.repeat(40)}${']'.repeat(40)}}`,
			'a[0][0][0][0][0]',
			'more than 32 levels'
		],
		['very much too deep', '['.repeat(5_000_000), '', 'breaks off before its end, or is damaged'],
		['with a monstrous text', `{"a": ["${'x'.repeat(17 * 2 ** 20)}"]}`, 'a[0]', 'too long']
	])('is refused: %s', (_, json, path, text) => {
		expect(toldOf(() => parseJson(json))).toEqual({ path, text: expect.stringContaining(text) });
	});
});
