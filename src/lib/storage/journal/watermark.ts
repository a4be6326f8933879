/**
 * How far the database had come, noted outside of it: a database that is behind its watermark
 * has lost something. The numbers only ever grow: writes are numbered, a deletion leaves a
 * tombstone, and it is counted how often a database was rebuilt.
 */
import type { Database } from '../database';

/** Tells a database from any other that the browser may create in its place. */
export interface Identity {
	database: string;
	/** How often it was rebuilt after a loss. */
	rebuilt: number;
}

export interface Watermark extends Identity {
	/** Number of the last write; see annotations.ts. */
	last: number;
	/** How many annotations there are, with tombstones. */
	count: number;
}

const KEY = 'identity';

/**
 * How far the database has come. One that has no identity yet is given the name `newName`.
 * @throws StorageError
 */
export async function readWatermark(database: Database, newName: string): Promise<Watermark> {
	const [known, last, count] = await database.read(['preferences', 'annotations'], (tx) => {
		const annotations = tx.objectStore('annotations');
		return Promise.all([
			tx.objectStore('preferences').get(KEY),
			annotations.index('saved').openKeyCursor(null, 'prev'),
			annotations.count()
		]);
	});
	const identity = toIdentity(known) ?? (await nameOnce(database, newName));
	return { ...identity, last: Number(last?.key ?? 0), count };
}

/** Names a database that has no name, unless another tab has meanwhile; gives its name. */
function nameOnce(database: Database, name: string): Promise<Identity> {
	return database.update(['preferences'], async (tx) => {
		const preferences = tx.objectStore('preferences');
		const known = toIdentity(await preferences.get(KEY));
		const identity = known ?? { database: name, rebuilt: 0 };
		if (!known) await preferences.put(identity, KEY);
		return identity;
	});
}

/** Saves the name of the database, and how often it was rebuilt. */
export function saveIdentity(database: Database, { database: name, rebuilt }: Identity) {
	return database.write(['preferences'], (tx) =>
		tx.objectStore('preferences').put({ database: name, rebuilt }, KEY)
	);
}

/** Whether a database that is at `now` has lost something since it was at `before`. */
export function hasLost(now: Watermark, before: Watermark | null): boolean {
	if (before === null || before.count === 0) return false;
	if (now.database !== before.database) return true;
	if (now.rebuilt !== before.rebuilt) return now.rebuilt < before.rebuilt;
	return now.last < before.last || now.count < before.count;
}

/** The one of two watermarks that is further on. */
export function furthest(a: Watermark | null, b: Watermark | null): Watermark | null {
	if (a === null || b === null) return a ?? b;
	const difference = b.rebuilt - a.rebuilt || b.last - a.last || b.count - a.count;
	return difference > 0 ? b : a;
}

/** `value` as a watermark; `null` when it is none. */
export function toWatermark(value: unknown): Watermark | null {
	const identity = toIdentity(value);
	const { last, count } = (value ?? {}) as Partial<Watermark>;
	const areCounts = [last, count].every((one) => Number.isInteger(one) && one! >= 0);
	if (!identity || !areCounts) return null;
	return { ...identity, last: last!, count: count! };
}

function toIdentity(value: unknown): Identity | null {
	const { database, rebuilt } = (value ?? {}) as Partial<Identity>;
	if (typeof database !== 'string' || !Number.isInteger(rebuilt)) return null;
	return { database, rebuilt: rebuilt! };
}
