import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Chapter } from '$lib/server/chapter-file';
import { findChapter, findWork, readLibrary, type Library } from '$lib/server/library';

describe('The Exile, as it ships,', () => {
	let library: Library;
	let chapter: Chapter;

	beforeAll(() => {
		library = readLibrary('content');
		chapter = findChapter(library, 'my-life', '43-the-exile')!;
	});

	const textOf = (id: string) => {
		const { start, end } = chapter.blocks.find((block) => block.id === id)!;
		return chapter.text.slice(start, end);
	};

	test('stands in its work', () => {
		expect(findWork(library, 'my-life')).toMatchObject({
			title: 'My Life',
			author: 'Leon Trotsky',
			language: 'en',
			dir: 'ltr'
		});
		expect(chapter).toMatchObject({ title: 'The Exile', number: 'XLIII', minutes: 32 });
	});

	test('is the edition that all else is measured by', () => {
		expect(chapter.text.length).toBe(44_621);
		expect(chapter.edition).toBe('e8ad709cf61b2d2d73167cee0f9d8ea4');
	});

	test('has p1 to p67 and five notes, and nothing after them', () => {
		const paragraphs = Array.from({ length: 67 }, (_, index) => `p${index + 1}`);
		const notes = Array.from({ length: 5 }, (_, index) => `note-${index + 1}`);
		expect(chapter.blocks.map(({ id }) => id)).toEqual([...paragraphs, ...notes]);
		for (const id of [...paragraphs, ...notes]) expect(chapter.html).toContain(` id="${id}"`);
	});

	test('has 65 paragraphs and two signatures', () => {
		expect(chapter.html.match(/<p id="p\d+">/g)).toHaveLength(65);
		expect(chapter.html.match(/<p id="p\d+" class="signature">[^<]*/g)).toEqual([
			'<p id="p46" class="signature">CHRISTIAN”',
			'<p id="p67" class="signature">N.I. SEDOVA-TROTSKAYA.”'
		]);
	});

	test('begins and ends where the given text does', () => {
		expect(textOf('p1')).toMatch(/^I will quote in full my wife’s account/);
		expect(textOf('p66')).toMatch(/^“In your speech at the plenary meeting/);
		expect(textOf('note-5')).toBe('The Nation, February 1, 1928.');
		expect(chapter.text).not.toMatch(/Last (Chapter|updated)|\breturn return\b/);
	});

	test('has every mark at its word, linked to its note and back', () => {
		const marks = [...chapter.html.matchAll(/(\S+)<sup data-noanchor><a [^>]*href="#(note-\d)"/g)];
		expect(marks.map(([, word, note]) => [word, note])).toEqual([
			['’Menzhinsky', 'note-1'],
			['Georgiyevna', 'note-2'],
			['Ninochka,', 'note-3'],
			['Zinushka.', 'note-4'],
			['enemy.', 'note-5']
		]);
		for (let note = 1; note <= 5; note++) {
			expect(chapter.html).toContain(`id="noteref-${note}"`);
			expect(chapter.html).toContain(`href="#noteref-${note}"`);
		}
	});

	test('has the words of the given text, all and in order', () => {
		expect(words(chapter.text)).toEqual(givenWords());
	});
});

function words(text: string): string[] {
	return text.split(/\s+/).filter((word) => word !== '');
}

/** The given text from its first sentence to its last note, without the notes' heading, numbers and marks. */
function givenWords(): string[] {
	const given = readFileSync('tests/fixtures/43-the-exile.txt', 'utf8');
	const start = given.indexOf('I will quote in full');
	const text = given.slice(start, given.indexOf('Last Chapter'));
	return words(
		text
			.replace(/^Notes$/m, '')
			.replace(/^\d\. /gm, '')
			.replace(/\[\d\]/g, '')
	);
}
