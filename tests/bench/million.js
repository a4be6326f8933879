import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const HOUSE = resolve(import.meta.dirname, '../..');
const BUILDS = join(HOUSE, 'tests/.builds');
const CHAPTERS = 128;
const WORDS = 1_000_000;

/** What stands in the last chapter alone. */
export const LAST_WORDS = 'a heron waited by the weir';

/** @type {string | null} */
let made = null;

/**
 * A built site whose one work has a million words: sentences of a text in another order, the same
 * each time.
 *
 * @param {string} text
 * @returns {string} its folder; made once in a run of the bench, which takes a minute or two
 */
export function millionWords(text) {
	if (made) return made;
	const content = join(BUILDS, 'million.content');
	writeWork(join(content, 'million'), text, {
		title: 'A million words',
		words: WORDS,
		chapters: CHAPTERS
	});
	const dir = join(BUILDS, 'million');
	execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
		cwd: HOUSE,
		env: { ...process.env, BUILD_DIR: dir, BASE_PATH: '', KILL_SWITCH: '', CONTENT_DIR: content },
		stdio: ['ignore', 'ignore', 'inherit']
	});
	return (made = dir);
}

/**
 * Writes a work of so many words in so many chapters: sentences of a text in another order.
 *
 * @param {string} dir
 * @param {string} text
 * @param {{ title: string, words: number, chapters: number }} work
 */
export function writeWork(dir, text, { title, words: wanted, chapters }) {
	rmSync(dir, { recursive: true, force: true });
	mkdirSync(dir, { recursive: true });
	const about = {
		title,
		author: 'Nobody',
		language: 'en',
		source: 'Shuffled',
		rights: 'None'
	};
	const lines = Object.entries(about).map(([name, value]) => `${name}: ${value}\n`);
	writeFileSync(join(dir, 'work.yaml'), lines.join(''));
	const shuffled = shuffledParagraphs(text);
	for (let number = 1; number <= chapters; number++) {
		const paragraphs = shuffled(wanted / chapters);
		if (number === chapters) paragraphs.push(`Here ${LAST_WORDS}.`);
		const name = `${String(number).padStart(3, '0')}-part-${number}.md`;
		writeFileSync(
			join(dir, name),
			`---\ntitle: Part ${number}\n---\n\n${paragraphs.join('\n\n')}\n`
		);
	}
}

/**
 * Paragraphs of the sentences of a text in another order, the same in each run.
 *
 * @param {string} text
 * @returns {(words: number) => string[]} gives the next ones, of so many words or a few more
 */
export function shuffledParagraphs(text) {
	const sentences = (text.match(/[^.?!\n]+[.?!]/g) ?? [])
		.map((sentence) => sentence.replace(/[^\p{L}\p{N} .,;:?!’“”–]/gu, '').trim())
		.filter((sentence) => /^\p{Lu}/u.test(sentence));
	let seed = 7;
	const next = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff);
	return (wanted) => {
		const paragraphs = [];
		for (let words = 0; words < wanted;) {
			const paragraph = Array.from({ length: 6 }, () => sentences[next() % sentences.length]).join(
				' '
			);
			words += paragraph.split(' ').length;
			paragraphs.push(paragraph);
		}
		return paragraphs;
	};
}
