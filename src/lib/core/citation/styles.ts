/**
 * A passage with its citation, as plain text: quoted, with where it stands, and the entry for a list of
 * works. After the MLA Handbook (9th edition), the Chicago Manual of Style (17th, notes) and the
 * Publication Manual of the APA (7th). A title is left as it is written.
 */
import {
	inOrder,
	listNames,
	readNames,
	turned,
	withInitials,
	type CitedPassage,
	type CitedWork,
	type Name
} from './cited-work';

export const STYLES = { mla: 'MLA', chicago: 'Chicago', apa: 'APA' } as const;
export type Style = keyof typeof STYLES;

/** A quotation mark, of any language, at either end. An apostrophe at the end counts: it does no harm. */
const QUOTED = /^["“”„«»‹›‘‚「『]|["“”„«»‹›’」』]$/u;

/** Words in quotation marks; those that begin or end with some of their own get none of ours. */
export function quoted(words: string): string {
	const text = words.replaceAll('\n', '\n\n');
	return QUOTED.test(text) ? text : `“${text}”`;
}

/** The passage with its citation in a style. */
export function citePassage(style: Style, passage: CitedPassage): string {
	return { mla, chicago, apa }[style](passage);
}

function mla(passage: CitedPassage): string {
	const { work, chapter, address, accessed } = passage;
	const { translator, publisher, year } = work.publication;
	const authors = readNames(work.author);
	const [first, ...others] = authors;
	const author =
		authors.length > 2
			? `${turned(first)}, et al`
			: listNames([turned(first), ...others.map(inOrder)], 'and');
	const container = [
		work.title,
		translator && `translated by ${listNames(readNames(translator).map(inOrder), 'and')}`,
		publisher,
		year,
		address
	];
	const entry = [
		`${ended(author)} “${ended(chapter)}” ${ended(container.filter(Boolean).join(', '))}`,
		`Accessed ${dayMonthYear(accessed)}.`
	];
	return `${quoted(passage.quote)} (${families(authors, 'and')}, ${where(passage, 'par.')})\n\n${entry.join(' ')}`;
}

function chicago(passage: CitedPassage): string {
	const { work, chapter, address } = passage;
	const note = noteOf(work, chapter);
	return `${quoted(passage.quote)}\n\n${note}, ${where(passage, 'par.')}, ${address}.`;
}

/**
 * What a work is, or one of its chapters, after the Chicago Manual; without its address and the full stop.
 * `chapter`: its title, or `null` for the whole work.
 */
export function noteOf(
	work: Pick<CitedWork, 'title' | 'author' | 'publication'>,
	chapter: string | null
): string {
	const { translator, place, publisher, year } = work.publication;
	const press = [place, publisher].filter(Boolean).join(': ');
	const imprint = [press, year].filter(Boolean).join(', ');
	const authors = listNames(readNames(work.author).map(inOrder), 'and');
	const note = [
		authors,
		chapter === null ? work.title : `“${chapter},” in ${work.title}`,
		translator && `trans. ${listNames(readNames(translator).map(inOrder), 'and')}`
	]
		.filter(Boolean)
		.join(', ');
	return imprint ? `${note} (${imprint})` : note;
}

function apa(passage: CitedPassage): string {
	const { work, address } = passage;
	const { translator, publisher } = work.publication;
	const year = work.publication.year ?? 'n.d.';
	const authors = readNames(work.author);
	const translators = readNames(translator ?? '').map((name) => initialsFirst(name));
	const translated = translators.length > 0 ? ` (${listNames(translators, '&')}, Trans.)` : '';
	const inText = `(${families(authors, '&')}, ${year}, “${passage.chapter},” ${where(passage, 'para.')})`;
	const entry = [
		`${ended(listNames(authors.map(withInitials), '&'))} (${year}).`,
		ended(`${work.title}${translated}`),
		publisher && ended(publisher),
		address
	];
	return `${quoted(passage.quote)} ${inText}\n\n${entry.filter(Boolean).join(' ')}`;
}

/** The families' names as they stand in the text; of more than two the first. */
function families(names: readonly Name[], and: string): string {
	const all = names.map(({ family }) => family);
	if (all.length > 2) return `${all[0]} et al.`;
	return all.join(` ${and} `);
}

/** `M. Eastman` */
function initialsFirst(name: Name): string {
	const [family, initials] = withInitials(name).split(', ');
	return initials === undefined ? family : `${initials} ${family}`;
}

/** `par. 12`, `note 3` */
function where({ block }: CitedPassage, paragraph: string): string {
	return block.replace(/^p/u, `${paragraph} `).replace(/^note-(\d+).*/u, 'note $1');
}

/** With a full stop behind it, unless it ends a sentence already. */
function ended(text: string): string {
	return /[.!?…]$/u.test(text) ? text : `${text}.`;
}

const MONTHS = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');

/** `27 Nov. 2026`, as MLA writes it; in the reader's own time. */
function dayMonthYear(day: Date): string {
	return `${day.getDate()} ${MONTHS[day.getMonth()]} ${day.getFullYear()}`;
}
