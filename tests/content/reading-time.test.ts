import { expect, test } from 'vitest';
import { minutesToRead } from '$lib/content/reading-time';

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
