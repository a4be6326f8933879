import { describe, expect, test } from 'vitest';
import {
	BOUNDARY,
	boundaryScore,
	isWholeSentences
} from '$lib/core/anchoring/clean/boundary-score';

describe('A boundary, written |', () => {
	test.each<[keyof typeof BOUNDARY, string]>([
		['insideWord', 'wo|rd'],
		['insideWord', '19|28'],
		['punctuation', 'word|, and'],
		['punctuation', '道|可道'],
		['space', 'one| two'],
		['space', 'one |two'],
		['space', 'L. D.| replied'],
		['sentenceSpace', 'It ended.| Then'],
		['sentenceSpace', 'It ended.”| Then'],
		['sentence', 'It ended. |Then'],
		['sentence', '非常道。|名可名'],
		['block', 'It ended.\n|Then'],
		['block', 'It ended|\nThen'],
		['block', '|It began'],
		['block', 'It ended|']
	])('is %s in %j', (name, marked) => {
		expect(boundaryScore(marked.replace('|', ''), marked.indexOf('|'))).toBe(BOUNDARY[name]);
	});
});

describe('Whole sentences, written between brackets', () => {
	test.each([
		['It was. [He left.] So.', true],
		['It was. “[He left]!” So.', true],
		['It was. [He left.] “So.”', true],
		['It was. [He left. ]“So.”', true],
		['It was: [he left; he came;] so.', true],
		['[He left.]\nSo.', true],
		['He [left.] So.', false],
		['It was. [He] left.', false]
	])('%s: %s', (marked, isWhole) => {
		const start = marked.indexOf('[');
		const end = marked.indexOf(']') - 1;
		expect(isWholeSentences(marked.replace(/[[\]]/g, ''), start, end)).toBe(isWhole);
	});
});
