/** What `work.yaml` says of a book that is added. */
import { parseDocument, stringify } from 'yaml';
import { canonicalLanguage, directionOf } from '$lib/content/publishing/language';
import type { Book } from '$lib/content/books/book';
import { cleanLine } from '$lib/content/normal-form/clean-text';
import { AddError } from './add-error';

/** What the publisher says of a book, where it is more than the file says. */
export interface SaidOfBook {
	title?: string;
	author?: string;
	/** BCP 47. */
	language?: string;
}

/** The book with what the publisher says of it. Throws an `AddError` for a language that is none. */
export function describeBook(book: Book, said: SaidOfBook): Book {
	const language = said.language === undefined ? book.language : canonicalLanguage(said.language);
	if (language === null)
		throw new AddError(
			`“${said.language}” is not a language tag. Write its code, such as en, en-GB, he, zh-Hant.`
		);
	return {
		...book,
		title: cleanLine(said.title ?? book.title),
		author: cleanLine(said.author ?? book.author),
		language,
		dir: said.language === undefined ? book.dir : directionOf(language)
	};
}

/** What `work.yaml` needs and the book has not: what stands there instead, and a sentence about it. */
export function standInsFor(book: Book, file: string): Map<keyof Book, [string, string]> {
	const standIns = new Map<keyof Book, [string, string]>();
	const standIn = (key: keyof Book, value: string, what: string) => {
		if (book[key] === '') standIns.set(key, [value, `${what}: work.yaml says “${value}”`]);
	};
	standIn('title', file.replace(/\.\w+$/, ''), 'the file does not say its title');
	standIn('author', 'Unknown', 'the file does not name its author');
	standIn('source', `The file ${file}`, 'the file does not say where its text comes from');
	standIn('rights', 'Not said in the file', 'the file does not say who has rights in it');
	return standIns;
}

/** The text of `work.yaml`. */
export function writeWorkFile(book: Book): string {
	const { title, author, language, dir, source, rights, cover } = book;
	return stringify({
		title,
		author,
		language,
		...(dir === directionOf(language) ? {} : { dir }),
		source,
		rights,
		...(cover === null ? {} : { cover })
	});
}

/** A `work.yaml` that a publisher may have edited, with another cover, `null` for none; comments stay. */
export function withCover(yaml: string, cover: string | null): string {
	const document = parseDocument(yaml, { schema: 'failsafe' });
	if (document.errors.length > 0 || (document.get('cover') ?? null) === cover) return yaml;
	if (cover === null) document.delete('cover');
	else document.set('cover', cover);
	return document.toString();
}
