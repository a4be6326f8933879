/** The sentences for readers about a fault in a file: what is wrong, for every code, and what they can do. */
import type { FileErrorCode, FileErrorDetails } from './file-error';
import { ACCEPTED_FILES } from './format-names';

const TEXTS: Record<FileErrorCode, string | ((details: FileErrorDetails) => string)> = {
	empty: 'is empty',
	'too-large': ({ limit = 0 }) => `is larger than ${limit / 2 ** 20} MB`,
	'not-text': ({ encoding }) => `is not a text, or not one in ${encoding}`,
	'unknown-format': 'is of no kind that Postil can read',
	'broken-json': ({ character, line }) =>
		`breaks off before its end, or is damaged${positionText(character, line)}`,
	'too-deep': ({ limit }) => `goes deeper than ${limit} levels`,
	'text-too-long': 'is too long a text',
	'too-many-values': ({ limit }) => `holds more than ${number(limit)} values`,
	'too-many-rows': ({ limit }) => `has more than ${number(limit)} rows`,
	'too-many-items': ({ limit }) => `has more than ${number(limit)} entries`,
	'no-annotations': 'has no annotations that Postil can read',
	'no-annotations-in-page': 'is a page without annotations in it',
	'annotations-elsewhere': 'is only the address of the annotations',

	'not-an-object': 'is no record',
	'no-id': 'has no id',
	'no-version': 'has no version',
	'unknown-kind': 'is of no kind that this version knows',
	'no-date': 'has no date',
	'no-fields': 'has no fields',
	'no-target-list': 'has no targets',
	'damaged-target': 'has a damaged target',
	'no-target': 'has no target',
	'not-a-list': 'is no list',
	'bad-id': 'has an id that is too long, or has spaces',
	'bad-colour-or-style': 'has a colour or a style that is no word',
	'tag-too-long': 'has a tag that is too long',
	'impossible-target': 'has a target that cannot be',
	'damaged-origin': 'has a damaged origin',
	'no-creation-date': 'has no date of its making',
	'not-a-snapshot': 'is no kept text',
	'snapshot-too-long': 'is longer than a chapter can be',
	'wrong-edition': 'is not the text that its edition names',
	'not-a-position': 'is no place in a text',
	'only-an-address': 'is only an address',
	'not-an-annotation': 'is no annotation',
	'no-address-or-target': 'has no address or no target',
	'no-highlight-or-note': 'has no highlight and no note',
	'not-a-clipping': 'is no clipping',
	'unknown-clipping': 'is of no kind, or in no language, that this version knows',
	'no-text': 'has no text',
	'clipping-limit': 'has no words: the device had reached its limit for clippings',
	'column-left-out': ({ count = 0 }) =>
		`is none that Postil takes: ${number(count)} ${count === 1 ? 'cell' : 'cells'} left out`,
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
	'It may not have been copied or downloaded to its end: fetch it again, and choose it anew.';
const DAMAGED =
	'No app that Postil knows writes marks like that: the file may be damaged. Fetch it again, and choose it anew.';

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
	'not-text': `${READABLE_FORMATS} If it is one of these, fetch it again, or save it as UTF-8.`
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
