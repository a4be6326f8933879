/** What is wrong with the publisher's files, said so that they can mend it. */

/** One thing to mend in `content/`. */
export interface Fault {
	/** The file, as a path from where the build runs. */
	file: string;
	/** Its line, counted from 1; `null` when the whole file is meant. */
	line: number | null;
	/** What is wrong. */
	message: string;
	/** What to write or do instead. */
	advice: string;
}

/** Takes down one fault of the file being read. */
export type Report = (line: number | null, message: string, advice: string) => void;

/** Thrown when `content/` cannot be published as it is; `faults` has every reason, by file and line. */
export class ContentError extends Error {
	readonly faults: readonly Fault[];

	constructor(faults: readonly Fault[]) {
		const sorted = [...faults].sort(byFileAndLine);
		super(`${count(sorted.length)} in the texts:\n\n${sorted.map(print).join('\n\n')}\n`);
		this.name = 'ContentError';
		this.faults = sorted;
	}
}

/** A `Report` that adds to `faults` what it hears of `file`. */
export function reportTo(faults: Fault[], file: string): Report {
	return (line, message, advice) => faults.push({ file, line, message, advice });
}

function byFileAndLine(a: Fault, b: Fault): number {
	if (a.file !== b.file) return a.file < b.file ? -1 : 1;
	return (a.line ?? 0) - (b.line ?? 0);
}

function count(faults: number): string {
	return faults === 1 ? '1 fault' : `${faults} faults`;
}

function print({ file, line, message, advice }: Fault): string {
	const where = line === null ? file : `${file}:${line}`;
	return `${where}  ${message}.\n    ${advice}`;
}
