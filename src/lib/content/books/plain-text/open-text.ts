import { NO_STYLES } from '../html/styles';
import { appendTo, createElement, type SourceElement } from '../markup/element';
import { BookReport } from '../report';
import type { SourceBook } from '../source-book';
import { sourceDocument } from '../source-document';
import { findPattern, isTitle, type ChapterPattern } from './chapter-titles';

const WRAPPED = 45; // letters of a line that was broken where it was full
/** The share of full lines below which a paragraph is verse, or a list, whose lines are kept. */
const FULL_LINES = 0.4;
const EM_SPACE = '\u2003';

/** The book in a plain text. `pattern` finds its chapters; without one the likeliest is taken. */
export function openText(
	text: string,
	name: string,
	pattern: ChapterPattern | null = null
): SourceBook {
	const paragraphs = splitParagraphs(text);
	const used = pattern ?? findPattern(paragraphs);
	const parts: SourceElement[] = [createElement('body')];
	for (const lines of paragraphs) {
		const isHeading = isTitle(lines, used);
		if (isHeading) parts.push(createElement('body'));
		appendTo(parts.at(-1)!, isHeading ? heading(lines) : paragraph(lines));
	}
	const bodies = parts.filter(({ children }) => children.length > 0);
	return {
		format: 'Plain text',
		title: name,
		author: '',
		language: '',
		dir: null,
		source: '',
		rights: '',
		identifier: null,
		documents: bodies.map((body, index) => sourceDocument(String(index), body, NO_STYLES)),
		contents: [],
		readImage: () => null,
		cover: null,
		report: new BookReport(),
		pattern: used
	};
}

/** The paragraphs of a text as their lines: parted by empty lines, or, in a text without any, by line ends. */
function splitParagraphs(text: string): string[][] {
	const lines = text.replace(/\r\n?/g, '\n').split('\n');
	const paragraphs: string[][] = [[]];
	for (const line of lines)
		if (line.trim() !== '') paragraphs.at(-1)!.push(line);
		else if (paragraphs.at(-1)!.length > 0) paragraphs.push([]);
	const filled = paragraphs.filter(({ length }) => length > 0);
	const isByLine = filled.length < lines.length / 50 && lines.some(({ length }) => length > 200);
	return isByLine ? filled.flatMap((found) => found.map((line) => [line])) : filled;
}

function heading(lines: readonly string[]): SourceElement {
	const element = createElement('h2');
	appendTo(element, lines.map((line) => line.trim()).join(' '));
	return element;
}

function paragraph(lines: readonly string[]): SourceElement {
	const full = lines.slice(0, -1).filter((line) => line.trim().length > WRAPPED).length;
	if (lines.length < 3 || full >= (lines.length - 1) * FULL_LINES) {
		const element = createElement('p');
		appendTo(element, lines.map((line) => line.trim()).join('\n'));
		return element;
	}
	const verse = createElement('p', { class: 'verse' });
	const indents = lines.map((line) => line.length - line.trimStart().length);
	const least = indents.reduce((least, indent) => Math.min(least, indent), Infinity);
	lines.forEach((line, index) => {
		if (index > 0) appendTo(verse, createElement('br'));
		const steps = Math.floor((indents[index] - least) / 2);
		appendTo(verse, EM_SPACE.repeat(Math.min(steps, 6)) + line.trim());
	});
	return verse;
}
