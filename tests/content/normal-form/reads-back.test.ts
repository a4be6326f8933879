import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDifference } from '$lib/content/markdown/reads-back';
import { writeMarkdown } from '$lib/content/markdown/write-markdown';
import { anyChapter } from './any-block';

const CHAPTERS = Number(process.env.CHAPTERS ?? 200);

test('any chapter in the normal form, written as Markdown, is read back as it was', () => {
	fc.assert(
		fc.property(anyChapter, (chapter) => {
			const markdown = writeMarkdown(chapter);
			expect(findDifference(chapter, markdown, 'en'), markdown).toBeNull();
		}),
		{ numRuns: CHAPTERS }
	);
});
