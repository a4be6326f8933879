/** What a processor of JSON-LD that nobody here wrote finds in our sets: what it does not know is lost there. */
import fc from 'fast-check';
import jsonld from 'jsonld';
import { expect, test } from 'vitest';
import type { Annotation } from '$lib/core/annotation/annotation';
import { writeJson } from '$lib/core/formats/json';
import { JSON_LD_CONTEXT, toJsonLd } from '$lib/core/formats/web-annotation/write';
import { anyAnnotation } from '../generated';
import { CONTEXT } from '../library';

const MANY = fc.uniqueArray(anyAnnotation, {
	selector: (one) => one.id,
	minLength: 67,
	maxLength: 80,
	size: 'max'
});
const OA = 'http://www.w3.org/ns/oa#';
const id = (name: string) => ({ '@id': name, '@type': '@id' });

// The terms of the model's context that we write (www.w3.org/TR/annotation-vocab, appendix A): a test
// asks nobody for the whole of it.
const TERMS = {
	oa: OA,
	dc: 'http://purl.org/dc/elements/1.1/',
	dcterms: 'http://purl.org/dc/terms/',
	rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
	xsd: 'http://www.w3.org/2001/XMLSchema#',
	as: 'https://www.w3.org/ns/activitystreams#',
	id: '@id',
	type: '@type',
	Annotation: 'oa:Annotation',
	TextualBody: 'oa:TextualBody',
	TextQuoteSelector: 'oa:TextQuoteSelector',
	TextPositionSelector: 'oa:TextPositionSelector',
	items: { '@id': 'as:items', '@type': '@id', '@container': '@list' },
	body: id('oa:hasBody'),
	target: id('oa:hasTarget'),
	source: id('oa:hasSource'),
	selector: id('oa:hasSelector'),
	motivation: { '@id': 'oa:motivatedBy', '@type': '@vocab' },
	purpose: { '@id': 'oa:hasPurpose', '@type': '@vocab' },
	tagging: 'oa:tagging',
	commenting: 'oa:commenting',
	highlighting: 'oa:highlighting',
	bookmarking: 'oa:bookmarking',
	value: 'rdf:value',
	format: 'dc:format',
	exact: 'oa:exact',
	prefix: 'oa:prefix',
	suffix: 'oa:suffix',
	created: { '@id': 'dcterms:created', '@type': 'xsd:dateTime' }
};

type Expanded = Record<string, { '@id'?: string; '@value'?: string; '@list'?: Expanded[] }[]>;

test('expanded, every mark still has its note, its tags and its words', async () => {
	const [marks] = fc.sample(MANY, { numRuns: 1, seed: 12 });
	const set = JSON.parse(writeJson(toJsonLd(marks, CONTEXT))) as Record<string, object>;
	const [expanded] = (await jsonld.expand(set, {
		documentLoader: (url) => {
			if (url !== JSON_LD_CONTEXT) throw new Error(`Not to be asked for: ${url}`);
			const document = { '@context': TERMS };
			return Promise.resolve({ documentUrl: url, document } as never);
		}
	})) as unknown as Expanded[];
	const items = expanded['https://www.w3.org/ns/activitystreams#items'][0]['@list']!;
	expect(items.length).toBeGreaterThan(3);

	const bodiesOf = (item: Expanded) => (item[`${OA}hasBody`] ?? []) as unknown as Expanded[];
	const valueOf = (body: Expanded) =>
		body['http://www.w3.org/1999/02/22-rdf-syntax-ns#value'][0]['@value'];
	const isTag = (body: Expanded) => body[`${OA}hasPurpose`]?.[0]['@id'] === `${OA}tagging`;
	const found = items.map((item) => ({
		note: bodiesOf(item)
			.filter((body) => !isTag(body))
			.map(valueOf)
			.join(''),
		tags: bodiesOf(item).filter(isTag).map(valueOf)
	}));
	const written = (set.items as { 'x-postil': Annotation }[]).map((item) => {
		const { fields } = item['x-postil'];
		return { note: fields.note?.value ?? '', tags: fields.tags?.value ?? [] };
	});
	expect(found).toEqual(written);
	expect(found.some(({ tags }) => tags.length > 0)).toBe(true);
	expect(JSON.stringify(expanded)).toContain(`${OA}exact`);
});
