import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldCharacter, type Sensitivity } from '$lib/core/search/fold-character';
import { NO_OPTIONS, parseQuery, type SearchOptions } from '$lib/core/search/query';
import { SearchedChapter } from '$lib/core/search/searched-chapter';
import { joinBlocks } from '$lib/core/text/chapter-text';
import { processorTime } from '../../growth';

function chapterOf(paragraphs: readonly string[], language = 'en'): SearchedChapter {
	const blocks = paragraphs.map((text, index) => ({ id: `p${index + 1}`, text }));
	return new SearchedChapter(joinBlocks(blocks), language);
}

function found(
	paragraphs: readonly string[],
	typed: string,
	{ language = 'en', ...options }: Partial<SearchOptions> & { language?: string } = {}
): string[] {
	const chapter = chapterOf(paragraphs, language);
	return chapter
		.find(parseQuery(typed, { ...NO_OPTIONS, ...options }))
		.map(({ start, end }) => chapter.text.slice(start, end));
}

describe('One word', () => {
	test.each<[text: string, typed: string, found: string[]]>([
		['The émigré, EMIGRE', 'Émigre', ['émigré', 'EMIGRE']],
		['Straße und Strasse', 'STRASSE', ['Straße', 'Strasse']],
		['eﬃcient office', 'ffi', ['ﬃ', 'ffi']],
		['Œuvre œuvre oeuvre', 'oeuvre', ['Œuvre', 'œuvre', 'oeuvre']],
		['İstanbul istanbul', 'İSTANBUL', ['İstanbul', 'istanbul']],
		["“It’s” “It's”", 'it’s', ['It’s', "It's"]],
		['道可道，非常道。', '道', ['道', '道', '道']],
		['名可名,非常名', '名，', ['名,']],
		['שָׁלוֹם שלום', 'שלום', ['שָׁלוֹם', 'שלום']],
		['각가', '가', ['가']],
		['a.b a-b', '.', ['.']],
		['a 😀 b', '😀', ['😀']],
		['aaa', 'aa', ['aa']]
	])('%s: %s', (text, typed, expected) => {
		expect(found([text], typed)).toEqual(expected);
	});
});

describe('What is told apart', () => {
	test.each<[text: string, typed: string, options: Partial<SearchOptions>, found: string[]]>([
		['The the', 'the', { case: true }, ['the']],
		['ﬁne FINE Fine', 'Fi', { case: true }, ['Fi']],
		[
			'resume résumé re\u0301sume\u0301',
			'résumé',
			{ accents: true },
			['résumé', 're\u0301sume\u0301']
		],
		['resume résumé', 'resume', { accents: true }, ['resume']],
		['x x\u0302', 'x', { accents: true }, ['x']],
		['Ø O ø', 'o', { accents: true }, ['O']],
		['the other then the', 'the', { wholeWords: true }, ['the', 'the']],
		['l’homme, hommes', 'homme', { wholeWords: true }, ['homme']],
		['p1 p12', 'p1', { wholeWords: true }, ['p1']],
		['naïve naïveté', 'naive', { wholeWords: true }, ['naïve']],
		['(see) see.', 'see', { wholeWords: true }, ['see', 'see']]
	])('%s: %s with %o', (text, typed, options, expected) => {
		expect(found([text], typed, options)).toEqual(expected);
	});

	test('are whole words where no space parts them, too', () => {
		const text = ['私は東京都に住んでいます。'];
		expect(found(text, '京都', { language: 'ja' })).toEqual(['京都']);
		expect(found(text, '京都', { language: 'ja', wholeWords: true })).toEqual([]);
		expect(found(text, '東京', { language: 'ja', wholeWords: true })).toEqual(['東京']);
	});
});

describe('Several words', () => {
	test.each<[paragraphs: string[], typed: string, found: string[]]>([
		[['naively advising us'], 'naively advising', ['naively advising']],
		[['advising us naively'], 'naively advising', ['advising us naively']],
		[['one two', 'three one'], 'two three', []],
		[['a b a b'], 'a b', ['a b', 'a b']],
		[['a x x a b'], 'a b', ['a b']],
		[['The letter of the doctor'], '"letter of" doctor', ['letter of the doctor']],
		[['The letter of', 'the doctor'], '"letter of the"', []],
		[['one two'], '"two one"', []]
	])('%j: %s', (paragraphs, typed, expected) => {
		expect(found(paragraphs, typed)).toEqual(expected);
	});

	test('a match says where each of them stands', () => {
		const [match] = chapterOf(['advising us naively']).find(
			parseQuery('naively advising', NO_OPTIONS)
		);
		expect(match).toEqual({
			start: 0,
			end: 19,
			parts: [
				{ start: 0, end: 8 },
				{ start: 12, end: 19 }
			]
		});
	});
});

describe('What is found', () => {
	const letter = fc.constantFrom(
		...[
			'a',
			'b',
			'É',
			'e\u0301',
			'İ',
			'Σ',
			'’',
			' ',
			'ß',
			's',
			'ﬁ',
			'f',
			'道',
			'ש',
			'\u05b8',
			'😀',
			'\ud83d'
		]
	);
	const piece = fc.string({ unit: letter, maxLength: 4 });
	const options = fc.record({
		case: fc.boolean(),
		accents: fc.boolean(),
		wholeWords: fc.constant(false)
	});

	test('equals a plain scan of the folded text', () => {
		fc.assert(
			fc.property(fc.array(piece, { minLength: 1 }), piece, options, (pieces, wanted, how) => {
				const phrase = wanted.replace(/\s+/gu, ' ').trim();
				fc.pre(phrase !== '');
				const paragraphs = [pieces.join(phrase), pieces.join('')];
				const chapter = chapterOf(paragraphs);
				const hits = chapter.find(parseQuery(`"${phrase}"`, how));
				expect(hits.map(({ start, end }) => [start, end])).toEqual(scan(chapter.text, phrase, how));
			})
		);
	});

	test('is the same for words in any order', () => {
		fc.assert(
			fc.property(fc.string({ unit: letter }), piece, piece, (text, a, b) => {
				const chapter = chapterOf([text.trim()]);
				expect(chapter.find(parseQuery(`${a} ${b}`, NO_OPTIONS))).toEqual(
					chapter.find(parseQuery(`${b} ${a}`, NO_OPTIONS))
				);
			})
		);
	});
});

test.each([
	['10,000 letters', 'a'.repeat(10_000)],
	['10,000 letters of the text', 'abc '.repeat(2500)],
	['brackets', '((((('],
	['half an emoji', '\ud83d'],
	['marks without a letter', '\u0301'.repeat(10_000)],
	['quotation marks', '"'.repeat(10_000)],
	['10,000 words', Array.from({ length: 10_000 }, (_, index) => index).join(' ')],
	['a phrase from right to left', 'בראשית ברא'],
	['control characters', '\u0000\u202e\u2028']
])('a query of %s does no harm', (_, typed) => {
	const chapter = chapterOf(['abc '.repeat(2500).trim(), 'בראשית ברא', '((((( 😀 \ude00\ud83d']);
	for (const wholeWords of [false, true]) {
		const before = processorTime();
		for (const { start, end } of chapter.find(parseQuery(typed, { ...NO_OPTIONS, wholeWords }))) {
			expect(start).toBeLessThan(end);
		}
		expect(processorTime() - before).toBeLessThan(2000);
	}
});

/** Where a phrase stands, found character by character; none over two paragraphs. */
function scan(text: string, phrase: string, how: Sensitivity): [number, number][] {
	const fold = (part: string) =>
		(part.match(/[^]\p{M}*/gu) ?? []).map((one) => foldCharacter(one, how)).join('');
	const wanted = fold(phrase);
	/** For each unit of the key, the character of the text it comes from. */
	const units: { unit: string; start: number; end: number }[] = [];
	let at = 0;
	for (const one of text.match(/[^]\p{M}*/gu) ?? []) {
		for (const unit of fold(one).split('')) units.push({ unit, start: at, end: at + one.length });
		at += one.length;
	}
	const key = units.map(({ unit }) => unit).join('');
	const hits: [number, number][] = [];
	for (let from = 0; wanted !== '' && from + wanted.length <= key.length;) {
		const [first, last] = [units[from], units[from + wanted.length - 1]];
		const isHit =
			key.startsWith(wanted, from) &&
			first.start >= (hits.at(-1)?.[1] ?? 0) &&
			!text.slice(first.start, last.end).includes('\n') &&
			!(how.accents && /^[\u0300-\u036f\u0591-\u05bd]/.test(key.slice(from + wanted.length)));
		if (isHit) hits.push([first.start, last.end]);
		from += isHit ? wanted.length : 1;
	}
	return hits;
}
