/** Lines of a plain text that are titles of its chapters. */

/** Words that a title begins with, in the languages that most plain texts are in. */
const WORDS =
	'chapter|book|part|act|scene|canto|letter|prologue|epilogue|preface|introduction|conclusion|appendix|' +
	'kapitel|buch|teil|vorwort|nachwort|chapitre|livre|partie|capítulo|capitulo|parte|libro|capitolo|' +
	'hoofdstuk|kapittel|luku|rozdział|глава|часть|книга|пролог|эпилог|предисловие|розділ';

const LONGEST = 100; // letters of a title

/** Ways in which a text may tell its chapters, the surer first; a reader may choose another. */
export const PATTERNS = {
	words: new RegExp(`^(?:${WORDS})(?:$|[\\s.:—–-])`, 'iu'),
	chinese: /^第[零一二三四五六七八九十百千\d]{1,8}[章回卷節节部]/u,
	roman: /^[IVXLC]{1,8}\.?(?:\s+\S.*)?$/u,
	numbers: /^\d{1,3}\.?(?:\s+\p{Lu}.*)?$/u
} as const;

/** How chapters are found; `none` makes one chapter of the text. */
export type ChapterPattern = keyof typeof PATTERNS | 'none';

const FEWEST = 2; // titles that make a pattern believed

/** The pattern that finds chapters in paragraphs; `none` when none does. */
export function findPattern(paragraphs: readonly (readonly string[])[]): ChapterPattern {
	const names = Object.keys(PATTERNS) as (keyof typeof PATTERNS)[];
	const found = names.find((name) => {
		const titles = paragraphs.filter((lines) => isTitle(lines, name));
		return titles.length >= FEWEST && (name !== 'numbers' || countUp(titles));
	});
	return found ?? 'none';
}

const MOST = 0.8; // of the numbers; a text in parts may begin again

/** Whether numbers go on from one title to the next; those of lists within a text begin again and again. */
function countUp(titles: readonly (readonly string[])[]): boolean {
	const numbers = titles.map(([line]) => Number.parseInt(line.trim(), 10));
	const next = numbers.filter((number, index) => index > 0 && number === numbers[index - 1] + 1);
	return next.length >= (numbers.length - 1) * MOST;
}

/** Whether a paragraph, by its lines, is a title by a pattern. */
export function isTitle(lines: readonly string[], pattern: ChapterPattern): boolean {
	if (pattern === 'none' || lines.length > 2) return false;
	const length = lines.reduce((sum, line) => sum + line.length, 0);
	const [first] = lines;
	return length <= LONGEST && PATTERNS[pattern].test(first.trim()) && !/[,;]$/.test(first.trim());
}
