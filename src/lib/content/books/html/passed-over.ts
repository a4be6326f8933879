import { isTyped, textOf, type SourceElement } from '../markup/element';
import { isLeftOut, lossOf } from './allow-list';
import type { Conversion } from './conversion';

const PAGE_CLASS = /(^|\s)(pagenum|pageno|pagebreak|page-?number)(\s|$)/i;
const LONGEST_PAGE = 14; // letters of “[Page 1234]”

/** Whether an element is not converted where it stands; what is lost by that is reported. */
export function isPassedOver(element: SourceElement, conversion: Conversion): boolean {
	const { book, document, note } = conversion;
	if (isLeftOut(element.name)) {
		const loss = lossOf(element.name);
		if (loss) book.report.count(loss);
		return true;
	}
	// A note stands at the chapter's end, after the mark that refers to it.
	if (element !== note && book.notes.byElement.has(element)) return true;
	if (book.notes.backLinks.has(element)) return true;
	const isHidden = 'hidden' in element.attributes || document.styles.lookOf(element).hidden;
	if (!isHidden || pageOf(element) !== null) return false;
	if (textOf(element).trim() !== '') book.report.count('hidden');
	return true;
}

/** The number of the page of the paper edition that begins at an element; `null` when it tells none. */
export function pageOf(element: SourceElement): string | null {
	const isPage = isTyped(element, /\bpagebreak\b/);
	// The text comes last: every element is asked, and each would join all the text below it.
	if (!isPage && !PAGE_CLASS.test(element.attributes.class ?? '')) return null;
	const text = textOf(element).trim();
	if (!isPage && text.length > LONGEST_PAGE) return null;
	const said = text || (element.attributes.title ?? element.attributes['aria-label'] ?? '');
	return /[\divxlc]+/i.exec(said.replace(/^\W*(page|p\.|pg)\W*/i, ''))?.[0] ?? '';
}
