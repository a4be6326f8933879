/**
 * W3C Web Annotations of other apps (www.w3.org/TR/annotation-model), alone, in a page, a
 * collection, or a Readium AnnotationSet.
 */
import type { Kind, Quote } from '../../annotation/annotation';
import type { FileErrorCode } from '../file-error';
import { colourOf, dateOf, createForeignMark, type ForeignMark } from '../foreign-mark';
import { isObject, type JsonObject } from '../json';
import { textOfHtml } from '../html';
import type { TextRange } from '../../text/range';

/** The publication that a set is about. */
export interface Publication {
	title: string;
	author: string;
}

/** One annotation as a mark; what is wrong with it when it is none. */
export function readForeignItem(
	item: unknown,
	{ title, author }: Publication,
	app: string
): ForeignMark | FileErrorCode {
	if (!isObject(item)) return typeof item === 'string' ? 'only-an-address' : 'not-an-object';
	if (!listOf(item.type ?? item['@type']).includes('Annotation')) return 'not-an-annotation';
	const [target] = listOf(item.target).map(readTarget);
	if (target === undefined) return 'no-target';
	const body = readBody(item);
	const created = dateOf(item.created);
	const id = typeof item.id === 'string' ? item.id : '';
	const names = id === '' ? [target.source, target.quote.exact, body.note, created ?? ''] : [id];
	return createForeignMark({
		names,
		created,
		...(dateOf(item.modified) ? { modified: dateOf(item.modified) } : {}),
		...target,
		...body,
		...kindOf(item, target.quote.exact, body.note),
		origin: {
			app,
			title: title || target.heading,
			author,
			address: target.source,
			location: target.page
		}
	});
}

function kindOf(item: JsonObject, exact: string, note: string): { kind?: Kind } {
	const motivations = listOf(item.motivation);
	if (motivations.includes('bookmarking')) return { kind: 'bookmark' };
	if (exact === '') return {};
	const isComment = motivations.includes('commenting') || motivations.length === 0;
	return { kind: isComment && note.trim() !== '' ? 'note' : 'highlight' };
}

interface ReadTarget {
	source: string;
	quote: Quote;
	position: TextRange | null;
	block: string | null;
	heading: string;
	page: string;
}

/** @param target an address, or a resource of which selectors select a part */
function readTarget(target: unknown): ReadTarget {
	const record = isObject(target) ? target : { source: target };
	const source = isObject(record.source) ? record.source.id : (record.source ?? record.id);
	const [address, fragment] = textOf(source).split('#');
	const selectors = listOf(record.selector).filter(isObject);
	const of = (type: string) => selectors.find((selector) => selector.type === type) ?? {};
	const quote = [...selectors, ...selectors.map(({ refinedBy }) => refinedBy)]
		.filter(isObject)
		.find(({ type, exact }) => type === 'TextQuoteSelector' && typeof exact === 'string');
	const meta = isObject(record.meta) ? record.meta : {};
	const [heading] = listOf(meta.headings).filter(isObject);
	return {
		source: address,
		quote: {
			exact: textOf(quote?.exact),
			prefix: textOf(quote?.prefix),
			suffix: textOf(quote?.suffix)
		},
		position: rangeOf(of('TextPositionSelector')),
		block: blockOf(textOf(of('CssSelector').value), textOf(of('FragmentSelector').value), fragment),
		heading: textOf(heading?.txt),
		page: textOf(meta.page)
	};
}

function rangeOf({ start, end }: JsonObject): TextRange | null {
	const isRange = Number.isSafeInteger(start) && Number.isSafeInteger(end);
	return isRange && 0 <= (start as number) && (start as number) < (end as number)
		? { start: start as number, end: end as number }
		: null;
}

function blockOf(css: string, fragment: string, hash: string | undefined): string | null {
	const [name] = [css.replace(/^#/, ''), fragment, hash ?? ''].filter((one) =>
		/^[\w-]+$/.test(one)
	);
	return name ?? null;
}

function readBody(item: JsonObject): Pick<ForeignMark, 'note' | 'tags' | 'colour' | 'style'> {
	const bodies = [...listOf(item.body), ...listOf(item.bodyValue)].map((body) =>
		isObject(body) ? body : { value: body }
	);
	const isTag = ({ purpose }: JsonObject) => listOf(purpose).includes('tagging');
	const notes = bodies.filter((body) => !isTag(body)).map(noteOf);
	const own = bodies.flatMap(({ tags, tag }) => [...listOf(tags), ...listOf(tag)]);
	const tags = [...bodies.filter(isTag).map(({ value }) => value), ...own];
	return {
		note: notes.filter((note) => note !== '').join('\n\n'),
		tags: tags.filter((tag) => typeof tag === 'string'),
		colour: bodies.map(({ color }) => colourOf(color)).find((colour) => colour !== null) ?? null,
		style: bodies.some(({ highlight }) => highlight === 'underline') ? 'underline' : null
	};
}

function noteOf({ value, format }: JsonObject): string {
	const text = textOf(value);
	return format === 'text/html' ? textOfHtml(text) : text;
}

/** What JSON-LD has as one or as many. */
function listOf(value: unknown): unknown[] {
	if (value === undefined || value === null) return [];
	return Array.isArray(value) ? value : [value];
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
