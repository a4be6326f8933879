/** What the tests of state share. */
import { deleteDB } from 'idb';
import { flushSync } from 'svelte';
import { onTestFinished } from 'vitest';
import type { Database } from '$lib/storage/database';

export const NAME = 'postil/tests';

/** Every value that `read` has had since, as an effect of the page sees them. */
export function watched<T>(read: () => T): T[] {
	const values: T[] = [];
	const stop = $effect.root(() => {
		$effect(() => void values.push(read()));
	});
	onTestFinished(stop);
	flushSync();
	return values;
}

/** Closes a database and takes it away. */
export async function dropDatabase(database: Database): Promise<void> {
	database.close();
	await deleteDB(NAME);
}
