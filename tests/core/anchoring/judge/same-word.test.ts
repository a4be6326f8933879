import { expect, test } from 'vitest';
import { isSameWord } from '$lib/core/anchoring/judge/same-word';

test.each<[string, string, number, boolean]>([
	['been', 'bean', 0.75, true],
	['been', 'bell', 0.5, false],
	['of', 'or', 0.5, true], // one letter of it
	['for', 'foregone', 1, false],
	['station', 'statioii', 0.86, true],
	['道德', '道得', 0.5, true],
	['two words', 'too wards', 0.1, true]
])('%s is still the same word in %s with %d left: %s', (was, now, survived, expected) => {
	expect(isSameWord(was, now, survived)).toBe(expected);
});
