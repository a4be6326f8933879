/** `npm run add -- FILE…`: books become works in content/. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fail, readArguments } from '../command-line.js';
import { loadLayers } from './load-layers.js';

const USAGE = `npm run add -- FILE…      an EPUB, FB2, HTML, Markdown or plain text file

  --name my-life          its folder and address; else made of its title
  --update                change the work that is there; without it you are told what would be
  --title --author --language    instead of what the file says
  --encoding windows-1251        of a text that does not say it
  --chapters words|chinese|roman|numbers|none    how a plain text tells its chapters`;

const { values, positionals } = readArguments(USAGE, {
	allowPositionals: true,
	options: {
		name: { type: 'string' },
		update: { type: 'boolean' },
		title: { type: 'string' },
		author: { type: 'string' },
		language: { type: 'string' },
		encoding: { type: 'string' },
		chapters: { type: 'string' }
	}
});
if (positionals.length === 0) fail(USAGE);
if (positionals.length > 1 && (values.name || values.title))
	fail('A name or a title is of one book: add the files one by one.');

/** @type {{ addBook: (file: object, folder: string, options: object) => string[], contentFolder: () => string }} */
const { addBook, contentFolder } = {
	...(await loadLayers('server/adding/add-book.ts')),
	...(await loadLayers('server/library.ts'))
};
for (const path of positionals) {
	try {
		const file = { name: basename(path), bytes: readFileSync(path) };
		console.log(`${addBook(file, contentFolder(), values).join('\n')}\n`);
	} catch (error) {
		process.exitCode = 1;
		console.error(`${path}: ${sentenceOf(error)}\n`);
	}
}

/**
 * @param {unknown} error anything that was thrown
 * @returns {string} what to tell the publisher; what is no fault of a file's is thrown again
 */
function sentenceOf(error) {
	if (!(error instanceof Error)) throw error;
	if (error.name === 'AddError') return error.message;
	if (!('code' in error)) throw error;
	if (error.code === 'ENOENT') return 'There is no such file.';
	if (error.code === 'EISDIR') return 'This is a folder. Give the file of a book.';
	throw error;
}
