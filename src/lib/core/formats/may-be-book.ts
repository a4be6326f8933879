/** Tells files that have no marks in them, but may be a book or a text to read, from damaged files of marks. */
import type { FileError, FileErrorCode } from './file-error';

/** Of files in which nothing that looks like marks was found. */
const NO_MARKS: readonly FileErrorCode[] = [
	'not-text',
	'too-large',
	'unknown-format',
	'no-annotations',
	'no-annotations-in-page'
];

/** Nobody reads tables and data as a book. */
const NAME_OF_DATA = /\.(?:annotation|csv|json|jsonld|tsv)$/i;

/** How JSON of marks begins. A text may begin with a bracket too: “[Illustration]”. */
const BEGINS_AS_JSON = /^\s*(?:\{\s*["}]|\[\s*[{\]])/;

/** A study packet, of which what is missing was cut off. */
const IS_STUDY_PACKET = /<meta name="generator" content="Postil /;

/** Letters from the beginning of a file that are looked at. */
export const HEAD_LENGTH = 1000;

/**
 * Whether a file that cannot be taken as marks may be opened as a book instead: what opens books says then
 * what it is.
 *
 * @param error why it cannot be taken
 * @param head its first `HEAD_LENGTH` letters, without a byte order mark
 */
export function mayBeBook({ code }: FileError, name: string, head: string): boolean {
	const isMarks =
		NAME_OF_DATA.test(name) || BEGINS_AS_JSON.test(head) || IS_STUDY_PACKET.test(head);
	if (isMarks) return false;
	return NO_MARKS.includes(code) || (code === 'broken-json' && /^\s*[[{]/.test(head));
}
