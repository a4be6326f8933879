/** Receives files that the system gives the app: those that were shared to it, or are opened with it. */
import type { SharedFile } from '$lib/offline/shared-file';
import { takeSharedFiles } from '$lib/offline/shared-file';

/** An interface of Chromium, which TypeScript's library lacks. */
interface LaunchQueue {
	setConsumer(consumer: (launch: { files?: readonly FileSystemFileHandle[] }) => void): void;
}

/** What is done with files, of which there is at least one. */
export interface FileReceiver {
	onfiles: (files: readonly SharedFile[]) => void;
	/** They came, but nobody here may have sent them: nothing of them is to be shown before the reader says so. */
	onoffer: (files: readonly SharedFile[]) => void;
	/** They were announced, but could not be had. */
	onnothing: () => void;
}

/**
 * Receives the files that were shared to this page, and those that it is opened with. Returns a
 * function that ends this.
 *
 * @param base the base path
 */
export function receiveFiles(
	base: string,
	{ onfiles, onoffer, onnothing }: FileReceiver
): () => void {
	let ended = false;
	const take = async (coming: Promise<SharedFile[]>, into = onfiles) => {
		const found = await coming.catch(() => []); // One was moved, or may not be read.
		if (ended) return;
		if (found.length > 0) into(found);
		else onnothing();
	};
	if (new URLSearchParams(location.search).has('shared')) {
		history.replaceState(history.state, '', location.pathname); // a reload would look for it again
		void take(takeSharedFiles(base), isInBrowserTab() ? onoffer : onfiles);
	}
	const { launchQueue } = window as { launchQueue?: LaunchQueue };
	launchQueue?.setConsumer(({ files = [] }) => {
		if (files.length > 0) void take(Promise.all(files.map(open)));
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

async function open(handle: FileSystemFileHandle): Promise<SharedFile> {
	const file = await handle.getFile();
	return { file, name: file.name, isText: false };
}
