/**
 * Annotations as a file that other apps read: a Readium AnnotationSet (readium.org/annotations)
 * of W3C Web Annotations (www.w3.org/TR/annotation-model). What those have no words for stands
 * under `x-postil`, so that everything comes back field for field.
 */
import { addressOf, chapterTitle, type About } from '../export-context';
import type { Annotation } from '../../annotation/annotation';
import { checkAnnotation } from '../check-annotation';
import { FileError, type Refusal } from '../file-error';
import { isRecord, pathTo, type Unread } from '../json';
import { isDeleted, merge } from '../../annotation/merge';
import { currentTarget } from '../../annotation/current-target';
import { chapterPlace } from '../../notebook/entries';
import { latestClock } from '../../annotation/read-annotation';
import { openSelectors } from './selectors';
import { sha256 } from '../../text/edition';
import { snapshotsOf, type Snapshot } from '../../annotation/snapshot';
import { toUrn } from '../urn';
import { timeOf } from '../../annotation/clock';

/** The one context of the W3C model; Readium asks for it as a single text. */
export const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** Where our own fields stand. JSON-LD readers leave out what they do not know. */
export const OURS = 'x-postil';

export interface AnnotationSet {
	'@context': typeof CONTEXT;
	id: string;
	type: 'AnnotationSet';
	generator: { id: string; type: 'Software'; name: string };
	generated: string;
	title: string;
	about: Record<string, unknown>;
	items: WebAnnotation[];
	'x-postil': { v: 1; holds: 'export' | 'backup'; snapshots: Snapshot[] } & Unread;
}

export interface WebAnnotation extends Unread {
	'@context': typeof CONTEXT;
	id: string;
	type: 'Annotation';
	motivation: 'highlighting' | 'commenting' | 'bookmarking';
	created: string;
}

/**
 * The live ones of `annotations`, in the order of their ids, and of `about.texts` those that they
 * count in. The same annotations give the same set, whatever way they came here.
 */
export function toJsonLd(annotations: readonly Annotation[], about: About): AnnotationSet {
	return toSet(merge(annotations, []).filter(isLive), about);
}

/** Whether an annotation is not deleted, and has a place where it was made. */
export function isLive(annotation: Annotation): boolean {
	return !isDeleted(annotation) && annotation.targets.length > 0;
}

/** As `toJsonLd`, of annotations that are live and as `merge` gives them. */
export function toSet(live: readonly Annotation[], about: About): AnnotationSet {
	const selectorsOf = openSelectors(about.texts);
	return {
		'@context': CONTEXT,
		id: toUrn(idOf(live, about)),
		type: 'AnnotationSet',
		generator: { id: about.site, type: 'Software', name: `Postil ${about.version}` },
		generated: about.generated,
		title: about.title,
		about: worksOf(live, about),
		items: live.map((one) => toItem(one, about, selectorsOf)),
		[OURS]: { v: 1, holds: 'export', snapshots: snapshotsOf(live, about.texts) }
	};
}

/**
 * The annotations of a file that `toJsonLd` made; those it could not read are left out. Items of
 * other apps have none, see import-web-annotation.ts.
 *
 * @throws FileError when `file` has no items
 */
export function fromJsonLd(file: unknown): Annotation[] {
	if (!isRecord(file) || !Array.isArray(file.items)) throw new FileError('items', 'is no list');
	return ownItems(file.items).annotations;
}

/** Of the items of a set, our own ones; `foreign` are the others, by their index. */
export function ownItems(items: readonly unknown[]): {
	annotations: Annotation[];
	foreign: Map<number, unknown>;
	refused: Refusal[];
} {
	const found = {
		annotations: [] as Annotation[],
		foreign: new Map<number, unknown>(),
		refused: [] as Refusal[]
	};
	items.forEach((item, index) => {
		if (!isRecord(item) || item[OURS] === undefined) {
			found.foreign.set(index, item);
			return;
		}
		const checked = checkAnnotation(item[OURS]);
		if (typeof checked === 'string') {
			found.refused.push({ path: pathTo(pathTo('items', index), OURS), reason: checked });
		} else found.annotations.push(checked);
	});
	return found;
}

function toItem(
	annotation: Annotation,
	about: About,
	selectorsOf: ReturnType<typeof openSelectors>
): WebAnnotation {
	const { id, kind, created, fields } = annotation;
	const note = fields.note?.value ?? '';
	const target = currentTarget(annotation);
	const commented = note === '' ? 'highlighting' : 'commenting';
	const place = chapterPlace(target, about.works);
	return {
		'@context': CONTEXT,
		id: toUrn(id),
		type: 'Annotation',
		motivation: kind === 'bookmark' ? 'bookmarking' : commented,
		created,
		...modifiedOf(annotation),
		...bodyOf(annotation, note),
		target: {
			source: addressOf(about, target, annotation),
			selector: selectorsOf(target),
			...(place.chapterHead ? { meta: { headings: [{ level: 1, txt: chapterTitle(place) }] } } : {})
		},
		[OURS]: annotation
	};
}

function modifiedOf(annotation: Annotation): { modified?: string } {
	const latest = latestClock(annotation);
	if (latest === null || timeOf(latest) <= Date.parse(annotation.created)) return {};
	return { modified: new Date(timeOf(latest)).toISOString() };
}

/** Readium's body also has the colour, so that a highlight without a note needs an empty one. */
function bodyOf({ kind, fields }: Annotation, note: string): { body?: Unread } {
	const tags = fields.tags?.value ?? [];
	if (kind === 'bookmark' && note === '' && tags.length === 0) return {};
	const { colour, style } = fields;
	return {
		body: {
			type: 'TextualBody',
			value: note,
			format: 'text/plain',
			...(colour?.value ? { color: colour.value } : {}),
			...(style?.value ? { highlight: style.value === 'underline' ? 'underline' : 'solid' } : {}),
			...(tags.length > 0 ? { tags } : {})
		}
	};
}

function worksOf(live: readonly Annotation[], { site, works }: About): Unread {
	const slugs = new Set(live.map((one) => currentTarget(one).work));
	const heads = works.filter(({ slug }) => slugs.has(slug));
	return {
		'dc:identifier': heads.map(({ slug }) => `${site}${slug}/`),
		'dc:title': heads.map(({ title }) => title).join('; '),
		'dc:creator': [...new Set(heads.map(({ author }) => author))],
		'dc:format': 'text/html'
	};
}

function idOf(live: readonly Annotation[], { generated, site }: About): string {
	const parts = live.map((one) => `${one.id} ${latestClock(one) ?? ''}`);
	return sha256([site, generated, ...parts].join('\n')).slice(0, 32);
}
