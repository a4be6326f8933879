import type { Heading } from 'mdast';
import { visit } from 'unist-util-visit';
import { suggestSlug } from '../../publishing/addresses';
import type { Block } from '../../normal-form/blocks';
import { cleanLine } from '../../normal-form/clean-text';
import type { BookReport } from '../report';
import type { Draft } from './cut';
import { hasWords, wordsOf } from './numbers';

const LONGEST_TITLE = 200; // letters
const LONGEST_STAND_IN = 40; // letters of a chapter's first words
const LONGEST_SLUG = 40;

/** A chapter's title, and its blocks without the headings that only say it again. */
export function takeTitle(draft: Draft, report: BookReport): { title: string; blocks: Block[] } {
	let { title } = draft;
	const blocks = [...draft.blocks];
	for (let first = blocks[0]; first?.type === 'heading'; first = blocks[0]) {
		const words = cleanLine(wordsOf(first));
		if (!isPlain(first) || !blocks.slice(1).some(hasWords)) break;
		if (title !== null && !isSaidIn(words, title)) {
			// The contents may have less than the heading, and nothing else may be taken then.
			if (blocks.length < draft.blocks.length || !isSaidIn(title, words)) break;
			title = words;
		}
		title ??= words;
		blocks.shift();
	}
	// A heading with a picture or a note's mark stays, and its words are the title all the same.
	if (title === null && blocks[0].type === 'heading') title = cleanLine(wordsOf(blocks[0]));
	if (title) return { title: title.slice(0, LONGEST_TITLE).toWellFormed(), blocks };
	report.count('untitled');
	return { title: firstWords(blocks), blocks };
}

/** A heading that can be a title as it is: no picture, and no note's mark. */
function isPlain(heading: Heading): boolean {
	let plain = true;
	visit(heading, (node) => {
		if (node.type === 'footnoteReference' || node.type === 'image') plain = false;
	});
	return plain;
}

function isSaidIn(words: string, title: string): boolean {
	return fold(title).includes(fold(words));
}

function fold(words: string): string {
	return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function firstWords(blocks: readonly Block[]): string {
	const words = cleanLine(wordsOf(blocks.find(hasWords)!));
	if (words.length <= LONGEST_STAND_IN) return words;
	const cut = words.slice(0, LONGEST_STAND_IN);
	return `${cut.slice(0, cut.lastIndexOf(' ')).trim() || cut.toWellFormed()}…`;
}

/** The address of a chapter: its number, counted from 1, and its title as far as it is Latin. */
export function slugFor(number: number, title: string): string {
	const words = suggestSlug(title).slice(0, LONGEST_SLUG).replace(/-$/, '');
	return words === '' ? `${number}` : `${number}-${words}`;
}
