/** Receives files that the system gives the app: one that was shared to it, or is opened with it. */
import { takeSharedFile } from '$lib/offline/shared-file';

/** An interface of Chromium, which TypeScript's library lacks. */
interface LaunchQueue {
	setConsumer(consumer: (launch: { files?: readonly FileSystemFileHandle[] }) => void): void;
}

export interface FileReceiver {
	onfile: (file: Blob, name: string) => void;
	/** A file came that nobody here may have sent: nothing of it is to be shown before the reader says so. */
	onoffer: (file: Blob, name: string) => void;
	/** A file was announced, but could not be had. */
	onnothing: () => void;
}

/**
 * Receives the file that was shared to this page, and each file that it is opened with. Returns a
 * function that ends this.
 *
 * @param base the base path
 */
export function receiveFile(
	base: string,
	{ onfile, onoffer, onnothing }: FileReceiver
): () => void {
	let ended = false;
	const take = async (coming: Promise<{ file: Blob; name: string } | null>, into = onfile) => {
		const found = await coming.catch(() => null); // It was moved, or may not be read.
		if (ended) return;
		if (found) into(found.file, found.name);
		else onnothing();
	};
	if (new URLSearchParams(location.search).has('shared')) {
		history.replaceState(history.state, '', location.pathname); // a reload would look for it again
		void take(takeSharedFile(base), isInBrowserTab() ? onoffer : onfile);
	}
	const { launchQueue } = window as { launchQueue?: LaunchQueue };
	launchQueue?.setConsumer(({ files = [] }) => {
		if (files.length > 0) void take(open(files[0]));
	});
	return () => (ended = true);
}

/**
 * Whether this is a tab of the browser, and no window of the installed app. The system shares files to
 * installed apps alone; in a tab any other site may have sent the form. A worker is not told which one did.
 */
function isInBrowserTab(): boolean {
	return matchMedia('(display-mode: browser)').matches;
}

async function open(handle: FileSystemFileHandle): Promise<{ file: Blob; name: string }> {
	const file = await handle.getFile();
	return { file, name: file.name };
}
