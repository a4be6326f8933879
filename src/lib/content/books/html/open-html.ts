import { elementsIn, findElement, lineOf, textOf } from '../markup/element';
import { parseMarkup } from '../markup/parse-markup';
import { BookReport } from '../report';
import type { SourceBook } from '../source-book';
import { sourceDocument } from '../source-document';
import { BookStyles } from './styles';

/** Whether a text is a page of HTML, by what stands in its first 4,000 letters. */
export function isHtml(text: string): boolean {
	return /<(!doctype\s+html|html|body)[\s>]/i.test(text.slice(0, 4000));
}

/** The book in a page of HTML. `name` stands for a title that it does not have. */
export function openHtml(text: string, name: string): SourceBook {
	const report = new BookReport();
	const root = parseMarkup(text, 'html', () => report.count('deep'));
	const styles = new BookStyles().combine([...elementsIn(root, 'style')].map(textOf));
	const meta = (wanted: string) =>
		[...elementsIn(root, 'meta')].find(
			({ attributes }) => attributes.name?.toLowerCase() === wanted
		)?.attributes.content ?? '';
	const { attributes = {} } = findElement(root, 'html') ?? {};
	return {
		format: 'HTML',
		title: lineOf(findElement(root, 'title')) || lineOf(findElement(root, 'h1')) || name,
		author: meta('author') || meta('dc.creator'),
		language: attributes.lang ?? attributes['xml:lang'] ?? meta('dc.language'),
		dir: attributes.dir === 'rtl' ? 'rtl' : null,
		source: meta('dc.source'),
		rights: meta('dc.rights'),
		identifier: meta('dc.identifier') || null,
		documents: [sourceDocument('page', root, styles)],
		contents: [],
		readImage: () => null,
		cover: null,
		report
	};
}
