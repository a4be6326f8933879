/** What keeps the publisher's files from being published, said so that the publisher can mend it. */

/** One thing to mend in the folder `content/`. */
export interface ContentFault {
	/** The file, as a path from where the build runs. */
	file: string;
	/** The line in it, counted from 1; `null` when the whole file is meant. */
	line: number | null;
	/** What is wrong; without the file's name and without a full stop. */
	message: string;
	/** What to write or to do instead; a sentence. */
	advice: string;
}

/** Takes note of one fault in the file that is being read; the arguments are those of a `ContentFault`. */
export type ReportFault = (line: number | null, message: string, advice: string) => void;

/** Thrown when `content/` cannot be published as it is. `faults` has every reason, by file and line. */
export class ContentError extends Error {
	readonly faults: readonly ContentFault[];

	constructor(faults: readonly ContentFault[]) {
		const sorted = [...faults].sort(byFileAndLine);
		super(`${count(sorted.length)} in the texts:\n\n${sorted.map(print).join('\n\n')}\n`);
		this.name = 'ContentError';
		this.faults = sorted;
	}
}

/** A function that adds the faults of `file` to `faults`. */
export function faultReporter(faults: ContentFault[], file: string): ReportFault {
	return (line, message, advice) => faults.push({ file, line, message, advice });
}

function byFileAndLine(a: ContentFault, b: ContentFault): number {
	if (a.file !== b.file) return a.file < b.file ? -1 : 1;
	return (a.line ?? 0) - (b.line ?? 0);
}

function count(faults: number): string {
	return faults === 1 ? '1 fault' : `${faults} faults`;
}

function print({ file, line, message, advice }: ContentFault): string {
	const where = line === null ? file : `${file}:${line}`;
	return `${where}  ${message}.\n    ${advice}`;
}
