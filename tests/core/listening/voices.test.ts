import { describe, expect, test } from 'vitest';
import { readListeningChoices } from '$lib/core/listening/listening-choices';
import { longestPart, longestTime } from '$lib/core/listening/speech-limits';
import { languageOf, voiceFor, voicesFor, type Voice } from '$lib/core/listening/voices';

const voice = (name: string, language: string, isOffline = true, isDefault = false): Voice => ({
	uri: name,
	name,
	language,
	isOffline,
	isDefault
});

describe('The voices for a text', () => {
	test.each([
		['en-GB', 'en'],
		['en_us', 'en'],
		['eng-US-f000', 'en'],
		['zh-Hant-TW', 'zh'],
		['fr', 'fr'],
		['', '']
	])('are of its language, however a device writes it: %s', (tag, language) => {
		expect(languageOf(tag)).toBe(language);
	});

	test('come with those first that need no network, then those of its region, then the device’s own', () => {
		const voices = [
			voice('cloud', 'en-GB', false),
			voice('french', 'fr-FR'),
			voice('american', 'eng-US-f000'),
			voice('default', 'en-IE', true, true),
			voice('british', 'en_GB'),
			voice('nonsense', '???')
		];
		expect(voicesFor('en-GB', voices).map(({ name }) => name)).toEqual([
			'british',
			'default',
			'american',
			'cloud'
		]);
		expect(voicesFor('de', voices)).toEqual([]);
	});

	test('are led by the one that was chosen, while the device has it', () => {
		const voices = [voice('a', 'en'), voice('b', 'en'), voice('c', 'fr')];
		expect(voiceFor('en-GB', voices, { en: 'b' })?.name).toBe('b');
		expect(voiceFor('en', voices, { en: 'gone' })?.name).toBe('a');
		expect(voiceFor('en', voices, { en: 'c' })?.name).toBe('a');
		expect(voiceFor('ru', voices, {})).toBeNull();
	});
});

test('Choices are read from whatever was stored', () => {
	expect(readListeningChoices(undefined)).toEqual({ rate: 1, voices: {} });
	expect(readListeningChoices({ rate: 1.5, voices: { en: 'a', fr: 3 }, more: 1 })).toEqual({
		rate: 1.5,
		voices: { en: 'a' }
	});
	expect(readListeningChoices({ rate: 99, voices: 'a' })).toEqual({ rate: 1, voices: {} });
});

test('A voice of the network is given no more than it speaks before it is cut off', () => {
	expect(longestPart(false, 1)).toBeLessThan(14 * 15);
	expect(longestPart(false, 2)).toBe(2 * longestPart(false, 1));
	expect(longestPart(true, 1)).toBeLessThan(4000);
	expect(longestTime(160, 1)).toBeGreaterThan(14_000);
});
