/** What pandoc makes of notes, where it is installed: it reads more signs than any other, footnotes and formulas among them. */
import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { escapeLines } from '$lib/core/formats/markdown/escape';
import { note, words } from './notes';
import { look } from './renderers';

const HAS_PANDOC = spawnSync('pandoc', ['--version']).status === 0;

/** The HTML of each note: all in one document, since pandoc is slow to start. */
function render(notes: readonly string[], dialect: string): string[] {
	const source = notes.map((text, index) => `# part${index}\n\n${escapeLines(text)}\n`).join('\n');
	const options = ['-f', dialect, '-t', 'html', '--wrap=preserve'];
	const { stdout, stderr } = spawnSync('pandoc', options, { input: source, encoding: 'utf8' });
	if (stderr !== '') throw new Error(stderr);
	return stdout.split(/<h1[^>]*>part\d+<\/h1>/).slice(1);
}

test.skipIf(!HAS_PANDOC).each(['markdown-smart', 'gfm', 'commonmark_x-smart'])(
	'Where pandoc is installed, a note reads as it was typed in its %s',
	(dialect) => {
		const notes = fc.sample(note, { numRuns: 500, seed: 7 });
		const pages = render(notes, dialect);
		expect(pages).toHaveLength(notes.length);
		const wrong = notes.filter((text, index) => {
			const { text: shown, elements } = look(pages[index]);
			const others = elements.filter((name) => !['p', 'br', 'a'].includes(name));
			return words(shown) !== words(text) || others.length > 0;
		});
		expect(wrong).toEqual([]);
	}
);
