/** The texts of the suite: prose, verse, and prose without spaces. */
import { readFileSync } from 'node:fs';

export interface SuiteText {
	name: string;
	language: string;
	/** Texts of the blocks, in reading order. */
	blocks: string[];
}

export function suiteTexts(): SuiteText[] {
	return [
		{ name: 'The Exile', language: 'en', blocks: chapterBlocks() },
		{ name: 'The Ancient Mariner', language: 'en', blocks: fixtureBlocks('ancient-mariner') },
		{ name: '道德經', language: 'zh', blocks: fixtureBlocks('daodejing') }
	];
}

/** The shipped chapter's blocks, its few Markdown marks taken off. */
export function chapterBlocks(): string[] {
	const source = readFileSync('content/my-life/43-the-exile.md', 'utf8');
	return source
		.replace(/^---\n[^]*?\n---\n/, '')
		.split(/\n{2,}/)
		.map((block) =>
			block
				.replace(/^\[\^\d+\]: /, '')
				.replace(/\[\^\d+\]/g, '')
				.replace(/^::signature\[(.*)\]$/s, '$1')
				.replace(/\s+/g, ' ')
				.trim()
		)
		.filter((block) => block !== '');
}

/** A fixture's blocks: one a line. */
export function fixtureBlocks(name: string): string[] {
	const source = readFileSync(`tests/core/anchoring/fixtures/${name}.txt`, 'utf8');
	return source.split('\n').filter((line) => line !== '');
}
