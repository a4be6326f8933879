import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi, type MockInstance } from 'vitest';
import { StorageError } from '$lib/core/app/storage-error';
import { Database, VERSION } from '$lib/storage/database';
import { until } from '../until';

const NAME = 'postil/test';
let database: Database;

/** Connections that were opened, as they are. */
let handles: IDBDatabase[];

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
	const opened: IDBDatabase[] = []; // of this test: one may come after its end
	handles = opened;
	const open = indexedDB.open.bind(indexedDB);
	vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
		const request = open(name, version);
		request.addEventListener('success', () => opened.push(request.result));
		return request;
	});
	database = new Database(NAME);
});

afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
	database.close();
});

const put = (value: unknown, key = 'a') =>
	database.write(['preferences'], (tx) => tx.objectStore('preferences').put(value, key));
const get = (key = 'a') =>
	database.read(['preferences'], (tx) => tx.objectStore('preferences').get(key));

function isClosed(handle: IDBDatabase): boolean {
	try {
		handle.transaction('preferences').abort();
		return false;
	} catch (error) {
		return (error as DOMException).name === 'InvalidStateError';
	}
}

/** Has the next transaction begin with `instead`; those after it are as ever. */
function spoil(instead: () => IDBTransaction): void {
	vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(instead);
}

/** Has the browser abort every transaction that is to be committed, as on a full disk. */
function refuseCommits(): MockInstance {
	const transaction = IDBDatabase.prototype.transaction;
	const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
	return spy.mockImplementation(function (this: IDBDatabase, ...args) {
		const tx = transaction.apply(this, args);
		tx.commit = () => tx.abort();
		return tx;
	});
}

/** What a promise came to, when all that can happen in `ms` has happened. */
async function after(ms: number, work: Promise<unknown>): Promise<unknown> {
	const outcome = work.catch((error: unknown) => error);
	await vi.advanceTimersByTimeAsync(ms);
	return Promise.race([outcome, Promise.resolve('still waiting')]);
}

describe('The database', () => {
	test('is not opened before it is needed', async () => {
		expect(await indexedDB.databases()).toEqual([]);
		await get();
		expect(await indexedDB.databases()).toEqual([{ name: NAME, version: VERSION }]);
	});

	test('gives back what was written, also to another connection', async () => {
		await put({ size: 20 });
		expect(await get()).toEqual({ size: 20 });
		database.close();
		expect(
			await new Database(NAME).read(['preferences'], (tx) => tx.objectStore('preferences').get('a'))
		).toEqual({ size: 20 });
	});

	test('is opened once by many at a time', async () => {
		await Promise.all([put(1, 'a'), put(2, 'b'), get(), get('b')]);
		expect(handles).toHaveLength(1);
	});
});

describe('A write', () => {
	test('asks for strict durability', async () => {
		await get();
		const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
		await put(1);
		expect(transaction).toHaveBeenCalledExactlyOnceWith(['preferences'], 'readwrite', {
			durability: 'strict'
		});
	});

	test('is done when its transaction is complete, and not before', async () => {
		await get();
		const events: string[] = [];
		const transaction = IDBDatabase.prototype.transaction;
		vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
			this: IDBDatabase,
			...args
		) {
			const tx = transaction.apply(this, args);
			tx.addEventListener('complete', () => events.push('complete'));
			return tx;
		});
		await database.write(['preferences'], async (tx) => {
			await tx.objectStore('preferences').put(1, 'a');
			events.push('put');
		});
		events.push('written');
		expect(events).toEqual(['put', 'complete', 'written']);
	});

	test('fails when its transaction is aborted, with nothing written', async () => {
		await put('before');
		const refused = refuseCommits();
		await expect(put('after')).rejects.toThrow(StorageError);
		refused.mockRestore();
		expect(await get()).toBe('before');
	});

	test.each<[string, string, (store: Store) => Promise<unknown>]>([
		['a request that fails', 'ConstraintError', (store) => store.add(2, 'a')],
		['one that cannot be made', 'DataCloneError', (store) => store.put(() => {}, 'c')]
	])('writes all or nothing: %s', async (_, name, fail) => {
		await put('before');
		const writing = database.write(['preferences'], (tx) => {
			const store = tx.objectStore('preferences');
			store.put(1, 'b').catch(() => {}); // undone with the other
			return fail(store);
		});
		await expect(writing).rejects.toMatchObject({ name: 'StorageError', cause: { name } });
		expect(await get('b')).toBeUndefined();
		expect(await get()).toBe('before');
	});

	test('that failed leaves the next one alone', async () => {
		await expect(put(() => {})).rejects.toThrow(StorageError);
		await put(2);
		expect(await get()).toBe(2);
	});
});

/** As much of a store as the cases need. */
interface Store {
	put(value: unknown, key: string): Promise<unknown>;
	add(value: unknown, key: string): Promise<unknown>;
}

describe('A lost connection', () => {
	test.each(['InvalidStateError', 'UnknownError', 'AbortError'])(
		'is opened anew, and the work tried again: %s',
		async (name) => {
			await put(1);
			spoil(() => {
				throw new DOMException('lost', name);
			});
			await put(2);
			expect(await get()).toBe(2);
			expect(handles).toHaveLength(2);
		}
	);

	test('that was closed behind our back is opened anew', async () => {
		await put(1);
		handles[0].close();
		expect(await get()).toBe(1);
		expect(handles).toHaveLength(2);
	});

	test('that the browser tells of is opened anew', async () => {
		await put(1);
		forceCloseDatabase(handles[0] as never);
		expect(await get()).toBe(1);
		expect(handles).toHaveLength(2);
	});

	test('is tried twice, then told', async () => {
		await put(1);
		const begun = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
			throw new DOMException('lost', 'UnknownError');
		});
		await expect(get()).rejects.toMatchObject({
			name: 'StorageError',
			cause: { name: 'UnknownError' }
		});
		expect(begun).toHaveBeenCalledTimes(2);
	});

	test('is there again before anybody asks: a page that goes away has no time to open one', async () => {
		await put(1);
		const spoiled = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
			throw new DOMException('lost', 'UnknownError');
		});
		await expect(put(2)).rejects.toThrow(StorageError);
		spoiled.mockRestore();
		await until(() => expect(handles.map(isClosed)).toEqual([true, true, false]));
		await put(3);
		expect(handles).toHaveLength(3);
	});

	test('is not what a full disk is: the connection serves on', async () => {
		await put(1);
		spoil(() => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		await expect(put(2)).rejects.toMatchObject({ cause: { name: 'QuotaExceededError' } });
		await put(3);
		expect(handles).toHaveLength(1);
	});

	test('is no excuse for work that is wrong', async () => {
		await put(1);
		spoil(() => {
			throw new DOMException('no such store', 'NotFoundError');
		});
		await expect(get()).rejects.toThrow(StorageError);
		expect(handles).toHaveLength(1);
	});

	test('is let go of by close(), and opened again by the next use', async () => {
		await put(1);
		database.close();
		await until(() => expect(isClosed(handles[0])).toBe(true));
		expect(await get()).toBe(1);
	});
});

describe('A database that does not answer', () => {
	beforeEach(() => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	});

	test('on open is told of within two seconds', async () => {
		vi.mocked(indexedDB.open).mockImplementation(() => new IDBOpenDBRequest());
		const reading = get();
		expect(await after(1000, reading)).toBe('still waiting');
		expect(await after(1000, reading)).toBeInstanceOf(StorageError);
	});

	test('in a transaction is told of within two seconds', async () => {
		vi.useRealTimers();
		await put(1);
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const silent = { ...stuck(), objectStore: stuck, commit() {} };
		spoil(() => silent as unknown as IDBTransaction);
		const writing = database.write(['preferences'], () => new Promise(() => {}));
		expect(await after(1000, writing)).toBe('still waiting');
		expect(await after(1000, writing)).toBeInstanceOf(StorageError);
	});

	test('is not what it is while long work goes on: the wait begins anew with each step', async () => {
		vi.useRealTimers();
		await put(1);
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const fiveSeconds = (reports: boolean) =>
			database.update(['preferences'], async (tx, progress) => {
				for (let n = 0; n < 5; n += 1) {
					await tx.objectStore('preferences').put(n, 'a');
					vi.advanceTimersByTime(1000);
					if (reports) progress();
				}
				return 'done';
			});
		expect(await fiveSeconds(true)).toBe('done');
		await expect(fiveSeconds(false)).rejects.toMatchObject({ cause: { name: 'TimeoutError' } });
	});

	test('is opened anew by whoever asks next', async () => {
		vi.mocked(indexedDB.open).mockImplementationOnce(() => new IDBOpenDBRequest());
		expect(await after(2000, put(1))).toBeInstanceOf(StorageError);
		vi.useRealTimers();
		await put(2);
		expect(await get()).toBe(2);
	});

	test('and does so at last, does no work that was given up, and is closed', async () => {
		// A request to delete it waits for this connection, and ours waits for that.
		const blocker = await openDB(NAME, VERSION);
		const deleted = deleteDB(NAME);
		const work = vi.fn(() => Promise.resolve());
		expect(await after(2000, database.write(['preferences'], work))).toBeInstanceOf(StorageError);
		vi.useRealTimers();
		blocker.close();
		await deleted;
		await put('newer');
		expect(work).not.toHaveBeenCalled();
		const [, late, open] = handles;
		await until(() => expect([late, open].map(isClosed)).toEqual([true, false]));
	});
});

/** What never says anything. */
function stuck(): EventTarget {
	return new EventTarget();
}

describe('Another version', () => {
	test('newer than ours is opened as it is, and serves us', async () => {
		const newer = await openDB(NAME, VERSION + 4, {
			upgrade(store) {
				for (const name of ['preferences', 'positions', 'marvels']) store.createObjectStore(name);
			}
		});
		await newer.put('preferences', { size: 20 }, 'a');
		newer.close();
		expect(await get()).toEqual({ size: 20 });
		await put({ size: 21 });
		expect(await get()).toEqual({ size: 21 });
		expect(handles.at(-1)!.version).toBe(VERSION + 4);
		expect([...handles.at(-1)!.objectStoreNames]).toContain('marvels');
	});

	test('may come: our connection does not stand in its way', async () => {
		await put(1);
		const newer = await openDB(NAME, VERSION + 1);
		expect(newer.version).toBe(VERSION + 1);
		newer.close();
		expect(await get()).toBe(1);
	});

	test('is not needed to delete it', async () => {
		await put(1);
		await deleteDB(NAME);
		expect(await indexedDB.databases()).toEqual([]);
	});
});
