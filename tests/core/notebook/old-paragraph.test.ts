import { describe as group, expect, test } from 'vitest';
import { oldParagraph } from '$lib/core/notebook/old-paragraph';
import { CHAPTER, PARAGRAPHS, targetOf } from './paragraphs';

const [first, second, third, fourth] = PARAGRAPHS;

group('the old paragraph', () => {
	test.each([
		['hardly finished', third],
		['We slept', first],
		['in uniforms.', fourth],
		['ahead of us.\nBut we', `${second}\n${third}`]
	])('of “%s”', (quote, paragraph) => {
		const found = oldParagraph(targetOf(quote), CHAPTER.text)!;
		expect(found.passage).toBe(quote);
		expect(found.before + found.passage + found.after).toBe(paragraph);
	});

	test('of another text is none', () => {
		expect(oldParagraph(targetOf('hardly finished'), 'something else')).toBeNull();
	});
});
