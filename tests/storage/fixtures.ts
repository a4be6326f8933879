/** What the tests of storage share. */
import { vi, type MockInstance } from 'vitest';
import type { Annotation, Target } from '$lib/core/annotation/annotation';
import { isDeleted, isTombstone } from '$lib/core/annotation/deletion';
import type { LastImport } from '$lib/core/importing/last-import';
import { readAnnotations } from '$lib/storage/annotations';
import type { Database } from '$lib/storage/database';
import { purgeTrash } from '$lib/storage/maintenance';

/** What is known of an import of one new and one changed annotation. */
export const LAST_IMPORT: LastImport = {
	v: 1,
	name: 'a.annotation',
	format: 'backup',
	at: '2026-11-24T10:00:00.000Z',
	added: 1,
	changed: 1,
	removed: 0,
	notPlaced: 0
};

/** A reading `n` ms after the beginning. */
export const at = (n: number, device = 'a') => `${n.toString(16).padStart(13, '0')}-0000-${device}`;

export function target(edition: string, when?: string): Target {
	return {
		work: 'w',
		chapter: 'c',
		edition,
		norm: 1,
		start: 0,
		end: 3,
		blocks: ['p1', 'p1'],
		quote: { exact: 'One', prefix: '', suffix: ' two' },
		...(when ? { at: when } : {})
	};
}

export function annotation(id: string, rest: Partial<Annotation> = {}): Annotation {
	return {
		id,
		v: 1,
		kind: 'highlight',
		created: '2026-11-22T10:00:00.000Z',
		targets: [target('e1')],
		fields: { colour: { value: 'yellow', at: at(1) } },
		...rest
	};
}

/** Purges the trash at `now` (ms since 1970), as a page does that has read everything. */
export async function purgeAt(database: Database, now: number): Promise<Annotation[]> {
	const { annotations } = await readAnnotations(database);
	const trash = annotations.filter((one) => isDeleted(one) && !isTombstone(one));
	return purgeTrash(database, trash, now);
}

/** Has the browser abort every transaction to the stores of annotations at its end, as on a full disk. */
export function fillDisk(): MockInstance {
	const put = IDBObjectStore.prototype.put;
	return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
		this: IDBObjectStore,
		...args
	) {
		const request = put.apply(this, args);
		// The put succeeds, as in Chromium; the transaction does not.
		request.addEventListener('success', () => {
			const { transaction } = this;
			Object.defineProperty(transaction, 'error', {
				get: () => new DOMException('full', 'QuotaExceededError')
			});
			transaction.abort();
		});
		return request;
	});
}
