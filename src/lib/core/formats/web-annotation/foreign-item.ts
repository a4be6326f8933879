/** Reads one W3C Web Annotation of another app (www.w3.org/TR/annotation-model). */
import * as v from 'valibot';
import type { Kind, Quote } from '../../annotation/annotation';
import type { TextRange } from '../../text/range';
import type { FileErrorCode } from '../file-error';
import { listOf, oneOrMany, text } from '../foreign/foreign-json';
import { readDate } from '../foreign/dates';
import { createForeignMark, type ForeignMark, type TextDirective } from '../foreign/foreign-mark';
import { textOfHtml } from '../html';
import { isObject } from '../json';
import { colourOf } from '../foreign/colours';
import { partsOf } from './parts';
import { textDirectiveOf } from './text-directive';

/** The publication that a set is about. */
export interface Publication {
	title: string;
	author: string;
}

const integer = v.fallback(v.nullable(v.pipe(v.number(), v.safeInteger())), null);
/** The parts of all kinds of selectors that are read. */
const SELECTOR = {
	type: text,
	value: text,
	exact: v.fallback(v.nullable(v.string()), null),
	prefix: text,
	suffix: text,
	start: integer,
	end: integer
};
const Selector = v.object({
	...SELECTOR,
	refinedBy: v.fallback(v.nullable(v.object(SELECTOR)), null)
});

const Source = v.union([
	v.string(),
	v.pipe(
		v.object({ id: v.string() }),
		v.transform(({ id }) => id)
	)
]);
const Meta = v.object({ headings: oneOrMany(v.object({ txt: text })), page: text });
/** A resource, or selectors of a part of one; a text is its address. */
const Target = v.pipe(
	v.unknown(),
	v.transform((target) => (isObject(target) ? target : { source: target })),
	v.object({
		source: v.fallback(Source, ''),
		id: text,
		selector: oneOrMany(Selector),
		meta: v.fallback(Meta, { headings: [], page: '' })
	})
);

const name = v.union([v.string(), v.number()]);

/**
 * What is said of a target; a text says itself. `tags`, `tag` and `keyword` are of no standard, `color`
 * and `highlight` Readium's, `chars` is of the model before the W3C's (openannotation.org).
 */
const Body = v.pipe(
	v.unknown(),
	v.transform((body) => (isObject(body) ? body : { value: body })),
	v.object({
		value: text,
		chars: text,
		/** Of a resource elsewhere: a page, a picture, a term. */
		id: text,
		source: v.fallback(Source, ''),
		format: text,
		purpose: oneOrMany(v.string()),
		tags: oneOrMany(v.string()),
		tag: oneOrMany(v.string()),
		keyword: oneOrMany(v.string()),
		color: v.fallback(name, ''),
		highlight: text
	})
);

/** The parts of a body or a target that fit; none where there is none. */
function partsThat<Schema extends v.GenericSchema>(schema: Schema) {
	return v.fallback(v.pipe(v.unknown(), v.transform(partsOf), listOf(schema)), []);
}

const Item = v.object({
	type: oneOrMany(v.string()),
	'@type': oneOrMany(v.string()),
	id: text,
	motivation: oneOrMany(v.string()),
	created: text,
	modified: text,
	target: partsThat(Target),
	body: partsThat(Body),
	bodyValue: oneOrMany(Body)
});

type Selector = v.InferOutput<typeof Selector>;
type Target = v.InferOutput<typeof Target>;
type Body = v.InferOutput<typeof Body>;
type Item = v.InferOutput<typeof Item>;

/**
 * One annotation as marks, one for each of its targets, all with what is said of them; what is wrong with
 * it when it is none.
 */
export function readForeignItem(
	item: unknown,
	publication: Publication,
	app: string
): ForeignMark[] | FileErrorCode {
	if (!isObject(item)) return typeof item === 'string' ? 'only-an-address' : 'not-an-object';
	const read = v.parse(Item, item);
	const { type, '@type': typeInJsonLd } = read;
	if (![...type, ...typeInJsonLd].some((one) => /^(?:oa:)?Annotation$/.test(one))) {
		return 'not-an-annotation';
	}
	if (read.target.length === 0) return 'no-target';
	return read.target.map((target, index) => toMark(read, target, { index, publication, app }));
}

function toMark(
	read: Item,
	target: Target,
	{ index, publication, app }: { index: number; publication: Publication; app: string }
): ForeignMark {
	const { id } = read;
	const [address, fragment] = splitAddress(target.source || target.id);
	const directive = directiveOf(target, fragment);
	const quote = quoteOf(target, directive);
	const body = readBodies([...read.body, ...read.bodyValue]);
	const created = readDate(read.created);
	const modified = readDate(read.modified);
	const name = id === '' ? [address, quote.exact, body.note, created ?? ''] : [id];
	return createForeignMark({
		names: index === 0 ? name : [...name, `target ${index}`],
		created,
		...(modified === null ? {} : { modified }),
		quote,
		directive,
		position: positionOf(target),
		block: blockOf(target, fragment),
		...body,
		...kindOf(read, quote.exact, body.note),
		origin: {
			app,
			title: publication.title || (target.meta.headings[0]?.txt ?? ''),
			author: publication.author,
			address,
			location: target.meta.page
		}
	});
}

/** An address and what stands behind its first `#`. */
function splitAddress(address: string): [address: string, fragment: string] {
	const at = address.indexOf('#');
	return at === -1 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)];
}

function kindOf({ motivation }: Item, exact: string, note: string): { kind?: Kind } {
	if (motivation.includes('bookmarking')) return { kind: 'bookmark' };
	if (exact === '') return {};
	const isComment = motivation.includes('commenting') || motivation.length === 0;
	return { kind: isComment && note.trim() !== '' ? 'note' : 'highlight' };
}

/** The words marked; an app may give them only to refine another selector, or in an address. */
function quoteOf({ selector }: Target, directive: TextDirective | null): Quote {
	const found = [...selector, ...selector.flatMap(({ refinedBy }) => refinedBy ?? [])].find(
		({ type, exact }) => type === 'TextQuoteSelector' && exact !== null
	);
	const { exact, prefix, suffix } = found ?? { exact: null, prefix: '', suffix: '' };
	if (exact !== null || directive === null) return { exact: exact ?? '', prefix, suffix };
	const words = [directive.start, directive.end].filter((part) => part !== '');
	return { exact: words.join(' … '), prefix: directive.prefix, suffix: directive.suffix };
}

function directiveOf({ selector }: Target, fragment: string): TextDirective | null {
	const fragments = selector.filter(({ type }) => type === 'FragmentSelector');
	return (
		[...fragments.map(({ value }) => value), fragment]
			.map(textDirectiveOf)
			.find((directive) => directive !== null) ?? null
	);
}

function positionOf(target: Target): TextRange | null {
	const { start = null, end = null } = selectorOf(target, 'TextPositionSelector') ?? {};
	return start !== null && end !== null && 0 <= start && start < end ? { start, end } : null;
}

/** The id of the block that a target names by a selector, or by the fragment of its address. */
function blockOf(target: Target, fragment = ''): string | null {
	const css = selectorOf(target, 'CssSelector')?.value.replace(/^#/, '') ?? '';
	const named = selectorOf(target, 'FragmentSelector')?.value ?? '';
	return [css, named, fragment].find((name) => /^[\w-]+$/.test(name)) ?? null;
}

function selectorOf({ selector }: Target, type: string): Selector | undefined {
	return selector.find((one) => one.type === type);
}

function readBodies(bodies: readonly Body[]): {
	note: string;
	tags: string[];
	colour: ForeignMark['colour'];
	style: ForeignMark['style'];
} {
	const isTag = ({ purpose }: Body) => purpose.includes('tagging');
	const notes = bodies.filter((body) => !isTag(body)).map(noteOf);
	return {
		note: notes.filter((note) => note !== '').join('\n\n'),
		tags: [
			...bodies.filter(isTag).map(noteOf),
			...bodies.flatMap(({ tags, tag, keyword }) => [...tags, ...tag, ...keyword])
		],
		colour: bodies.map(({ color }) => colourOf(color)).find((colour) => colour !== null) ?? null,
		style: bodies.some(({ highlight }) => highlight === 'underline') ? 'underline' : null
	};
}

/** The text of a body; of a resource elsewhere its address. */
function noteOf({ value, chars, id, source, format }: Body): string {
	const text = value || chars;
	if (text === '') return source || (/^https?:/i.test(id) ? id : '');
	return format === 'text/html' ? textOfHtml(text) : text;
}
