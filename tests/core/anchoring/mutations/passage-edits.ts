/** Edits of the marked passages themselves: copied elsewhere, deleted. */
import { isLetter, otherLetter, type Edit } from './edit';
import type { Mark } from './marks';
import { added, replaced, type Traced, type Unit } from './traced';

/** Marks that lie apart, so that one can be edited without touching another. */
function apart(marks: readonly Mark[], far: number): Mark[] {
	const chosen: Mark[] = [];
	for (const mark of marks) {
		if (chosen.every(({ start, end }) => start > mark.end + far || end + far < mark.start)) {
			chosen.push(mark);
		}
	}
	return chosen;
}

// A copy nearer than this to the passage could as well be the passage.
const FAR = 300;

/** The passage is corrected by one letter, and its old words stand elsewhere. */
export function lookAlike(old: Traced, { random, writer, marks }: Edit): Traced {
	let now = old;
	for (const mark of apart(marks, FAR)) {
		const isOurs = ({ id }: Unit) => id >= mark.start && id < mark.end;
		const copy = now.map((block) => block.filter(isOurs)).filter((block) => block.length > 0);
		const letters = copy.flat().filter(({ unit }) => isLetter(unit));
		if (letters.length === 0) continue;
		const corrected = random.pick(letters).id;
		now = now.map((block) =>
			block.flatMap((unit) =>
				unit.id === corrected ? replaced([unit], otherLetter(writer, random, [unit])) : [unit]
			)
		);
		const words = copy.map((block) => block.map(({ unit }) => unit).join(''));
		const homes = [...now.keys()].filter((n) =>
			now[n].every(({ id }) => id > mark.end + FAR || (id !== -1 && id < mark.start - FAR))
		);
		const home = random.pick(homes);
		if (mark.length === 'word' || mark.length === 'phrase' || mark.length === 'clause') {
			const space = writer.spaced ? ' ' : '';
			const cuts = [...now[home].keys()].filter((n) => n > 0 && now[home][n - 1].unit === ' ');
			const at = random.pick([0, ...cuts]);
			const block = [...now[home]];
			block.splice(at, 0, ...added(words.join(space) + space));
			now = now.with(home, block);
		} else {
			now = now.toSpliced(home, 0, ...words.map(added));
		}
	}
	return now;
}

/**
 * Whether without the passage the text is the same as without another one, by a
 * word at least, so that nobody could say which is gone: "to go and to come",
 * less one "to".
 */
function isAmbiguous(text: string, { start, end }: Mark, spaced: boolean): boolean {
	let back = 0;
	while (back < start && text[start - back - 1] === text[end - back - 1]) back += 1;
	let forth = 0;
	while (end + forth < text.length && text[start + forth] === text[end + forth]) forth += 1;
	if (!spaced) return /\p{L}/u.test(text.slice(start - back, start) + text.slice(end, end + forth));
	const before = text.slice(Math.max(0, start - back - 1), start);
	const after = text.slice(end, end + forth + 1);
	return /[^\p{L}]\p{L}/u.test(before) || /\p{L}[^\p{L}]/u.test(after);
}

export function deletePassages(old: Traced, { marks, writer }: Edit): Traced {
	const text = old.map((block) => block.map(({ unit }) => unit).join('')).join('\n');
	const ambiguous = (mark: Mark) =>
		isAmbiguous(text, mark, writer.spaced) ||
		isAmbiguous(text, { ...mark, end: mark.end + 1 }, writer.spaced);
	const gone = apart(marks, 0).filter((mark) => !ambiguous(mark));
	return old.map((block) =>
		block.filter(({ id }) => !gone.some(({ start, end }) => id >= start && id < end))
	);
}
