/** A wrong place is worse than none: where marks of other apps are put, and where they are not. */
import { expect, test } from 'vitest';
import { createForeignMark } from '$lib/core/formats/foreign/foreign-mark';
import { createMarkPlacer } from '$lib/core/importing/place-marks';
import { CHAPTERS } from '../formats/library';

const [EXILE] = CHAPTERS;
const LONG = 'Everything was quiet; the guard was silent.';
const SHORT = 'the guard was silent';
// A typing mistake in a long passage: found by a search only.
const NEARLY = EXILE.text.slice(9000, 9600).replace(/\s+/g, ' ').trim().replace(' the ', ' teh ');
const NAMED = { app: 'kindle', title: 'My Life' };
const ELSEWHERE = { app: 'kindle', title: 'Another Book' };
const TWICE = [
	EXILE,
	{ ...EXILE, chapter: '44-again', address: 'https://example.org/my-life/44-again/' }
];

test('nearly the words, in one chapter', () => {
	const mark = createForeignMark({ names: ['x'], quote: { exact: NEARLY }, origin: NAMED });
	expect(createMarkPlacer(CHAPTERS, '2026-01-01T00:00:00.000Z').place(mark).isPlaced).toBe(true);
});

test.each<[string, string, object, object, typeof CHAPTERS, boolean]>([
	['long words, once in the named work', LONG, {}, NAMED, CHAPTERS, true],
	['long words, and no work is known by that title', LONG, {}, ELSEWHERE, CHAPTERS, true],
	['few words, which stand in any book', SHORT, {}, NAMED, CHAPTERS, false],
	[
		'few words with the text around them',
		SHORT,
		{ prefix: 'Everything was quiet; ', suffix: '. I was a little indisposed.' },
		NAMED,
		CHAPTERS,
		true
	],
	[
		'few words with another text around them',
		SHORT,
		{ prefix: 'Nothing of this kind stands ', suffix: ' in any of the texts.' },
		NAMED,
		CHAPTERS,
		false
	],
	['few words, and no work is known by that title', SHORT, {}, ELSEWHERE, CHAPTERS, false],
	['long words that stand in two chapters', LONG, {}, NAMED, TWICE, false],
	['nearly the words, in two chapters', NEARLY, {}, NAMED, TWICE, false]
])('%s', (_, exact, around, origin, chapters, isPlaced) => {
	const mark = createForeignMark({
		names: ['x'],
		quote: { exact, ...around },
		origin: origin as typeof NAMED
	});
	const placed = createMarkPlacer(chapters, '2026-01-01T00:00:00.000Z').place(mark);
	expect(placed.isPlaced).toBe(isPlaced);
	const [{ quote, edition, start, end }] = placed.annotation.targets;
	expect(isPlaced ? EXILE.text.slice(start, end) : quote.exact).toBe(exact);
	expect(edition).toBe(isPlaced ? EXILE.edition : '');
});

test('words with a capital, in a chapter with an İ', () => {
	const text = 'İzmir’den ayrıldık. Ertesi gün Doktor Guetier ile Ankara’ya vardık. İyi.';
	const blocks = [{ id: 'p1', start: 0, end: text.length }];
	const chapter = { ...EXILE, text, blocks };
	const exact = 'Doktor Guetier ile Ankara’ya vardık.';
	const mark = createForeignMark({ names: ['x'], quote: { exact }, origin: NAMED });
	const placed = createMarkPlacer([chapter], '2026-01-01T00:00:00.000Z').place(mark);
	expect(placed.isPlaced).toBe(true);
	const [{ start, end }] = placed.annotation.targets;
	expect(text.slice(start, end)).toBe(exact);
});
