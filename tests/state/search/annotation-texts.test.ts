import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation } from '$lib/core/annotation/annotation';
import { annotationFinder } from '$lib/core/notebook/search-entries';
import { blockAt } from '$lib/core/text/chapter-text';
import { parseQuery } from '$lib/core/search/query';
import { SearchedChapter } from '$lib/core/search/searched-chapter';
import { annotationTexts } from '$lib/state/search/annotation-texts';
import { entry, value } from '../../core/notebook/made';

const unit = fc.constantFrom('a', 'b', 'É', 'e', ' ', '\n', 'ß', 's', '’', '道', 'A');
const words = fc.string({ unit, maxLength: 8 });
const anyAnnotation = fc
	.record({ note: words, exact: words, tag: words })
	.map(({ note, exact, tag }) => ({
		note: value(note),
		tags: value(tag.trim() ? [tag.trim()] : []),
		exact
	}));
const anyOptions = fc.record({
	case: fc.boolean(),
	accents: fc.boolean(),
	wholeWords: fc.boolean()
});

test('The notebook finds the annotations that the search of everything finds', () => {
	fc.assert(
		fc.property(
			fc.array(anyAnnotation, { maxLength: 6 }),
			words,
			anyOptions,
			(made, typed, options) => {
				const all: Annotation[] = made.map(
					({ exact, ...fields }, n) =>
						entry(fields, { quote: { exact, prefix: '', suffix: '' } }, { id: `a${n}` }).annotation
				);
				const isFound = annotationFinder(typed, options);
				fc.pre(isFound !== null);
				const [texts] = annotationTexts(all);
				const matches = new SearchedChapter(texts, 'und').find(parseQuery(typed, options));
				const inEverything = new Set(matches.map(({ start }) => blockAt(texts.blocks, start)!.id));
				expect(all.filter((one) => isFound(one)).map(({ id }) => id)).toEqual([...inEverything]);
			}
		)
	);
});

test('A phrase goes on over the lines of a note, and from no field into the next', () => {
	const { annotation } = entry(
		{ note: value('one\ntwo'), tags: value(['four']) },
		{ quote: { exact: 'three', prefix: '', suffix: '' } }
	);
	const [texts] = annotationTexts([annotation]);
	expect(texts.text).toBe('one two\nthree\nfour');
});
