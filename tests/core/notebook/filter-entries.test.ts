import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterEntries, NO_FILTER, type Filter } from '$lib/core/notebook/filter-entries';
import { NO_OPTIONS, type SearchOptions } from '$lib/core/search/query';
import { anyEntry, anyFilter, entry, value } from './made';

const only = (option: keyof SearchOptions) => ({ ...NO_OPTIONS, [option]: true });

describe('the filter', () => {
	const ENTRIES = [
		entry({ colour: value('yellow'), tags: value(['war']) }, {}, { id: 'highlight' }),
		entry(
			{ colour: value('blue'), note: value('Čapek said so'), tags: value(['war', 'letters']) },
			{ quote: { exact: 'It’s a long\nway', prefix: '', suffix: '' } },
			{ id: 'noted' }
		),
		entry(
			{ note: value('  '), colour: value('pink') },
			{ work: 'ant', chapter: 'c' },
			{ id: 'note', kind: 'note' }
		),
		entry({ colour: value('yellow') }, {}, { id: 'bookmark', kind: 'bookmark' })
	];
	test.each<[string, Partial<Filter>, string[]]>([
		['nothing chosen', {}, ['highlight', 'noted', 'note', 'bookmark']],
		['highlights', { kind: 'highlight' }, ['highlight', 'noted']],
		['notes, also of highlights', { kind: 'note' }, ['noted', 'note']],
		['bookmarks', { kind: 'bookmark' }, ['bookmark']],
		['a colour, which no bookmark has', { colours: ['yellow'] }, ['highlight']],
		['one of two colours', { colours: ['yellow', 'blue'] }, ['highlight', 'noted']],
		['a tag', { tags: ['war'] }, ['highlight', 'noted']],
		['both tags', { tags: ['war', 'letters'] }, ['noted']],
		['a work', { work: 'ant' }, ['note']],
		['words of the quote', { words: 'WORDS' }, ['highlight', 'note', 'bookmark']],
		['words of the note, without its accents', { words: 'capek' }, ['noted']],
		[
			'words over the end of a paragraph, with another apostrophe',
			{ words: " it's a long way " },
			['noted']
		],
		['words as they are: no pattern', { words: '.' }, []],
		['words in any order, each in one field', { words: 'capek way' }, ['noted']],
		['a phrase that runs from the quote into the note', { words: '"way Čapek"' }, []],
		['a phrase', { words: '“a long way”' }, ['noted']],
		['a phrase in another order', { words: '"long a way"' }, []],
		['a tag', { words: 'letters' }, ['noted']],
		['no word that has no letter', { words: 'Čapek none' }, []],
		['words with capitals', { words: 'capek', options: only('case') }, []],
		['words with their capitals', { words: 'Čapek', options: only('case') }, ['noted']],
		['words with accents', { words: 'capek', options: only('accents') }, []],
		['words with their accents', { words: 'čapek', options: only('accents') }, ['noted']],
		['a part of a word', { words: 'ape', options: only('wholeWords') }, []],
		['whole words', { words: 'said capek', options: only('wholeWords') }, ['noted']],
		['spaces alone', { words: '  ' }, ['highlight', 'noted', 'note', 'bookmark']],
		[
			'all together',
			{ kind: 'note', colours: ['blue'], tags: ['war'], work: 'zebra', words: 'long' },
			['noted']
		]
	])('%s', (_, filter, ids) => {
		const found = filterEntries(ENTRIES, { ...NO_FILTER, ...filter });
		expect(found.map(({ id }) => id)).toEqual(ids);
	});

	test('filters of two choices pass what both pass', () => {
		fc.assert(
			fc.property(fc.array(anyEntry), anyFilter, (entries, filter) => {
				const found = filterEntries(entries, filter);
				const oneByOne = (Object.keys(filter) as (keyof Filter)[]).reduce(
					(left, choice) => filterEntries(left, { ...NO_FILTER, [choice]: filter[choice] }),
					entries
				);
				expect(found).toEqual(oneByOne);
			})
		);
	});
});
