import { expect, test } from 'vitest';
import type { Annotation } from '$lib/core/annotation/annotation';
import { withChanges, type Changes } from '$lib/core/annotation/edit';
import { describe as describeTarget } from '$lib/core/annotation/describe';
import { joinBlocks } from '$lib/core/text/chapter-text';
import { unsavedWords } from '$lib/core/annotation/unsaved-words';

const chapter = {
	work: 'book',
	chapter: 'one',
	edition: 'e1',
	...joinBlocks([{ id: 'p1', text: 'It was in the spring that we left.' }])
};

function make(words: string, changes: Changes): Annotation {
	const start = chapter.text.indexOf(words);
	const target = describeTarget(chapter.text, { start, end: start + words.length }, chapter);
	const bare: Annotation = {
		id: words,
		v: 1,
		kind: 'highlight',
		created: '2026-11-01T09:00:00.000Z',
		targets: [target],
		fields: {}
	};
	return withChanges(bare, changes, '0000000000001-0000-a');
}

test('Unsaved words are the quote of each mark, and its note under it', () => {
	const marks = [
		make('in the spring', { note: 'Which one?\nAsk.' }),
		make('we left', { colour: 'pink' })
	];
	expect(unsavedWords(marks)).toBe('“in the spring”\nWhich one?\nAsk.\n\n“we left”');
});
