import type { ReportFault } from '$lib/content/publishing/faults';
import type { Publication } from '$lib/core/text/work';
import type { Field } from './yaml-fields';

/** The keys of a work's file that citations use. */
export const PUBLICATION_KEYS = {
	year: 'optional',
	publisher: 'optional',
	place: 'optional',
	translator: 'optional',
	identifier: 'optional'
} as const satisfies Record<keyof Publication, 'optional'>;

/** What a work's file says of how the text was published; `null` when it says nothing. */
export function readPublication(
	fields: Partial<Record<keyof Publication, Field>>,
	report: ReportFault
): Publication | null {
	checkYear(fields.year, report);
	checkIdentifier(fields.identifier, report);
	const names = Object.keys(PUBLICATION_KEYS) as (keyof Publication)[];
	const known = names.flatMap((name) => {
		const { value } = fields[name] ?? {};
		return value ? [[name, value] as const] : [];
	});
	return known.length > 0 ? Object.fromEntries(known) : null;
}

function checkYear(field: Field | undefined, report: ReportFault): void {
	if (!field?.value || /^-?\d{1,4}$/.test(field.value)) return;
	report(
		field.line,
		`“${field.value}” is not a year`,
		'Write it in figures, such as 1930 (-380 for 380 BC), or leave the line out.'
	);
}

/** What an identifier may begin with: an ISBN, a DOI, a URN, an address. */
const KNOWN = /^(?:doi:\s*10\.\d{4,9}\/\S+|urn:[a-z\d-]+:\S+|https?:\/\/\S+)$/iu;

function checkIdentifier(field: Field | undefined, report: ReportFault): void {
	if (!field?.value || KNOWN.test(field.value)) return;
	const [, isbn] = /^isbn[:\s]\s*(.*)$/iu.exec(field.value) ?? [];
	if (isbn !== undefined && isIsbn(isbn.replace(/[-\s]/gu, ''))) return;
	if (isbn !== undefined)
		report(
			field.line,
			`“${isbn}” is not an ISBN`,
			'It has 10 or 13 figures, of which the last one must fit the others: look for a slip.'
		);
	else
		report(
			field.line,
			`“${field.value}” is no identifier`,
			'Write one such as ISBN 978-0-486-45609-6, doi:10.1000/182, urn:nbn:… or https://….'
		);
}

/** Whether the last figure fits the others (ISO 2108). */
function isIsbn(figures: string): boolean {
	const digits = [...figures.toUpperCase()].map((figure) => (figure === 'X' ? 10 : Number(figure)));
	if (/^\d{9}[\dX]$/iu.test(figures))
		return digits.reduce((sum, digit, index) => sum + digit * (10 - index), 0) % 11 === 0;
	if (!/^97[89]\d{10}$/.test(figures)) return false;
	return (
		digits.reduce((sum, digit, index) => sum + digit * (index % 2 === 0 ? 1 : 3), 0) % 10 === 0
	);
}
