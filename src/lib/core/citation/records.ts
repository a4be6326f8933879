/** A work as programs for references read it: BibTeX, RIS and CSL-JSON. */
import { fold } from '../text/fold';
import { readNames, turned, type CitedWork } from './cited-work';

export const RECORDS = { bibtex: 'BibTeX', ris: 'RIS', csl: 'CSL-JSON' } as const;
export type RecordFormat = keyof typeof RECORDS;

/** The work in a format; `accessed` is the day on which it was read. */
export function writeRecord(format: RecordFormat, work: CitedWork, accessed: Date): string {
	return { bibtex, ris, csl }[format](work, accessed);
}

/** Which of the identifiers it is: the publisher's file was checked. */
function identifierOf({ publication }: CitedWork): { isbn?: string; doi?: string } {
	const { identifier = '' } = publication;
	const [, isbn] = /^isbn[:\s]\s*(.+)$/iu.exec(identifier) ?? [];
	const [, doi] = /^(?:doi:\s*|https:\/\/doi\.org\/)(10\..+)$/iu.exec(identifier) ?? [];
	return { isbn, doi };
}

function bibtex(work: CitedWork, accessed: Date): string {
	const { year, publisher, place, translator } = work.publication;
	const { isbn, doi } = identifierOf(work);
	const people = (names: string) => readNames(names).map(turned).join(' and ');
	const fields: [name: string, value: string | undefined][] = [
		['author', escapeTex(people(work.author))],
		['title', `{${escapeTex(work.title)}}`],
		['year', year],
		['publisher', publisher && escapeTex(publisher)],
		['address', place && escapeTex(place)],
		['translator', translator && escapeTex(people(translator))],
		['isbn', isbn],
		['doi', doi],
		['language', work.language],
		['url', escapeUrl(work.address)],
		['urldate', isoDay(accessed)]
	];
	const lines = fields
		.filter(([, value]) => value)
		.map(([name, value]) => `  ${name} = {${value}}`);
	return `@book{${keyOf(work)},\n${lines.join(',\n')}\n}\n`;
}

/** Letters that have a meaning in TeX, as they are written in it; all at once, so that none is escaped twice. */
const TEX: Record<string, string> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}'
};

function escapeTex(text: string): string {
	return oneLine(text).replace(/[\\{}&%$#_~^]/gu, (sign) => TEX[sign] ?? `\\${sign}`);
}

/** An address is taken as it stands, but for what would end the field. */
function escapeUrl(address: string): string {
	return address.replace(/[{}\\]/gu, encodeURIComponent);
}

/** `trotsky1930`: what a document calls the work by, in ASCII. */
function keyOf(work: CitedWork): string {
	const [{ family }] = readNames(work.author);
	const name = fold(family)
		.normalize('NFD')
		.replace(/[^a-z]/giu, '')
		.toLowerCase();
	return `${name || work.slug}${work.publication.year?.replace(/\D/gu, '') ?? ''}`;
}

/** A line for each value; https://en.wikipedia.org/wiki/RIS_(file_format) lists the tags. Lines end with CRLF. */
function ris(work: CitedWork, accessed: Date): string {
	const { year, publisher, place, translator } = work.publication;
	const { isbn, doi } = identifierOf(work);
	const lines: [tag: string, value: string | undefined][] = [
		['TY', 'BOOK'],
		...readNames(work.author).map((name): [string, string] => ['AU', turned(name)]),
		['TI', work.title],
		['PY', year],
		['PB', publisher],
		['CY', place],
		...readNames(translator ?? '').map((name): [string, string] => ['A4', turned(name)]),
		['SN', isbn],
		['DO', doi],
		['LA', work.language],
		['UR', work.address],
		['Y2', isoDay(accessed).replaceAll('-', '/')]
	];
	const written = lines
		.filter(([, value]) => value)
		.map(([tag, value]) => `${tag}  - ${oneLine(value!)}`);
	return [...written, 'ER  - ', ''].join('\r\n');
}

/** https://docs.citationstyles.org/en/stable/specification.html, and its JSON schema. */
function csl(work: CitedWork, accessed: Date): string {
	const { year, publisher, place, translator } = work.publication;
	const { isbn, doi } = identifierOf(work);
	const people = (names: string) =>
		readNames(names).map(({ family, given }) =>
			given === '' ? { literal: family } : { family, given }
		);
	const item = {
		id: keyOf(work),
		type: 'book',
		title: work.title,
		author: people(work.author),
		translator: translator ? people(translator) : undefined,
		issued: year ? { 'date-parts': [[Number(year)]] } : undefined,
		publisher,
		'publisher-place': place,
		ISBN: isbn,
		DOI: doi,
		language: work.language,
		URL: work.address,
		accessed: { 'date-parts': [isoDay(accessed).split('-').map(Number)] }
	};
	return `${JSON.stringify([item], null, 2)}\n`;
}

function oneLine(text: string): string {
	return text.replace(/\s+/gu, ' ').trim();
}

/** `2026-11-27`, in the reader's own time. */
function isoDay(day: Date): string {
	const two = (number: number) => String(number).padStart(2, '0');
	return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
