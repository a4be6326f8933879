import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, crc32, decodeLines, encodeLines } from '$lib/storage/journal/lines';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const SOUND = { broken: 0, torn: false };

describe('A journal’s lines', () => {
	test('can be read by a person', () => {
		expect(text(encodeLines([{ a: 'b', c: 1 }]))).toBe('\n1b707e88 15 {"a":"b","c":1}\n');
	});

	test('have the checksum of zip', () => {
		expect(crc32(bytes('123456789'))).toBe(0xcbf43926);
	});

	test('give back what was written, whatever it is', () => {
		fc.assert(
			fc.property(fc.array(fc.jsonValue()), (entries) => {
				const wanted = JSON.parse(JSON.stringify(entries));
				expect(decodeLines(encodeLines(entries))).toEqual({ entries: wanted, ...SOUND });
			})
		);
	});

	test('that a killed writer left half are known for that, and the others are whole', () => {
		const all = encodeLines([1, { text: 'zwei — ✍️' }, 'three']);
		for (let length = 0; length < all.length; length++) {
			const { entries, broken, torn } = decodeLines(all.subarray(0, length));
			expect(broken).toBe(0);
			expect([1, { text: 'zwei — ✍️' }, 'three'].slice(0, entries.length)).toEqual(entries);
			const ends = all.subarray(0, length).lastIndexOf(10) + 1;
			// A line that lacks nothing but its end is whole.
			if (!torn) expect([ends, length]).toContain(length);
		}
	});

	test('with a byte broken anywhere lose two of them at most', () => {
		const entries = Array.from({ length: 20 }, (_, i) => ({ id: i, text: 'x'.repeat(i) }));
		const sound = encodeLines(entries);
		for (let at = 0; at < sound.length; at++) {
			const damaged = sound.slice();
			damaged[at] ^= 0x2a;
			const lines = decodeLines(damaged);
			expect(lines.entries.length).toBeGreaterThanOrEqual(18);
			expect(lines.broken + Number(lines.torn)).toBeGreaterThan(0);
			for (const entry of lines.entries) expect(entries).toContainEqual(entry);
		}
	});

	test('of no sense at all are broken, and end nothing, though they have no end', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
				const ending = concat([noise, encodeLines(['after'])]);
				expect(decodeLines(ending).entries.at(-1)).toBe('after');
			})
		);
	});
});
