/** Reads one W3C Web Annotation of another app (www.w3.org/TR/annotation-model). */
import * as v from 'valibot';
import type { Kind } from '../../annotation/annotation';
import type { TextRange } from '../../text/range';
import type { FileErrorCode } from '../file-error';
import { oneOrMany, text } from '../foreign/foreign-json';
import { readDate } from '../foreign/dates';
import { createForeignMark, type ForeignMark } from '../foreign/foreign-mark';
import { textOfHtml } from '../html';
import { isObject } from '../json';
import { colourOf } from './colours';

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

/** What is said of a target; a text says itself. `tags` and `tag` are of no standard, `color` and `highlight` Readium's. */
const Body = v.pipe(
	v.unknown(),
	v.transform((body) => (isObject(body) ? body : { value: body })),
	v.object({
		value: text,
		format: text,
		purpose: oneOrMany(v.string()),
		tags: oneOrMany(v.string()),
		tag: oneOrMany(v.string()),
		color: text,
		highlight: text
	})
);

const Item = v.object({
	type: oneOrMany(v.string()),
	'@type': oneOrMany(v.string()),
	id: text,
	motivation: oneOrMany(v.string()),
	created: text,
	modified: text,
	target: oneOrMany(Target),
	body: oneOrMany(Body),
	bodyValue: oneOrMany(Body)
});

type Selector = v.InferOutput<typeof Selector>;
type Target = v.InferOutput<typeof Target>;
type Body = v.InferOutput<typeof Body>;
type Item = v.InferOutput<typeof Item>;

/** One annotation as a mark; what is wrong with it when it is none. */
export function readForeignItem(
	item: unknown,
	{ title, author }: Publication,
	app: string
): ForeignMark | FileErrorCode {
	if (!isObject(item)) return typeof item === 'string' ? 'only-an-address' : 'not-an-object';
	const read = v.parse(Item, item);
	const { id, type, '@type': typeInJsonLd } = read;
	if (![...type, ...typeInJsonLd].includes('Annotation')) return 'not-an-annotation';
	const [target] = read.target;
	if (target === undefined) return 'no-target';
	const [address, fragment] = (target.source || target.id).split('#');
	const quote = quoteOf(target);
	const body = readBodies([...read.body, ...read.bodyValue]);
	const created = readDate(read.created);
	const modified = readDate(read.modified);
	return createForeignMark({
		names: id === '' ? [address, quote.exact, body.note, created ?? ''] : [id],
		created,
		...(modified === null ? {} : { modified }),
		quote,
		position: positionOf(target),
		block: blockOf(target, fragment),
		...body,
		...kindOf(read, quote.exact, body.note),
		origin: {
			app,
			title: title || (target.meta.headings[0]?.txt ?? ''),
			author,
			address,
			location: target.meta.page
		}
	});
}

function kindOf({ motivation }: Item, exact: string, note: string): { kind?: Kind } {
	if (motivation.includes('bookmarking')) return { kind: 'bookmark' };
	if (exact === '') return {};
	const isComment = motivation.includes('commenting') || motivation.length === 0;
	return { kind: isComment && note.trim() !== '' ? 'note' : 'highlight' };
}

/** The words marked; an app may give them only to refine another selector. */
function quoteOf({ selector }: Target): { exact: string; prefix: string; suffix: string } {
	const found = [...selector, ...selector.flatMap(({ refinedBy }) => refinedBy ?? [])].find(
		({ type, exact }) => type === 'TextQuoteSelector' && exact !== null
	);
	return { exact: found?.exact ?? '', prefix: found?.prefix ?? '', suffix: found?.suffix ?? '' };
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
			...bodies.filter(isTag).map(({ value }) => value),
			...bodies.flatMap(({ tags, tag }) => [...tags, ...tag])
		],
		colour: bodies.map(({ color }) => colourOf(color)).find((colour) => colour !== null) ?? null,
		style: bodies.some(({ highlight }) => highlight === 'underline') ? 'underline' : null
	};
}

function noteOf({ value, format }: Body): string {
	return format === 'text/html' ? textOfHtml(value) : value;
}
