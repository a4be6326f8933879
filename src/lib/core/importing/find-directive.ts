/** Finds the passage that the text directive of an address names, as a browser does: the first that matches. */
import type { TextDirective } from '../formats/foreign/foreign-mark';
import { fold } from '../text/fold';
import type { TextRange } from '../text/range';

// More matches of the first words than any text has by chance; each costs a look at what stands around it.
const MAX_TRIES = 1000;

/** Where it stands in `folded`, a text folded with `fold`; `null` when it is not there. */
export function findDirective(folded: string, directive: TextDirective): TextRange | null {
	const [prefix, first, last, suffix] = [
		directive.prefix,
		directive.start,
		directive.end,
		directive.suffix
	].map((part) => fold(part.replace(/\s+/gu, ' ').trim()));
	if (first === '') return null;
	let start = folded.indexOf(first);
	for (let tries = 0; start !== -1 && tries < MAX_TRIES; tries++) {
		const end = endOf(folded, start + first.length, { last, suffix });
		if (end !== null && isBehind(folded, start, prefix)) return { start, end };
		start = folded.indexOf(first, start + 1);
	}
	return null;
}

function endOf(
	folded: string,
	from: number,
	{ last, suffix }: { last: string; suffix: string }
): number | null {
	if (last === '') return isAhead(folded, from, suffix) ? from : null;
	let at = folded.indexOf(last, from);
	for (let tries = 0; at !== -1 && tries < MAX_TRIES; tries++) {
		if (isAhead(folded, at + last.length, suffix)) return at + last.length;
		at = folded.indexOf(last, at + 1);
	}
	return null;
}

function isAhead(folded: string, at: number, words: string): boolean {
	return folded.startsWith(words, folded[at] === ' ' ? at + 1 : at);
}

function isBehind(folded: string, at: number, words: string): boolean {
	return folded.endsWith(words, folded[at - 1] === ' ' ? at - 1 : at);
}
