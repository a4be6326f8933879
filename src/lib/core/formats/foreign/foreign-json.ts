/**
 * Schemas for JSON that other apps wrote. Apps differ, and a mark is worth having without one of its
 * parts: what is not of its type counts as missing, and refuses nothing.
 */
import * as v from 'valibot';

/** A text, also as JSON-LD writes one with its language; empty where there is none. */
export const text = v.fallback(
	v.union([
		v.string(),
		v.pipe(
			v.object({ '@value': v.string() }),
			v.transform((value) => value['@value'])
		)
	]),
	''
);

/** The entries of a list that fit; none where there is no list. */
export function listOf<Schema extends v.GenericSchema>(schema: Schema) {
	return v.fallback(v.pipe(v.array(orNull(schema)), v.transform(withoutNull)), []);
}

/** As `listOf`; one that stands alone is a list of one, as JSON-LD has it. */
export function oneOrMany<Schema extends v.GenericSchema>(schema: Schema) {
	const toList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
	return v.fallback(v.pipe(v.unknown(), v.transform(toList), listOf(schema)), []);
}

/** `null` for what does not fit. */
function orNull<Schema extends v.GenericSchema>(schema: Schema) {
	return v.fallback(v.nullable(schema), null);
}

function withoutNull<T>(entries: (T | null)[]): T[] {
	return entries.filter((entry) => entry !== null);
}
