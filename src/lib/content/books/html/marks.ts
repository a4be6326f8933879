import type { Marks } from '../../normal-form/runs';
import { canonicalLanguage } from '../../publishing/language';
import { addressOf, type SourceElement } from '../markup/element';
import { targetOf } from '../source-document';
import type { Conversion } from './conversion';
import { turnedScript } from './directions';

const ITALIC = /^(em|i|cite|dfn|var)$/;
const BOLD = /^(b|strong)$/;
const STRUCK = /^(del|s|strike)$/;
const CODE = /^(code|kbd|samp|tt)$/;

/** How links within a book are written until its chapters have addresses. */
export const BOOK_LINK = 'book:';

/** The conversion of what an element holds: with the marks of its name, its style, language and link. */
export function withMarksOf(element: SourceElement, conversion: Conversion): Conversion {
	const marks = marksOf(element, conversion);
	return marks === conversion.marks ? conversion : { ...conversion, marks };
}

function marksOf(element: SourceElement, conversion: Conversion): Marks {
	const { name } = element;
	const look = conversion.document.styles.lookOf(element);
	const changes: { -readonly [M in keyof Marks]?: Marks[M] } = {};
	if (look.italic ?? ITALIC.test(name)) changes.emphasis = true;
	else if (look.italic === false) changes.emphasis = false;
	if (look.bold ?? BOLD.test(name)) changes.strong = !/^h[1-6]$/.test(name);
	if (STRUCK.test(name)) changes.deleted = true;
	if (CODE.test(name)) changes.code = true;
	if (look.smallCaps !== undefined) changes.smallCaps = look.smallCaps;
	if (name === 'sup' || look.raised) changes.shifted = 'sup';
	if (name === 'sub' || look.lowered) changes.shifted = 'sub';
	const language = element.attributes.lang ?? element.attributes['xml:lang'];
	if (language !== undefined) changes.language = foreignLanguage(language, conversion);
	// Of a passage within one in another language the browser finds the direction by its letters.
	if ((changes.language ?? conversion.marks.language) === null) {
		const script = turnedScript(element, conversion);
		if (script !== null) changes.language = script;
	}
	if (name === 'a') changes.link = linkOf(element, conversion) ?? conversion.marks.link;
	return Object.keys(changes).length > 0 ? { ...conversion.marks, ...changes } : conversion.marks;
}

/** A language by its tag; `null` when it is that of the book, of which a region is no other. */
function foreignLanguage(tag: string, { book }: Conversion): string | null {
	const language = canonicalLanguage(tag.trim());
	if (language === null || book.language === 'und' || language === 'und') return null;
	const [main] = language.split('-');
	return main === book.language.split('-')[0] ? null : language;
}

/** The address of a link that may stand in a text; `null`, and reported, for any other. */
function linkOf(element: SourceElement, { book, document }: Conversion): string | null {
	const address = addressOf(element)?.trim();
	if (!address) return null;
	if (/^(https?:\/\/|mailto:)./i.test(address))
		return address.replace(/[\s<>\\]/g, (sign) => encodeURIComponent(sign)).toWellFormed();
	const target = targetOf(document, address);
	if (target && book.documents.has(target.path))
		return `${BOOK_LINK}${target.path}#${target.fragment}`;
	book.report.count(target ? 'deadLink' : 'refusedLink');
	return null;
}
