/** The texts of the suite: those that thresholds are tuned on, and others that judge them. */
import { readFileSync } from 'node:fs';

export interface SuiteText {
	name: string;
	/** A BCP 47 tag. */
	language: string;
	/** Texts of the blocks, in reading order. */
	blocks: string[];
}

/** Prose, verse, prose without spaces. */
export function tuningTexts(): SuiteText[] {
	return [
		{ name: 'The Exile', language: 'en', blocks: chapterBlocks() },
		{ name: 'The Ancient Mariner', language: 'en', blocks: fixtureBlocks('ancient-mariner') },
		{ name: '道德經', language: 'zh', blocks: fixtureBlocks('daodejing') }
	];
}

/** Two tuning texts made for the suite, of repeated phrases: songs with refrains, and terms and conditions. */
export function repetitiveTexts(): SuiteText[] {
	return [
		{ name: 'A litany', language: 'en', blocks: fixtureBlocks('litany') },
		{ name: 'Lending terms', language: 'en', blocks: fixtureBlocks('lending-terms') }
	];
}

/** Texts of other kinds, full of repeated phrases. Nobody tunes on them: they are read as totals only. */
export function judgingTexts(): SuiteText[] {
	return [
		{ name: 'Psalms 107 to 150', language: 'en', blocks: fixtureBlocks('psalms') },
		{ name: 'Apache License 2.0', language: 'en', blocks: fixtureBlocks('apache-license') }
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
