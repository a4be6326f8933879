import { describe, expect, test } from 'vitest';
import { formatMinutes, minutesLeft, minutesToRead } from '$lib/core/reading/reading-time';

describe('Minutes to read', () => {
	test.each([
		['nothing', '', 'en', 1],
		['a word', 'One.', 'en', 1],
		['374 words', 'It’s '.repeat(374), 'en', 1],
		['375 words', 'well – '.repeat(375), 'en-GB', 2],
		['1,000 words with marks over letters', 'שָׁלוֹם '.repeat(1000), 'he', 4],
		['450 characters of Chinese', '道可。'.repeat(225), 'zh-Hant', 1],
		['900 characters of Chinese', '道可。'.repeat(450), 'zh', 2],
		['900 letters of Japanese', 'かな、'.repeat(450), 'ja', 2],
		['Javanese, which is not Japanese', 'aksara '.repeat(500), 'jv', 2]
	])('%s', (_, text, language, minutes) => {
		expect(minutesToRead(text, language)).toBe(minutes);
	});
});

describe('Minutes left', () => {
	test.each([
		[32, 0, 32],
		[32, 0.5, 16],
		[32, 0.51, 16],
		[32, 0.999, 1],
		[32, 1, 0],
		[1, 0, 1],
		[1, 0.99, 1],
		[10, 0.9, 1] // 1 - 0.9 is a little more than 0.1
	])('of %d at %d are %d', (minutes, progress, left) => {
		expect(minutesLeft(minutes, progress)).toBe(left);
	});
});

describe('Minutes', () => {
	test.each([
		[0, '0 min'],
		[27, '27 min'],
		[59, '59 min'],
		[60, '1 h'],
		[65, '1 h 05 min'],
		[719, '11 h 59 min'],
		[720, '12 h']
	])('%d are said as %s', (minutes, said) => {
		expect(formatMinutes(minutes)).toBe(said);
	});
});
