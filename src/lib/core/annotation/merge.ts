/**
 * Merges two collections of annotations. It is a state-based CRDT in which each field is a
 * last-writer-wins register (Shapiro et al. 2011): `merge` gives the same result in any order, in any
 * grouping, any number of times.
 */
import type { Annotation, Register, Target } from './annotation';
import { canonical, compareTexts, greater, isEqual } from './canonical-json';
import { compareClocks } from './clock';
import { mergeHistories } from './note-history';

type Fields = Annotation['fields'];
type AnyRegister = Register<unknown>;

/**
 * All annotations of both collections, each id once, in the order of the ids. When both have an
 * annotation, the later write of each field wins, and a note text that the winner was not based on
 * goes to `history`. The targets of both are kept, the original first, and so are fields that this
 * version does not know. Changes neither argument.
 */
export function merge(mine: readonly Annotation[], theirs: readonly Annotation[]): Annotation[] {
	const merged = new Map<string, Annotation>();
	for (const annotation of [...mine, ...theirs]) {
		// An annotation that only one of them has is merged with itself, so that merging again changes nothing.
		const known = merged.get(annotation.id) ?? annotation;
		merged.set(annotation.id, mergeTwo(known, annotation));
	}
	return [...merged.values()].sort((a, b) => compareTexts(a.id, b.id));
}

function mergeTwo(a: Annotation, b: Annotation): Annotation {
	const fields = mergeFields(a.fields, b.fields);
	return {
		...mergeRest(a, b),
		targets: mergeTargets(a.targets, b.targets),
		fields,
		...mergeHistories(a, b, fields.note)
	};
}

/** Fields of the record that have rules of their own. */
const MERGED_BY_RULE = new Set(['targets', 'fields', 'history', 'superseded']);

/** Fields that never change, and fields of newer versions: should they differ, every device takes the greater value. */
function mergeRest(a: Annotation, b: Annotation): Annotation {
	const merged: Record<string, unknown> = {};
	for (const [key, value] of [...Object.entries(a), ...Object.entries(b)]) {
		if (MERGED_BY_RULE.has(key)) continue;
		merged[key] = key in merged ? greater(merged[key], value) : value;
	}
	return merged as unknown as Annotation;
}

function mergeFields(a: Fields, b: Fields): Fields {
	const merged: Record<string, AnyRegister | undefined> = { ...a };
	for (const [name, register] of Object.entries(b) as [string, AnyRegister | undefined][]) {
		const known = merged[name];
		if (register) merged[name] = known ? newest(known, register) : register;
	}
	return merged;
}

function newest(a: AnyRegister, b: AnyRegister): AnyRegister {
	const difference = compareClocks(a.at, b.at);
	if (difference !== 0) return difference > 0 ? a : b;
	return greater(a, b);
}

/** Each target once: the original first, then those placed by hand, the newest last. */
function mergeTargets(a: readonly Target[], b: readonly Target[]): Target[] {
	if (a.length < 2 && isEqual(a, b)) return [...a];
	// Two records of one annotation have the same original. Should they not, all devices take the same one.
	const originals = [a[0], b[0]].filter((target) => target !== undefined);
	if (originals.length === 0) return [];
	const first = greater(originals[0], originals[originals.length - 1]);
	const others = new Map([...a, ...b].map((target) => [canonical(target), target]));
	others.delete(canonical(first));
	return [first, ...[...others.values()].sort(compareHandPlaced)];
}

function compareHandPlaced(a: Target, b: Target): number {
	return compareTexts(a.at ?? '', b.at ?? '') || compareTexts(canonical(a), canonical(b));
}
