/** Receives files that the system gives the app: one that was shared to it, or is opened with it. */
import { takeSharedFile } from '$lib/offline/shared-file';

/** An interface of Chromium, which TypeScript's library lacks. */
interface LaunchQueue {
	setConsumer(consumer: (launch: { files?: readonly FileSystemFileHandle[] }) => void): void;
}

export interface FileReceiver {
	onfile: (file: Blob, name: string) => void;
	/** A file was announced, but could not be had. */
	onnothing: () => void;
}

/**
 * Receives the file that was shared to this page, and each file that it is opened with. Returns a
 * function that ends this.
 *
 * @param base the base path
 */
export function receiveFile(base: string, { onfile, onnothing }: FileReceiver): () => void {
	let ended = false;
	const take = async (coming: Promise<{ file: Blob; name: string } | null>) => {
		const found = await coming.catch(() => null); // It was moved, or may not be read.
		if (ended) return;
		if (found) onfile(found.file, found.name);
		else onnothing();
	};
	if (new URLSearchParams(location.search).has('shared')) {
		history.replaceState(history.state, '', location.pathname); // a reload would look for it again
		void take(takeSharedFile(base));
	}
	const { launchQueue } = window as { launchQueue?: LaunchQueue };
	launchQueue?.setConsumer(({ files = [] }) => {
		if (files.length > 0) void take(open(files[0]));
	});
	return () => (ended = true);
}

async function open(handle: FileSystemFileHandle): Promise<{ file: Blob; name: string }> {
	const file = await handle.getFile();
	return { file, name: file.name };
}
