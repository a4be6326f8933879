/** Whether the browser promised not to delete by itself what is stored here. */

/** `unknown` where it does not say: on plain http, and in old browsers. */
export type PersistenceAnswer = 'granted' | 'denied' | 'unknown';

/** Looks, and asks nobody. */
export function readPersistence(
	storage: StorageManager | undefined = navigator.storage
): Promise<PersistenceAnswer> {
	return answered(storage?.persisted?.());
}

/** Asks for the promise. Most browsers decide for themselves; Firefox puts the question to the reader. */
export function requestPersistence(
	storage: StorageManager | undefined = navigator.storage
): Promise<PersistenceAnswer> {
	return answered(storage?.persist?.());
}

async function answered(answer: Promise<boolean> | undefined): Promise<PersistenceAnswer> {
	try {
		const granted = await answer;
		return granted === undefined ? 'unknown' : granted ? 'granted' : 'denied';
	} catch {
		return 'unknown'; // A sandboxed frame, and the like.
	}
}
