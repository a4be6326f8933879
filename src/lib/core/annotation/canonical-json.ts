/** One text for one value, whatever the order of its keys: to break ties between plain data, and to compare them. */

/** JSON with sorted keys. Equal data give equal texts; `undefined` fields count as absent. */
export function canonical(value: unknown): string {
	return (
		JSON.stringify(value, (_, inner: unknown) => (isRecord(inner) ? sorted(inner) : inner)) ?? ''
	);
}

/** Whether two plain data have the same canonical text, found out without making it. */
export function isEqual(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
	const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
	return [...keys].every((key) => isEqual(a[key], b[key]));
}

/** The one of two values whose canonical text is greater: the same one on every device. */
export function greater<T>(a: T, b: T): T {
	return isEqual(a, b) || compareTexts(canonical(a), canonical(b)) >= 0 ? a : b;
}

/** Order of UTF-16 units, the same for every reader's language. */
export function compareTexts(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return isObject(value) && !Array.isArray(value);
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareTexts(a, b)));
}
