import type { PhrasingContent } from 'mdast';
import { cleanText, isSeen, trimSpacesAtEnd } from './clean-text';
import { nest } from './nest';
import { areSame, commonMarks, isBreak, PLAIN, type Marks, type Run } from './runs';

/** Where a line stands: in a table no code can hold `|`, in a directive's brackets none can hold one. */
export type Line = 'paragraph' | 'cell' | 'label';

/**
 * The content of a line in the normal form: one space between two words and none at the ends, marks
 * close around words, equal neighbours merged, the widest mark outermost. Code that cannot be written
 * where the line stands is text.
 */
export function toPhrasing(runs: readonly Run[], line: Line = 'paragraph'): PhrasingContent[] {
	const words = composeOverRuns(merge(runs)).map((run) => withWritableMarks(run, line));
	return nest(merge(partFromNotes(trimLineEnds(placeSpaces(merge(words).map(withOneSpace))))));
}

/** Spaces that had marks of their own, as in `a<sup> </sup> b`, stand beside others now. */
function withOneSpace(run: Run): Run {
	const { value } = run;
	return typeof value === 'string' && value.includes('  ')
		? { ...run, value: value.replace(/ +/g, ' ') }
		: run;
}

/** Merges neighbours of the same marks; drops what is empty. */
function merge(runs: readonly Run[]): Run[] {
	const merged: Run[] = [];
	// The texts of the last run: joined once, since a book's line may come in thousands of pieces.
	let texts: string[] = [];
	const close = () => {
		const last = merged.at(-1);
		if (last && texts.length > 1) merged[merged.length - 1] = { ...last, value: texts.join('') };
		texts = [];
	};
	for (const run of runs) {
		if (run.value === '') continue;
		const last = merged.at(-1);
		const isText = typeof run.value === 'string';
		if (isText && last && texts.length > 0 && areSame(last.marks, run.marks)) {
			texts.push(run.value);
			continue;
		}
		close();
		merged.push(run);
		if (isText) texts = [run.value];
	}
	close();
	return merged;
}

const COMBINING = /^\p{M}+/u;

/** Cleans the texts. A combining mark that begins a run goes to its letter in a run before. */
function composeOverRuns(runs: readonly Run[]): Run[] {
	const composed: Run[] = [];
	for (const run of runs) {
		if (typeof run.value !== 'string') {
			composed.push(run);
			continue;
		}
		let value = cleanText(run.value);
		const [marks] = COMBINING.exec(value) ?? [];
		const letter = marks ? composed.findLastIndex((one) => isBreak(one) || isWords(one)) : -1;
		const last = composed[letter];
		if (marks && last && typeof last.value === 'string') {
			composed[letter] = { ...last, value: cleanText(last.value + marks) };
			value = value.slice(marks.length);
		}
		if (value !== '') composed.push({ ...run, value });
	}
	return composed;
}

const isWords = ({ value }: Run) => typeof value === 'string';

function withWritableMarks(run: Run, line: Line): Run {
	const { value, marks } = run;
	if (typeof value !== 'string') return run;
	if (!isSeen(value)) return marks === PLAIN ? run : { value, marks: { ...PLAIN, link: null } };
	const isLabel =
		line === 'label' || marks.smallCaps || marks.shifted !== null || marks.language !== null;
	const isUnwritable = (line === 'cell' && value.includes('|')) || (isLabel && /[[\]]/.test(value));
	return marks.code && isUnwritable ? { value, marks: { ...marks, code: false } } : run;
}

/** Moves spaces out of marks: between two words stands one, with the marks that both words have. */
function placeSpaces(runs: readonly Run[]): Run[] {
	const placed: Run[] = [];
	let isLineStart = true;
	let due: Marks | null = null; // a space comes before the next word
	for (const run of runs) {
		const last = placed.at(-1);
		if (isBreak(run)) {
			due = null;
			if (isLineStart) continue;
			isLineStart = true;
			placed.push(run);
			continue;
		}
		let { value } = run;
		if (typeof value === 'string') {
			if (value.startsWith(' ')) due ??= run.marks;
			const endsWithSpace = value.endsWith(' ');
			value = isLineStart ? value.trimStart() : value.replace(/^ /, '');
			value = trimSpacesAtEnd(value);
			if (value !== '') {
				if (due && !isLineStart && last) placed.push(spaceBetween(last.marks, run.marks));
				placed.push({ ...run, value });
				isLineStart = false;
				due = null;
			}
			if (endsWithSpace) due = run.marks;
			continue;
		}
		if (due && !isLineStart && last) placed.push(spaceBetween(last.marks, run.marks));
		due = null;
		isLineStart = false;
		placed.push(run);
	}
	return placed;
}

function spaceBetween(left: Marks, right: Marks): Run {
	return { value: ' ', marks: commonMarks(left, right) };
}

/** Takes what is not seen from the ends of lines, and breaks from the end of the last. */
function trimLineEnds(runs: Run[]): Run[] {
	const trimmed: Run[] = [];
	for (const run of [...runs, null]) {
		if (run === null || isBreak(run)) trimEnd(trimmed);
		if (run) trimmed.push(run);
	}
	while (isBreak(trimmed.at(-1))) {
		trimmed.pop();
		trimEnd(trimmed);
	}
	return trimmed;
}

/** Takes white space, in place, from the end of the last line. */
function trimEnd(runs: Run[]): void {
	for (let last = runs.at(-1); last && typeof last.value === 'string'; last = runs.at(-1)) {
		const value = last.value.trimEnd();
		runs.pop();
		if (value === '') continue;
		runs.push({ ...last, value });
		return;
	}
}

/**
 * A footnote's mark that begins a line and a directive's colon after it would be read as the text of
 * that footnote: a page's number goes before the mark, words go without what makes a directive.
 */
function partFromNotes(runs: Run[]): Run[] {
	return runs.map((run, index) => {
		const isAfterMark = (at: number) => isNote(runs[at - 1]) && (at === 1 || isBreak(runs[at - 2]));
		if (isAfterMark(index + 1) && isPage(runs[index + 1])) return runs[index + 1];
		if (!isAfterMark(index)) return run;
		if (isPage(run)) return runs[index - 1];
		return { ...run, marks: { ...run.marks, smallCaps: false, shifted: null, language: null } };
	});
}

function isNote(run: Run | undefined): boolean {
	return typeof run?.value === 'object' && run.value.type === 'footnoteReference';
}

function isPage(run: Run | undefined): boolean {
	return typeof run?.value === 'object' && run.value.type === 'textDirective';
}
