import type { ReportFault } from '$lib/content/publishing/faults';
import { readFields, type Field, type Keys } from './yaml-fields';

const KEYS: Keys<'title' | 'number' | 'level'> = {
	title: 'required',
	number: 'optional',
	level: 'optional'
};

/** How deep contents go. */
export const DEEPEST_LEVEL = 6;

/** What a chapter's file says of the chapter before its text, and the text. */
export interface FrontMatter {
	title: string;
	/** As written ("XLIII"); `null` when the chapter bears none. */
	number: string | null;
	/** The line that says the number; `null` without one. */
	numberLine: number | null;
	/** How deep it stands in the contents; 1 is outermost. */
	level: number;
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
		return { title: '', number: null, numberLine: null, level: 1, body: source };
	}
	const [frontMatter, yaml = ''] = match;
	const { title, number, level } = readFields(yaml, KEYS, 2, report);
	return {
		title: title?.value ?? '',
		number: number?.value || null,
		numberLine: number?.line ?? null,
		level: readLevel(level, report),
		body: frontMatter.replace(/[^\n]/g, '') + source.slice(frontMatter.length)
	};
}

function readLevel(field: Field | undefined, report: ReportFault): number {
	if (!field?.value) return 1;
	const level = /^\d$/.test(field.value) ? Number(field.value) : 0;
	if (level >= 1 && level <= DEEPEST_LEVEL) return level;
	report(
		field.line,
		`“${field.value}” is not a level`,
		`Write 2 for a chapter of a part, up to ${DEEPEST_LEVEL} for what stands deeper, or leave the line out.`
	);
	return 1;
}
