/** The sentences for readers about a fault in a file: what is wrong, for every code, and what they can do. */
import type { FileErrorCode, FileErrorDetails } from './file-error';
import { ACCEPTED_FILES } from './format-names';

const TEXTS: Record<FileErrorCode, string | ((details: FileErrorDetails) => string)> = {
	empty: 'is empty',
	'too-large': ({ limit = 0 }) => `is larger than ${limit / 2 ** 20} MB`,
	'not-text': ({ encoding }) => `is not a text, or not one in ${encoding}`,
	'unknown-format': 'is of a kind that Postil cannot read',
	'broken-json': ({ character, line }) =>
		`breaks off before its end, or is damaged${positionText(character, line)}`,
	'too-deep': ({ limit }) => `is nested more than ${limit} levels deep`,
	'text-too-long': 'has a text that is too long',
	'too-many-values': ({ limit }) => `holds more than ${number(limit)} values`,
	'too-many-rows': ({ limit }) => `has more than ${number(limit)} rows`,
	'too-many-items': ({ limit }) => `has more than ${number(limit)} entries`,
	'no-annotations': 'has no annotations that Postil can read',
	'no-annotations-in-page': 'is a page without annotations that Postil can read',
	'annotations-elsewhere': 'is only the address of the annotations',

	'not-an-object': 'is not a record',
	'no-id': 'has no id',
	'no-version': 'has no version',
	'unknown-kind': 'is of a kind that this version does not know',
	'no-date': 'has no date',
	'no-fields': 'has no fields',
	'no-target-list': 'has no targets',
	'damaged-target': 'has a damaged target',
	'no-target': 'has no target',
	'not-a-list': 'is not a list',
	'bad-id': 'has an id that is too long, or has spaces',
	'bad-colour-or-style': 'has a colour or a style that is no word',
	'impossible-target': 'has an impossible target',
	'damaged-origin': 'has a damaged origin',
	'no-creation-date': 'has no creation date',
	'not-a-snapshot': 'is not a stored text',
	'snapshot-too-long': 'is longer than a chapter can be',
	'wrong-edition': 'is not the text that its edition names',
	'not-a-position': 'is not a reading position',
	'only-an-address': 'is only an address',
	'not-an-annotation': 'is not an annotation',
	'no-address-or-target': 'has no address or no target',
	'no-highlight-or-note': 'has no highlight and no note',
	'not-a-clipping': 'is not a clipping',
	'unknown-clipping': 'is of a kind, or in a language, that this version does not know',
	'no-text': 'has no text',
	'clipping-limit': 'has no words: the device had reached its limit for clippings',
	'column-left-out': ({ count = 0 }) =>
		`is not one that Postil imports: ${number(count)} ${count === 1 ? 'cell' : 'cells'} left out`,
	'damaged-works': ({ count = 1 }) =>
		count === 1
			? 'has a damaged book, which is left out'
			: `has ${number(count)} damaged books, which are left out`,
	'another-set': 'is a second set of annotations in the page: save it as a file of its own',
	'more-elsewhere': ({ count }) =>
		count === undefined
			? 'leads to more annotations, which are not in this file'
			: `has ${number(count)} more, which are not in this file`
};

/** What is wrong, to be read after the name of the file or of its part: "has no quote". */
export function fileErrorText(code: FileErrorCode, details: FileErrorDetails = {}): string {
	const text = TEXTS[code];
	return typeof text === 'string' ? text : text(details);
}

const READABLE_FORMATS = `Postil reads its own backups and study packets, ${ACCEPTED_FILES.slice(0, -1).join(', ')}, and ${ACCEPTED_FILES.at(-1)}.`;
const SPLIT =
	'Save it in several smaller files where it comes from, and import one after the other.';
const FETCH_AGAIN =
	'It may not have been copied or downloaded completely: get it again, and choose it once more.';
const DAMAGED =
	'No app that Postil knows writes marks like that: the file may be damaged. Get it again, and choose it once more.';

const ADVICE: Partial<Record<FileErrorCode, string>> = {
	empty: FETCH_AGAIN,
	'broken-json': FETCH_AGAIN,
	'too-large': SPLIT,
	'too-many-values': SPLIT,
	'too-many-rows': SPLIT,
	'too-many-items': SPLIT,
	'text-too-long': DAMAGED,
	'too-deep': DAMAGED,
	'annotations-elsewhere': 'Download what stands at that address, and import that file.',
	'not-text': `${READABLE_FORMATS} If it is one of these, get it again, or save it as UTF-8.`
};

/** What a reader can do about a file that cannot be taken. */
export function fileErrorAdvice(code: FileErrorCode): string {
	return ADVICE[code] ?? READABLE_FORMATS;
}

function positionText(character?: number, line?: number): string {
	if (character !== undefined) return ` at character ${number(character)}`;
	return line === undefined ? '' : ` in line ${number(line)}`;
}

function number(count = 0): string {
	return count.toLocaleString('en');
}
