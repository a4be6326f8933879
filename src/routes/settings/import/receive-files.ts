/** Receives files that the system gives the app: those that were shared to it, or are opened with it. */
import { SHARED_COUNT } from '$lib/core/app/shared-file';
import { readable, takeSharedFiles, type ReceivedFile } from '$lib/offline/shared-file';

/** An interface of Chromium, which TypeScript's library lacks. */
interface LaunchQueue {
	setConsumer(consumer: (launch: { files?: readonly FileSystemFileHandle[] }) => void): void;
}

/** What is done with files, of which there is at least one; `missing`: how many more did not come. */
export interface FileReceiver {
	onfiles: (files: readonly ReceivedFile[], missing: number) => void;
	/** They came, but nobody here may have sent them: nothing of them is to be shown before the reader says so. */
	onoffer: (files: readonly ReceivedFile[], missing: number) => void;
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
	const take = async (coming: Promise<ReceivedFile[]>, sent: number, into = onfiles) => {
		const found = await coming.catch(() => []); // The browser may have no storage to give.
		if (ended) return;
		if (found.length > 0) into(found, Math.max(0, sent - found.length));
		else onnothing();
	};
	const sent = new URLSearchParams(location.search).get(SHARED_COUNT);
	if (sent !== null) {
		history.replaceState(history.state, '', location.pathname); // a reload would look for it again
		void take(takeSharedFiles(base), Number(sent) || 0, isInBrowserTab() ? onoffer : onfiles);
	}
	const { launchQueue } = window as { launchQueue?: LaunchQueue };
	launchQueue?.setConsumer(({ files = [] }) => {
		if (files.length > 0) void take(readable(files.map(open)), files.length);
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

async function open(handle: FileSystemFileHandle): Promise<ReceivedFile> {
	const file = await handle.getFile();
	return { file, name: file.name, isPasted: false };
}
