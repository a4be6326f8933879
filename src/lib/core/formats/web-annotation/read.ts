/**
 * Reads W3C Web Annotations (www.w3.org/TR/annotation-model): one alone, a list, a page, a
 * collection, or a Readium AnnotationSet (readium.org/annotations); those that Postil wrote come
 * back field for field from what stands under `x-postil`.
 */
import * as v from 'valibot';
import type { Annotation } from '../../annotation/annotation';
import { checkAnnotation } from '../check-annotation';
import type { FileContent } from '../file-content';
import { FileError, type Refusal } from '../file-error';
import { oneOrMany, text } from '../foreign/foreign-json';
import { isObject, joinPath, type JsonObject } from '../json';
import { POSTIL_KEY, readPostilData } from '../postil-data';
import { checkCount, collectMarks, type ReadMark, type ReadResult } from '../read-result';
import { readForeignItem, type Publication } from './foreign-item';
import { collectItems, type Collected } from './parts';

/** Whether a file is JSON: annotations come in many shapes, and only reading tells. */
export function isJson({ json }: FileContent): boolean {
	return json !== undefined;
}

/** Whether a file is a set that Postil wrote. */
export function hasPostilData({ json }: FileContent): boolean {
	return isObject(json) && json[POSTIL_KEY] !== undefined;
}

/** @throws FileError when it has no annotations, or more than are ever read */
export function readWebAnnotations({ json }: FileContent): ReadResult {
	return readAnnotationSet(json);
}

/** As `readWebAnnotations`, of data that `parseJson` gave. */
export function readAnnotationSet(json: unknown): ReadResult {
	const { items, elsewhere } = itemsOf(json);
	const path = items[0]?.path.replace(/\[\d+\]$/, '') ?? '';
	checkCount(path, items);
	const set = isObject(json) ? json : {};
	const { annotations, foreign, refused } = sortItems(items);
	const publication = publicationOf(set);
	const marks = foreign.flatMap(({ path, item }): ReadMark[] => {
		const read = readForeignItem(item, publication, 'web-annotation');
		return typeof read === 'string' ? [{ path, mark: read }] : read.map((mark) => ({ path, mark }));
	});
	checkCount(path, marks);
	const { deleted, ...rest } = readPostilData(set[POSTIL_KEY]);
	const missing = elsewhere.map(({ path, count }): Refusal => ({
		code: 'more-elsewhere',
		path,
		...(count === undefined ? {} : { details: { count } })
	}));
	return {
		...rest,
		annotations: [...annotations, ...deleted],
		...collectMarks(marks, [...refused, ...rest.refused, ...missing])
	};
}

/**
 * The annotations of a set that `toJsonLd` made; those that cannot be read are left out, and so
 * are items of other apps.
 *
 * @throws FileError when `file` has no items
 */
export function fromJsonLd(file: unknown): Annotation[] {
	if (!isObject(file) || !Array.isArray(file.items)) throw new FileError('not-a-list', 'items');
	return sortItems(collectItems(file.items, 'items').items).annotations;
}

/** The items of a set, a page, a collection with its pages in it, a list, or one alone. */
function itemsOf(json: unknown): Collected {
	const found = collectItems(json);
	if (Array.isArray(json) || found.items.length > 0) return found;
	if (!isObject(json)) throw new FileError('unknown-format');
	const types = [json.type ?? json['@type']].flat();
	if (types.includes('Annotation') || types.includes('oa:Annotation')) {
		return { items: [{ path: '', item: json }], elsewhere: [] };
	}
	const lists = [json.items, isObject(json.first) ? json.first.items : undefined];
	if (lists.some((list) => Array.isArray(list))) return found;
	if (typeof json.first === 'string') throw new FileError('annotations-elsewhere', 'first');
	throw new FileError('no-annotations');
}

type Item = Collected['items'][number];

/** Items that Postil wrote, as annotations; `foreign` are the others. */
function sortItems(items: readonly Item[]): {
	annotations: Annotation[];
	foreign: Item[];
	refused: Refusal[];
} {
	const found = {
		annotations: [] as Annotation[],
		foreign: [] as Item[],
		refused: [] as Refusal[]
	};
	for (const one of items) {
		const { path, item } = one;
		if (!isObject(item) || item[POSTIL_KEY] === undefined) {
			found.foreign.push(one);
			continue;
		}
		const checked = checkAnnotation(item[POSTIL_KEY]);
		if (typeof checked !== 'string') found.annotations.push(checked);
		else found.refused.push({ code: checked, path: joinPath(path, POSTIL_KEY) });
	}
	return found;
}

const AnnotationSet = v.object({
	label: text,
	about: v.fallback(v.object({ 'dc:title': text, 'dc:creator': oneOrMany(v.string()) }), {
		'dc:title': '',
		'dc:creator': []
	})
});

/** What a set says of the publication that it is about. */
function publicationOf(set: JsonObject): Publication {
	const { label, about } = v.parse(AnnotationSet, set);
	return { title: about['dc:title'] || label, author: about['dc:creator'].join('; ') };
}
