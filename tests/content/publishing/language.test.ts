import { expect, test } from 'vitest';
import { canonicalLanguage, directionOf } from '$lib/content/publishing/language';

test.each([
	['en', 'en'],
	['EN-gb', 'en-GB'],
	['zh-hant-tw', 'zh-Hant-TW'],
	['grc', 'grc'],
	['iw', 'he'],
	['english', null],
	['en_GB', null],
	['en us', null],
	['e', null],
	['', null]
])('the tag “%s” is written %s', (tag, canonical) => {
	expect(canonicalLanguage(tag)).toBe(canonical);
});

test.each([
	['en', 'ltr'],
	['ar', 'rtl'],
	['he', 'rtl'],
	['fa-IR', 'rtl'],
	['ur', 'rtl'],
	['yi', 'rtl'],
	['dv', 'rtl'],
	['pa', 'ltr'],
	['pa-PK', 'rtl'],
	['az-Arab', 'rtl'],
	['ar-Latn', 'ltr'],
	['zh', 'ltr'],
	['und', 'ltr']
])('%s runs %s', (language, direction) => {
	expect(directionOf(language)).toBe(direction);
});
