import { expect, test } from 'vitest';
import { makeChapter } from '../make-chapter';

const MARKDOWN = 'One[^1].\n\n[^1]: N.';
const REFERENCE =
	'<p id="p1">One<sup data-noanchor><a role="doc-noteref" id="noteref-1" href="#note-1">1</a></sup>.</p>';

/** The end of a chapter, with what tells English words of ours from the text. */
const section = (english: string, text: string) =>
	`<section role="doc-endnotes" aria-label="Notes"${english}><h2 data-noanchor>Notes</h2>\n<ol${text}>\n` +
	`<li id="note-1">N.\u00a0<a role="doc-backlink" href="#noteref-1" data-noanchor aria-label="Back to the text, note 1"${english}>↩\ufe0e</a></li>\n` +
	'</ol></section>';

test.each([
	['en', '', ''],
	['en-GB', '', ''],
	['he', ' lang="en"', ' lang="he"'],
	['zh-Hant', ' lang="en"', ' lang="zh-Hant"'],
	['enm', ' lang="en"', ' lang="enm"'], // Middle English
	['und', ' lang="en"', ' lang="und"']
])(
	'of a text in %s: what is English is marked where the text is not',
	(language, english, text) => {
		const { html } = makeChapter(MARKDOWN, { language });
		expect(html).toBe(`${REFERENCE}\n${section(english, text)}`);
	}
);

test('the language of what is around it changes no text and no edition', () => {
	const { text, edition } = makeChapter(MARKDOWN, { language: 'he' });
	expect({ text, edition }).toMatchObject({
		text: 'One.\nN.',
		edition: makeChapter(MARKDOWN).edition
	});
});
