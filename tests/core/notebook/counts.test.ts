import { expect, test } from 'vitest';
import { countKinds } from '$lib/core/notebook/count-kinds';
import { countTags } from '$lib/core/notebook/count-tags';
import { annotation, entry, value } from './made';

test('tags are counted, in the order of the alphabet', () => {
	const tagged = ['Zoo', 'émigré', 'diary', 'Zoo'].map((tag) => entry({ tags: value([tag]) }));
	expect(countTags(tagged)).toEqual([
		{ tag: 'diary', count: 1 },
		{ tag: 'émigré', count: 1 },
		{ tag: 'Zoo', count: 2 }
	]);
});

test('kinds are counted each once, so that they add up', () => {
	const made = [
		annotation({}),
		annotation({ note: value('x') }),
		annotation({ note: value(' ') }, {}, { kind: 'bookmark' }),
		annotation({ note: value('x') }, {}, { kind: 'note' })
	];
	expect(countKinds(made)).toEqual({ highlight: 2, note: 1, bookmark: 1, noted: 1 });
});
