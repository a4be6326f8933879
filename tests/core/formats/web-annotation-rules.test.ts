/** What toJsonLd writes, against the rules of the W3C model and of Readium's profile of it. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { toJsonLd } from '$lib/core/formats/web-annotation/write';
import { anyLibrary } from './generated';
import { CONTEXT, CHAPTERS } from './library';

// A busy machine needs seconds for whole libraries.
vi.setConfig({ testTimeout: 60_000 });

interface Selector {
	type: string;
	value?: unknown;
	exact: string;
	prefix: string;
	suffix: string;
	start: number;
	end: number;
	refinedBy?: Selector;
}

const JSON_LD_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** An absolute IRI: a scheme, and nothing that IRIs leave out (RFC 3987). */
const IRI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;
/** xsd:dateTime with its zone as UTC (3.3.1: "must ... be expressed in UTC with Z"). */
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

const points = new Map(CHAPTERS.map(({ edition, text }) => [edition, Array.from(text)]));
const slice = (edition: string, { start, end }: Selector) =>
	points.get(edition)!.slice(start, end).join('');
const hits = (text: string, words: string) => {
	let count = 0;
	for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) count += 1;
	return count;
};

test('every annotation keeps to the model', () => {
	fc.assert(
		fc.property(anyLibrary, (library) => {
			const set = toJsonLd(library, CONTEXT);
			expect(set).toMatchObject({
				'@context': JSON_LD_CONTEXT,
				type: 'AnnotationSet',
				title: 'Postil notes'
			});
			for (const iri of [set.id, set.generator.id]) expect(iri).toMatch(IRI);
			expect(set.generated).toMatch(DATE);
			expect(new Set(set.items.map(({ id }) => id)).size).toBe(set.items.length);
			for (const item of set.items) checkItem(item as never);
		})
	);
});

function checkItem(item: {
	'@context': string;
	id: string;
	type: string;
	motivation: string;
	created: string;
	modified?: string;
	body?: Record<string, unknown> | Record<string, unknown>[];
	target: { source: string; selector: Selector[] };
	'x-postil': { targets: { edition: string }[] };
}) {
	expect(item['@context']).toBe(JSON_LD_CONTEXT);
	expect(item.id).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
	expect(item.type).toBe('Annotation');
	for (const date of [item.created, item.modified ?? item.created]) expect(date).toMatch(DATE);
	if (item.modified) expect(item.modified > item.created).toBe(true);

	const [body, ...tagging] = [item.body ?? []].flat();
	const note = body?.value;
	for (const tag of tagging) {
		expect(tag).toEqual({ type: 'TextualBody', purpose: 'tagging', value: expect.any(String) });
	}
	if (body) {
		expect(body).toMatchObject({
			type: 'TextualBody',
			value: expect.any(String),
			format: 'text/plain'
		});
		expect(['solid', 'underline', undefined]).toContain(body.highlight);
	}
	if (item.motivation !== 'bookmarking') {
		expect(item.motivation).toBe(note === '' ? 'highlighting' : 'commenting');
	}

	const { source, selector } = item.target;
	const { edition } = item['x-postil'].targets.at(-1)!;
	const { text, blocks, address } = CHAPTERS.find((chapter) => chapter.edition === edition)!;
	expect(source).toBe(address);
	expect(source).toMatch(IRI);
	const of = (type: string) => selector.filter((one) => one.type === type);
	const [quote] = of('TextQuoteSelector');
	// All matches of a quote are meant, so there may be only one.
	expect(hits(text, quote.prefix + quote.exact + quote.suffix)).toBe(1);
	const [position] = of('TextPositionSelector');
	expect(slice(edition, position)).toBe(quote.exact);
	for (const { value, refinedBy } of of('CssSelector')) {
		const block = blocks.find(({ id }) => `#${id}` === value)!;
		const inBlock = Array.from(text.slice(block.start, block.end));
		expect(inBlock.slice(refinedBy!.start, refinedBy!.end).join('')).toBe(quote.exact);
	}
	const [{ value }] = of('ProgressionSelector');
	expect(value).toBeGreaterThanOrEqual(0);
	expect(value).toBeLessThan(1);
}

test('a quote that came without its context gets as much as makes it the only one', () => {
	const [{ work, chapter, edition, text }] = CHAPTERS;
	const start = text.indexOf('the', 9000);
	const quote = { exact: 'the', prefix: '', suffix: '' };
	const target = { work, chapter, edition, norm: 1 as const, start, end: start + 3, quote };
	const mark = {
		id: 'a'.repeat(32),
		v: 1 as const,
		kind: 'highlight' as const,
		created: '2026-01-01T00:00:00.000Z',
		targets: [{ ...target, blocks: ['p10', 'p10'] as [string, string] }],
		fields: {}
	};
	const [item] = toJsonLd([mark], CONTEXT).items;
	const [found] = (item.target as { selector: Selector[] }).selector;
	const words = found.prefix + found.exact + found.suffix;
	expect([hits(text, words), text.indexOf(words)]).toEqual([1, start - found.prefix.length]);
});

test('a mark whose text is not at hand is quoted only: its code points cannot be counted', () => {
	const [library] = fc.sample(anyLibrary, { numRuns: 20, seed: 2 }).filter((one) => one.length > 5);
	const { items } = toJsonLd(library, { ...CONTEXT, texts: new Map() });
	const types = items.map(({ target }) =>
		(target as { selector: Selector[] }).selector.map(({ type }) => type)
	);
	expect(new Set(types.flat())).toEqual(new Set(['TextQuoteSelector']));
});
