import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDifference } from '$lib/content/markdown/reads-back';
import { readChapter } from '$lib/content/markdown/read-chapter';
import { writeMarkdown } from '$lib/content/markdown/write-markdown';
import { anyChapter } from './any-block';

const CHAPTERS = Number(process.env.CHAPTERS ?? 100);

const CONTEXT = {
	language: 'en',
	chapters: new Set<string>(),
	images: { paths: new Set(['images/a.png']), sizeOf: () => ({ width: 1, height: 1 }) }
};

/** What the build says of a chapter; its links may lead to a block that it has not. */
function faultsOf(markdown: string): string[] {
	const faults: string[] = [];
	readChapter(markdown, CONTEXT, (_, message) => {
		if (!message.endsWith('which is not in this chapter')) faults.push(message);
	});
	return faults;
}

test('any chapter in the normal form, written as Markdown, is read back as it was, without a fault', () => {
	fc.assert(
		fc.property(anyChapter, (chapter) => {
			const markdown = writeMarkdown(chapter);
			expect(findDifference(chapter, markdown, 'en'), markdown).toBeNull();
			expect(faultsOf(markdown), markdown).toEqual([]);
		}),
		{ numRuns: CHAPTERS }
	);
});
