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
import { checkCount, collectMarks, type ReadResult } from '../read-result';
import { readForeignItem, type Publication } from './foreign-item';

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
	const { path, items } = itemsOf(json);
	checkCount(path, items);
	const set = isObject(json) ? json : {};
	const { annotations, foreign, refused } = sortItems(items);
	const publication = publicationOf(set);
	const marks = [...foreign].map(([index, item]) => ({
		path: item === json ? '' : joinPath(path, index),
		mark: readForeignItem(item, publication, 'web-annotation')
	}));
	const { deleted, ...rest } = readPostilData(set[POSTIL_KEY]);
	return {
		...rest,
		annotations: [...annotations, ...deleted],
		...collectMarks(marks, [...refused, ...rest.refused])
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
	return sortItems(file.items).annotations;
}

/** The items of a set, a page, a collection with its first page in it, a list, or one alone. */
function itemsOf(json: unknown): { path: string; items: unknown[] } {
	if (Array.isArray(json)) return { path: '', items: json };
	if (!isObject(json)) throw new FileError('unknown-format');
	if (Array.isArray(json.items)) return { path: 'items', items: json.items };
	const types = [json.type ?? json['@type']].flat();
	if (types.includes('Annotation')) return { path: '', items: [json] };
	if (isObject(json.first) && Array.isArray(json.first.items)) {
		return { path: 'first.items', items: json.first.items };
	}
	if (typeof json.first === 'string') throw new FileError('annotations-elsewhere', 'first');
	throw new FileError('no-annotations');
}

/** Items that Postil wrote, as annotations; `foreign` are the others, by their index. */
function sortItems(items: readonly unknown[]): {
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
		if (!isObject(item) || item[POSTIL_KEY] === undefined) {
			found.foreign.set(index, item);
			return;
		}
		const checked = checkAnnotation(item[POSTIL_KEY]);
		if (typeof checked === 'string') {
			found.refused.push({ code: checked, path: joinPath(joinPath('items', index), POSTIL_KEY) });
		} else found.annotations.push(checked);
	});
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
