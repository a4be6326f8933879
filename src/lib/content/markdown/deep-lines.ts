import type { ReportFault } from '../publishing/faults';

// A hundred quotations or lists within each other: what parses thousands of them calls itself too often.
const TOO_DEEP = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])){100}/m;
const TOO_DEEP_LINES = new RegExp(`${TOO_DEEP.source}.*$`, 'gm');

/** `markdown` without lines that are nested more deeply than can be parsed; reports the first of them. */
export function withoutDeepLines(markdown: string, report: ReportFault): string {
	const deep = markdown.search(TOO_DEEP);
	if (deep < 0) return markdown;
	report(
		markdown.slice(0, deep).split('\n').length,
		'this line is nested too deeply',
		'Take out signs like > and - at its beginning, or write a backslash before the first.'
	);
	return markdown.replace(TOO_DEEP_LINES, '');
}
