/** Files that the system hands over: shared to the app, or opened with it. */
import { takeSharedFile } from '$lib/offline/shared-file';

/** Chromium's, in no type library. */
interface LaunchQueue {
	setConsumer(consumer: (launch: { files?: readonly FileSystemFileHandle[] }) => void): void;
}

export interface Arriving {
	onfile: (file: Blob, name: string) => void;
	/** Something was to come, and did not. */
	onnothing: () => void;
}

/**
 * Takes a file that was shared to this page, and each that it is opened with. Gives what ends that.
 *
 * @param base the base path
 */
export function takeArriving(base: string, { onfile, onnothing }: Arriving): () => void {
	let ended = false;
	const take = async (coming: Promise<{ file: Blob; name: string } | null>) => {
		const found = await coming.catch(() => null); // Moved, or not allowed to be read: it did not come.
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
