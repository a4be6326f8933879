import { describe, expect, test } from 'vitest';
import type { Annotation, Place } from '$lib/core/annotation/annotation';
import { needsReview, toEntry } from '$lib/core/notebook/entry';
import { annotation, clock, entry, ORDER, place, target } from './made';

describe('how an annotation stands', () => {
	const loose = { loose: { value: true, at: clock(5) } };
	test.each<[string, Annotation, Place | null, string]>([
		['nobody looked', annotation(), null, 'placed'],
		['exact', annotation(), place('exact'), 'placed'],
		['high', annotation(), place('high'), 'placed'],
		['in review', annotation(), place('review'), 'review'],
		['not in the text', annotation(), place('unplaced'), 'unplaced'],
		['its chapter is gone', annotation({}, { chapter: 'x' }), null, 'chapter-gone'],
		['its own work is not here', annotation({}, { work: 'own-a' }), null, 'work-missing'],
		['left loose', annotation(loose), place('unplaced'), 'loose'],
		['left loose, chapter gone', annotation(loose, { work: 'x' }), null, 'loose'],
		['left loose and found again', annotation(loose), place('exact'), 'placed'],
		[
			'placed by hand after it was left loose, and lost again',
			annotation(loose, {}, { targets: [target(), target({ at: clock(6) })] }),
			place('unplaced'),
			'unplaced'
		],
		[
			'left loose after it was placed by hand',
			annotation(loose, {}, { targets: [target(), target({ at: clock(4) })] }),
			place('unplaced'),
			'loose'
		]
	])('%s', (_, annotation, place, status) => {
		const made = toEntry(annotation, place, ORDER);
		expect(made.status).toBe(status);
		expect(needsReview(made)).toBe(['review', 'unplaced', 'chapter-gone'].includes(status));
	});

	test('the newest place made by hand says what is quoted and where', () => {
		const moved = target({
			start: 70,
			at: clock(3),
			quote: { exact: 'new', prefix: '', suffix: '' }
		});
		const made = entry({}, {}, { targets: [target(), moved] });
		expect(made).toMatchObject({ quote: 'new', start: 70 });
	});
});
