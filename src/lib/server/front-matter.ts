import type { Report } from '$lib/content/faults';
import { readFields, type Keys } from './yaml-fields';

const KEYS: Keys<'title' | 'number'> = { title: 'required', number: 'optional' };

/** A chapter's own words on itself, and its Markdown. */
export interface FrontMatter {
	title: string;
	/** As written ("XLIII"); `null` when it bears none. */
	number: string | null;
	/** The line that says so; `null` without one. */
	numberLine: number | null;
	/** The Markdown, after as many empty lines as stood before it: its lines count as in the file. */
	body: string;
}

/** Reads the YAML between the two lines `---` that begin a chapter's file, and reports its faults. */
export function readFrontMatter(source: string, report: Report): FrontMatter {
	const match = /^---[ \t]*\n(?:([^]*?)\n)??---[ \t]*(?:\n|$)/.exec(source);
	if (!match) {
		report(
			1,
			'does not begin with its title',
			'Begin the file with three lines: ---, title: The Exile, ---.'
		);
		return { title: '', number: null, numberLine: null, body: source };
	}
	const [head, yaml = ''] = match;
	const { title, number } = readFields(yaml, KEYS, 2, report);
	return {
		title: title?.value ?? '',
		number: number?.value || null,
		numberLine: number?.line ?? null,
		body: head.replace(/[^\n]/g, '') + source.slice(head.length)
	};
}
