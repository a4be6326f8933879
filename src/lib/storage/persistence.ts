/**
 * Whether the browser promised not to delete by itself what is stored here, and asking for that
 * promise (https://storage.spec.whatwg.org/#persistence). Chromium and WebKit decide by themselves
 * and at once, and may decide otherwise later; Firefox puts the question to the reader.
 */
import { ownName } from '$lib/core/app/storage-names';
import { deleteItem, readItem, saveItem } from './web-storage';

/** `unknown` where it does not say: on plain http, and in old browsers. */
export type PersistenceAnswer = 'granted' | 'denied' | 'unknown';

/** Ms within which no reader answers a question: a browser that is quicker has put none to the reader. */
const NOT_READ = 500;

/** Looks, and asks nobody. */
export function readPersistence(
	storage: StorageManager | undefined = navigator.storage
): Promise<PersistenceAnswer> {
	return answered(storage?.persisted?.());
}

/** Asks for the promise; where the browser asks the reader, it answers when the reader does. */
export async function requestPersistence(
	base: string,
	storage: StorageManager | undefined = navigator.storage
): Promise<PersistenceAnswer> {
	const key = ownName(base, 'asked-to-persist');
	const begun = performance.now();
	saveItem('localStorage', key, '1');
	const answer = await answered(storage?.persist?.());
	// No reader was troubled, and the browser may be asked again by the next page.
	if (performance.now() - begun < NOT_READ) deleteItem('localStorage', key);
	return answer;
}

/** Asks for the promise, unless there is one, or the question was put to the reader before. */
export async function requestPersistenceOnce(
	base: string,
	storage: StorageManager | undefined = navigator.storage
): Promise<void> {
	if (readItem('localStorage', ownName(base, 'asked-to-persist')) !== null) return;
	if ((await readPersistence(storage)) !== 'granted') await requestPersistence(base, storage);
}

async function answered(answer: Promise<boolean> | undefined): Promise<PersistenceAnswer> {
	try {
		const granted = await answer;
		return granted === undefined ? 'unknown' : granted ? 'granted' : 'denied';
	} catch {
		return 'unknown'; // A sandboxed frame, and the like.
	}
}
