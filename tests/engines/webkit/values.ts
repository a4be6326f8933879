/** Values as Playwright's protocol writes them; those that JSON can say. */

type Serialized =
	| { n: number }
	| { s: string }
	| { b: boolean }
	| { v: string }
	| { a: Serialized[]; id: number }
	| { o: { k: string; v: Serialized }[]; id: number }
	| { ref: number };

/** The value that the test gave. */
export function parse(given: unknown, seen = new Map<number, unknown>()): unknown {
	const value = given as Record<string, never>;
	if ('n' in value) return value.n;
	if ('s' in value) return value.s;
	if ('b' in value) return value.b;
	if ('v' in value) return value.v === 'null' ? null : undefined;
	if ('ref' in value) return seen.get(value.ref);
	if ('a' in value) {
		const items: unknown[] = [];
		seen.set(value.id, items);
		for (const item of value.a as unknown[]) items.push(parse(item, seen));
		return items;
	}
	if ('o' in value) {
		const record: Record<string, unknown> = {};
		seen.set(value.id, record);
		for (const { k, v } of value.o as { k: string; v: unknown }[]) record[k] = parse(v, seen);
		return record;
	}
	throw new Error(`a value of another kind: ${JSON.stringify(given)}`);
}

/** The value that the page gave. */
export function serialize(value: unknown, ids = { next: 1 }): Serialized {
	if (value === null || value === undefined) return { v: value === null ? 'null' : 'undefined' };
	if (typeof value === 'number') return { n: value };
	if (typeof value === 'string') return { s: value };
	if (typeof value === 'boolean') return { b: value };
	const id = ids.next++;
	if (Array.isArray(value)) return { a: value.map((item) => serialize(item, ids)), id };
	const fields = Object.entries(value).map(([k, v]) => ({ k, v: serialize(v, ids) }));
	return { o: fields, id };
}
