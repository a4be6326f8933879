/**
 * Writes annotations as a file that other apps read: a Readium AnnotationSet (readium.org/annotations)
 * of W3C Web Annotations (www.w3.org/TR/annotation-model). What those have no words for stands
 * under `x-postil`, so that everything comes back field for field.
 */
import { addressOfWork, chapterAddress, chapterTitle, type ExportContext } from '../export-context';
import { isExported } from '../export-entries';
import type { Annotation } from '../../annotation/annotation';
import { writeJson, type JsonObject } from '../json';
import { POSTIL_KEY } from '../postil-data';
import { merge } from '../../annotation/merge';
import { currentTarget } from '../../annotation/current-target';
import { resolveChapter } from '../../text/resolve-chapter';
import { latestClock } from '../../annotation/latest-clock';
import { createSelectorWriter } from './selectors';
import { sha256Hex } from '../../text/edition';
import { snapshotsOf, type Snapshot } from '../../annotation/snapshot';
import { idToUrn } from '../urn';
import { timeOf } from '../../annotation/clock';

/** The JSON-LD context of the W3C model. Readium asks for it alone, as a text and not in a list. */
export const JSON_LD_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** A set as `toJsonLd` makes it; `about` has the works that its annotations are in. */
export interface AnnotationSet {
	'@context': typeof JSON_LD_CONTEXT;
	id: string;
	type: 'AnnotationSet';
	generator: { id: string; type: 'Software'; name: string };
	generated: string;
	title: string;
	about: Record<string, unknown>;
	items: WebAnnotation[];
	'x-postil': { v: 1; holds: 'export' | 'backup'; snapshots: Snapshot[] } & JsonObject;
}

/** An annotation of a set; what the interface does not name is in the W3C model, or Postil's own. */
export interface WebAnnotation extends JsonObject {
	'@context': typeof JSON_LD_CONTEXT;
	id: string;
	type: 'Annotation';
	motivation: 'highlighting' | 'commenting' | 'bookmarking';
	created: string;
}

/** The text of a file with the set that `toJsonLd` makes. */
export function toWebAnnotations(
	annotations: readonly Annotation[],
	context: ExportContext
): string {
	return writeJson(toJsonLd(annotations, context));
}

/**
 * The set of all of `annotations` that are not deleted, in the order of their ids, with those of
 * `context.texts` that their offsets count in. The same annotations give the same set, in whatever
 * order and state of merging they are given.
 */
export function toJsonLd(
	annotations: readonly Annotation[],
	context: ExportContext
): AnnotationSet {
	return toAnnotationSet(merge(annotations, []).filter(isExported), context);
}

/** As `toJsonLd`, of annotations that are exported, and are as `merge` gives them. */
export function toAnnotationSet(
	live: readonly Annotation[],
	context: ExportContext
): AnnotationSet {
	const selectorsOf = createSelectorWriter(context.texts);
	return {
		'@context': JSON_LD_CONTEXT,
		id: idToUrn(idOf(live, context)),
		type: 'AnnotationSet',
		generator: { id: context.site, type: 'Software', name: `Postil ${context.version}` },
		generated: context.generated,
		title: context.title,
		about: worksOf(live, context),
		items: live.map((one) => toItem(one, context, selectorsOf)),
		[POSTIL_KEY]: { v: 1, holds: 'export', snapshots: snapshotsOf(live, context.texts) }
	};
}

function toItem(
	annotation: Annotation,
	context: ExportContext,
	selectorsOf: ReturnType<typeof createSelectorWriter>
): WebAnnotation {
	const { id, kind, created, fields } = annotation;
	const note = fields.note?.value ?? '';
	const target = currentTarget(annotation);
	const commented = note === '' ? 'highlighting' : 'commenting';
	const place = resolveChapter(target, context.works);
	return {
		'@context': JSON_LD_CONTEXT,
		id: idToUrn(id),
		type: 'Annotation',
		motivation: kind === 'bookmark' ? 'bookmarking' : commented,
		created,
		...modifiedOf(annotation),
		...bodyOf(annotation, note),
		target: {
			source: chapterAddress(context, target, annotation),
			selector: selectorsOf(target),
			...(place.chapterSummary
				? { meta: { headings: [{ level: 1, txt: chapterTitle(place) }] } }
				: {})
		},
		[POSTIL_KEY]: annotation
	};
}

function modifiedOf(annotation: Annotation): { modified?: string } {
	const latest = latestClock(annotation);
	if (latest === null || timeOf(latest) <= Date.parse(annotation.created)) return {};
	return { modified: new Date(timeOf(latest)).toISOString() };
}

/**
 * The bodies: what Readium has in one, with the colour, so that a highlight without a note has an empty
 * one; and one for each tag, as the model has them.
 */
function bodyOf({ kind, fields }: Annotation, note: string): { body?: JsonObject | JsonObject[] } {
	const tags = fields.tags?.value ?? [];
	if (kind === 'bookmark' && note === '' && tags.length === 0) return {};
	const { colour, style } = fields;
	const body = {
		type: 'TextualBody',
		value: note,
		format: 'text/plain',
		...(colour?.value ? { color: colour.value } : {}),
		...(style?.value ? { highlight: style.value === 'underline' ? 'underline' : 'solid' } : {})
	};
	if (tags.length === 0) return { body };
	const tagging = tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value }));
	return { body: [body, ...tagging] };
}

function worksOf(live: readonly Annotation[], { site, works }: ExportContext): JsonObject {
	const slugs = new Set(live.map((one) => currentTarget(one).work));
	const heads = works.filter(({ slug }) => slugs.has(slug));
	return {
		'dc:identifier': heads.map(({ slug }) => addressOfWork({ site }, slug)),
		'dc:title': heads.map(({ title }) => title).join('; '),
		'dc:creator': [...new Set(heads.map(({ author }) => author))],
		'dc:format': 'text/html'
	};
}

function idOf(live: readonly Annotation[], { generated, site }: ExportContext): string {
	const parts = live.map((one) => `${one.id} ${latestClock(one) ?? ''}`);
	return sha256Hex([site, generated, ...parts].join('\n')).slice(0, 32);
}
