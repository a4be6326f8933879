import { basename } from 'node:path';
import type { Book } from '$lib/content/books/book';
import { countLetters } from '$lib/content/books/chapters/numbers';

const MOST_CHAPTERS = 12; // that are listed

/** What a publisher is told of a book that was written into the folder at `path`, line by line. */
export function reportOn(book: Book, path: string, notes: readonly string[]): string[] {
	const { title, author, format, chapters, images, report } = book;
	const letters = chapters.reduce((sum, { tree }) => sum + countLetters([tree]), 0);
	const losses = report.lines();
	return [
		`“${title}” by ${author} (${format}) is in ${path}; its address will be /${basename(path)}/.`,
		`${count(chapters.length, 'chapter')}, ${count(letters, 'letter')}, ${count(images.size, 'picture')}:`,
		...chapters.slice(0, MOST_CHAPTERS).map((chapter) => `  ${chapter.slug}.md  ${chapter.title}`),
		...(chapters.length > MOST_CHAPTERS ? [`  … and ${chapters.length - MOST_CHAPTERS} more`] : []),
		...section('What is not as it was in the file:', losses),
		...section('To be looked at, and put right in work.yaml:', notes)
	];
}

function section(title: string, lines: readonly string[]): string[] {
	return lines.length === 0 ? [] : [title, ...lines.map((line) => `  - ${line}`)];
}

function count(number: number, what: string): string {
	return `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`;
}
