/** The database could not be opened, read or written, also after trying anew. Its cause is the browser's error. */
export class StorageError extends Error {
	override name = 'StorageError';
}
