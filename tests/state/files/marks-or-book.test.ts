/** What a file that is handed over is taken for: by what is in it, read in the worker itself. */
import { FileError, NoMarksError } from '$lib/core/formats/file-error';
import { FileWorker } from '$lib/state/files/file-worker-client';
import { afterAll, expect, test } from 'vitest';
import { epub, page } from '../../content/books/make-epub';

const CLIPPINGS =
	'My Life (Trotsky)\n- Your Highlight on Location 1 | Added on x\n\nIt was freezing cold.\n==========\n';
const SET = JSON.stringify({
	items: [
		{ type: 'Annotation', id: 'x:1', target: { source: 'https://example.org/', selector: [] } }
	]
});
const data = (json: string) =>
	`<!doctype html><html><title>x</title><script type="application/ld+json">${json}</script><p>Words.</p></html>`;
/** As windows-1251 has it. */
const fb2 = Uint8Array.from(
	'<?xml version="1.0" encoding="windows-1251"?><FictionBook><body><p>Как</p></body></FictionBook>',
	(letter) => (letter > 'ÿ' ? letter.charCodeAt(0) - 0x350 : letter.charCodeAt(0))
);

const files = new FileWorker();
afterAll(() => files.close());

async function takenFor(content: BlobPart, name: string): Promise<string> {
	try {
		await files.perform({ task: 'read', file: new Blob([content]), name });
		return 'marks';
	} catch (error) {
		if (error instanceof NoMarksError) return 'a book';
		return (error as FileError).code;
	}
}

test.each<[string, BlobPart, string, string]>([
	['an EPUB', epub({ '1.xhtml': page('<p>Words.</p>') }) as BlobPart, 'a.epub', 'a book'],
	['a FictionBook in another encoding', fb2, 'a.fb2', 'a book'],
	['a text', 'Words.', 'a.txt', 'a book'],
	['Markdown', '# Title\n\nWords.', 'a.md', 'a book'],
	['Markdown that begins with a link', '[Title](https://example.org/)', 'a.md', 'a book'],
	['a text that begins with a picture', '[Illustration]\n\nWords.', 'a.txt', 'a book'],
	['a document of a word processor', '{\\rtf1 Words.}', 'a.rtf', 'a book'],
	['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0xff), 'a.png', 'a book'],
	['a page', '<!doctype html><p>Words.</p>', 'a.html', 'a book'],
	['a page that tells search engines of itself', data('{"@type":"Article"}'), 'a.html', 'a book'],
	['a page that does so wrongly', data('{"@type":'), 'a.html', 'a book'],
	['a page about annotations', data('{"headline":"Annotation"}'), 'a.html', 'a book'],
	['clippings', CLIPPINGS, 'a.txt', 'marks'],
	['clippings under the name of a text to read', CLIPPINGS, 'a.md', 'marks'],
	['a page with annotations', data(SET), 'a.html', 'marks'],
	['annotations under a name that says nothing', SET, 'a', 'marks'],
	['a table of highlights', 'Highlight,Title\nIt was freezing cold,My Life', 'a.csv', 'marks'],
	['another table', 'Name,Price\nA,1', 'a.csv', 'unknown-format'],
	['annotations that break off', SET.slice(0, 40), 'a.txt', 'broken-json'],
	['other data', '{"a":1}', 'a.txt', 'no-annotations'],
	[
		'spoilt bytes under the name of a backup',
		Uint8Array.of(0xff, 0xfe, 0xfd),
		'a.annotation',
		'not-text'
	],
	[
		'a study packet that breaks off',
		'<!doctype html>\n<meta name="generator" content="Postil 1">\n<p>Words.',
		'a.html',
		'no-annotations-in-page'
	],
	['nothing', '', 'a.txt', 'empty']
])('%s', async (_, content, name, right) => {
	expect(await takenFor(content, name)).toBe(right);
});
