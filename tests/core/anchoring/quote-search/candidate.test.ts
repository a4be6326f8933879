import { describe, expect, test } from 'vitest';
import { examineRegion } from '$lib/core/anchoring/quote-search/candidate';
import { inTextOrder } from '$lib/core/anchoring/quote-search/candidate-regions';
import { textPair } from '../texts-with-matches';

const PREFIX = 'It was long after midnight when we went to bed. ';
const EXACT = 'The train started, first one jerk, then another.';
const SUFFIX = ' In the corner there was a huge Russian stove.';
const quote = { prefix: PREFIX, exact: EXACT, suffix: SUFFIX };

function examine(text: string) {
	const texts = textPair(PREFIX + EXACT + SUFFIX, text);
	const hits = inTextOrder(texts.shared);
	const found = examineRegion(texts, quote, { start: 0, end: text.length }, hits);
	return (
		found && { ...found, found: found.range && text.slice(found.range.start, found.range.end) }
	);
}

describe('Of a quote stands in a region', () => {
	test.each<[string, string, string | null, number[]]>([
		['all', PREFIX + EXACT + SUFFIX, EXACT, [1, 1, 1]],
		[
			'the words, in another context',
			`Nobody knew why. ${EXACT} And so on it went.`,
			EXACT,
			[1, 0, 0]
		],
		['the context without the words', PREFIX + SUFFIX, null, [0, 1, 1]],
		['the words with one side', `${PREFIX}${EXACT} And so on it went.`, EXACT, [1, 1, 0]]
	])('%s', (_, text, words, [share, before, after]) => {
		const candidate = examine(text);
		expect(candidate?.found ?? null).toBe(words);
		expect(candidate?.words).toBeCloseTo(share, 1);
		expect(candidate?.before).toBeCloseTo(before, 0);
		expect(candidate?.after).toBeCloseTo(after, 0);
	});

	test.each([
		['at the start of the text', '', 1],
		['not elsewhere', 'Nobody knew why it was so. '.repeat(10), 0]
	])('the start of a text, where the quote has nothing before it: %s', (_, text, share) => {
		const whole = `${text}${EXACT}${SUFFIX}`;
		const texts = textPair(EXACT + SUFFIX, whole);
		const first = { prefix: '', exact: EXACT, suffix: SUFFIX };
		const region = { start: 0, end: whole.length };
		const found = examineRegion(texts, first, region, inTextOrder(texts.shared));
		expect(found?.before).toBe(share);
	});

	test('nothing, in another text', () => {
		expect(examine('Something else that nobody quoted.')).toBeNull();
	});
});
