/** What of a file could not be kept as it was, or was guessed: counted, and told in words. */

const plural = (one: string, many: string) => (count: number) =>
	count === 1 ? `1 ${one}` : `${count} ${many}`;

/** What can happen, as a report says it. */
const SENTENCES = {
	script: plural('script was left out', 'scripts were left out'),
	media: plural('sound or film was left out', 'sounds and films were left out'),
	form: plural('part of a form was left out', 'parts of forms were left out'),
	hidden: plural(
		'passage that the book hides was left out',
		'passages that the book hides were left out'
	),
	drawing: plural('drawing within the text was left out', 'drawings within the text were left out'),
	formula: plural('formula became words on one line', 'formulas became words on one line'),
	ruby: plural('reading aid was put in brackets', 'reading aids were put in brackets'),
	table: plural(
		'table that has no form here became paragraphs',
		'tables that have no form here became paragraphs'
	),
	deep: plural(
		'part is nested too deeply: its words were kept, not its form',
		'parts are nested too deeply: their words were kept, not their form'
	),
	styles: () =>
		'the book’s style is too large to look through: some italics or bold may be missing',
	missingImage: plural('picture is not in the file', 'pictures are not in the file'),
	refusedImage: plural(
		'picture is of a kind that is not shown, broken, or holds a script',
		'pictures are of a kind that is not shown, broken, or hold a script'
	),
	decorative: plural(
		'picture has no words for those who cannot see it',
		'pictures have no words for those who cannot see them'
	),
	remoteImage: plural('picture lies on another site', 'pictures lie on other sites'),
	deadLink: plural(
		'link leads to nothing and became text',
		'links lead to nothing and became text'
	),
	refusedLink: plural(
		'link leads where none may and became text',
		'links lead where none may and became text'
	),
	contents: plural('page of contents was left out', 'pages of contents were left out'),
	coverPage: plural(
		'page that only shows the cover was left out',
		'pages that only show the cover were left out'
	),
	missingPart: plural('file of the book is missing', 'files of the book are missing'),
	brokenPart: plural(
		'file of the book is damaged; what could be read of it was kept',
		'files of the book are damaged; what could be read of them was kept'
	),
	refusedName: plural(
		'file has a name that leads out of the book, and was left out',
		'files have names that lead out of the book, and were left out'
	),
	package: () => 'the book does not say where its contents are; they were looked for',
	order: () =>
		'the book does not say its order of reading; its files stand in the order of their list',
	encoding: () => 'the file does not say its encoding; it was guessed',
	language: () => 'the file does not say its language',
	untitled: plural(
		'chapter has no title: its first words stand for it',
		'chapters have no title: their first words stand for it'
	),
	html: plural('piece of HTML was left out', 'pieces of HTML were left out'),
	tooLarge: plural(
		'part was too large to be opened and is left out',
		'parts were too large to be opened and are left out'
	)
} satisfies Record<string, (count: number) => string>;

/** A kind of thing that a file has and a chapter cannot have, or that was guessed. */
export type Loss = keyof typeof SENTENCES;

/** Counts what of a book is lost while it is opened. */
export class BookReport {
	#counts = new Map<Loss, number>();

	count(loss: Loss, times = 1): void {
		if (times > 0) this.#counts.set(loss, this.countOf(loss) + times);
	}

	countOf(loss: Loss): number {
		return this.#counts.get(loss) ?? 0;
	}

	/** One line for each kind of loss, in the order in which they first happened. */
	lines(): string[] {
		return [...this.#counts].map(([loss, count]) => SENTENCES[loss](count));
	}
}
