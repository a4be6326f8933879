import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_OPTIONS, parseQuery } from '$lib/core/search/query';
import { SearchedChapter } from '$lib/core/search/searched-chapter';
import { joinBlocks } from '$lib/core/text/chapter-text';

function excerpts(text: string, typed: string, language = 'en') {
	const chapter = new SearchedChapter(joinBlocks([{ id: 'p1', text }]), language);
	return chapter.find(parseQuery(typed, NO_OPTIONS)).map((match) => chapter.toHit(match).excerpt);
}

/** With the words in brackets. */
function shown(text: string, typed: string, language?: string): string[] {
	return excerpts(text, typed, language).map(({ text: excerpt, marked }) =>
		marked.reduceRight(
			(all, { start, end }) => `${all.slice(0, start)}[${all.slice(start, end)}]${all.slice(end)}`,
			excerpt
		)
	);
}

const LONG = 'and so it went on and on through the whole of that year, '.repeat(10);

describe('The sentence of a hit', () => {
	test.each([
		['One here. Two there. Three.', 'two', ['[Two] there.']],
		['F.A. Guetier came. He left.', 'Guetier', ['F.A. [Guetier] came.']],
		['One two. Three four.', 'two three', ['One [two]. [Three] four.']],
		['道可道。非常道。', '非', ['[非]常道。']]
	])('%s: %s', (text, typed, expected) => {
		expect(shown(text, typed)).toEqual(expected);
	});

	test('is cut to what one can take in, between words', () => {
		const [excerpt] = shown(`${LONG}the exile, ${LONG}.`, 'exile');
		expect(excerpt).toMatch(/^…\S.*\bthe \[exile\], and .*…$/);
		expect(excerpt.length).toBeLessThan(200);
	});

	test('is cut where no word ends, too', () => {
		const [excerpt] = shown(`${'道'.repeat(500)}名${'道'.repeat(500)}`, '名', 'zh');
		expect(excerpt).toMatch(/^…道+\[名\]道+…$/);
		expect(excerpt.length).toBeLessThan(200);
	});

	test('has what was found marked, whatever it is', () => {
		const letters = fc.string({ unit: fc.constantFrom('a', ' ', '. ', '😀', 'ß', '道', '"') });
		fc.assert(
			fc.property(letters, fc.constantFrom('a', 's', 'a a', '😀', '道 a'), (text, typed) => {
				for (const excerpt of excerpts(text.repeat(20), typed)) {
					expect(excerpt.marked.length).toBeGreaterThan(0);
					for (const { start, end } of excerpt.marked) {
						expect(end).toBeGreaterThan(start);
						expect(end).toBeLessThanOrEqual(excerpt.text.length);
					}
					expect(excerpt.text).toBe(excerpt.text.toWellFormed());
				}
			})
		);
	});
});
