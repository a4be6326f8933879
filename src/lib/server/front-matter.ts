import type { ReportFault } from '$lib/content/publishing/faults';
import { readFields, type Keys } from './yaml-fields';

const KEYS: Keys<'title' | 'number'> = { title: 'required', number: 'optional' };

/** What a chapter's file says of the chapter before its text, and the text. */
export interface FrontMatter {
	title: string;
	/** As written ("XLIII"); `null` when the chapter bears none. */
	number: string | null;
	/** The line that says the number; `null` without one. */
	numberLine: number | null;
	/** The Markdown, after as many empty lines as the front matter had, so that its lines count as in the file. */
	body: string;
}

/** Reads the YAML between the two lines `---` that a chapter's file begins with, and reports its faults. */
export function readFrontMatter(source: string, report: ReportFault): FrontMatter {
	const match = /^---[ \t]*\n(?:([^]*?)\n)??---[ \t]*(?:\n|$)/.exec(source);
	if (!match) {
		report(
			1,
			'does not begin with its title',
			'Begin the file with three lines: ---, title: The Exile, ---.'
		);
		return { title: '', number: null, numberLine: null, body: source };
	}
	const [frontMatter, yaml = ''] = match;
	const { title, number } = readFields(yaml, KEYS, 2, report);
	return {
		title: title?.value ?? '',
		number: number?.value || null,
		numberLine: number?.line ?? null,
		body: frontMatter.replace(/[^\n]/g, '') + source.slice(frontMatter.length)
	};
}
