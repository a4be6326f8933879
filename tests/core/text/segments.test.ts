import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { segmentsOf } from '$lib/core/text/segments';

const EXILE = readFileSync('content/my-life/43-the-exile.md', 'utf8').slice(0, 20_000);

test.each<[string, string]>([
	['nothing', ''],
	['a chapter', EXILE],
	['a chapter without spaces', EXILE.replaceAll(/\s/gu, '')],
	['initials', 'A. B. '.repeat(3000)],
	['one long word', 'a'.repeat(10_000)],
	['pairs of surrogates', 'a😀'.repeat(5000)]
])('Segments in parts are those of the whole: %s', (_, text) => {
	for (const granularity of ['sentence', 'word', 'grapheme'] as const) {
		const segmenter = new Intl.Segmenter('en', { granularity });
		const found = Array.from(segmentsOf(segmenter, text), ({ index }) => index);
		expect(found).toEqual(Array.from(segmenter.segment(text), ({ index }) => index));
	}
});
