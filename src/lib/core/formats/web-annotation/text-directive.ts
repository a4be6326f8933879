/** Reads the text directive of an address: `#:~:text=[prefix-,]start[,end][,-suffix]`. */
import type { TextDirective } from '../foreign/foreign-mark';

const DIRECTIVE = /:~:(?:.*&)?text=([^&]*)/;

/** The first text directive in a fragment; `null` when it has none, or none that can be read. */
export function textDirectiveOf(fragment: string): TextDirective | null {
	const parts = DIRECTIVE.exec(fragment)?.[1].split(',') ?? [];
	const prefix = parts.length > 1 && parts[0].endsWith('-') ? parts.shift()!.slice(0, -1) : '';
	const suffix = parts.length > 1 && parts.at(-1)!.startsWith('-') ? parts.pop()!.slice(1) : '';
	const [start = '', end = '', ...more] = parts;
	if (start === '' || more.length > 0) return null;
	try {
		const [before, first, last, after] = [prefix, start, end, suffix].map(decodeURIComponent);
		return { prefix: before, start: first, end: last, suffix: after };
	} catch (error) {
		if (!(error instanceof URIError)) throw error; // a percent sign that begins no byte
		return null;
	}
}
