/** The system's Back closes what is open, and ends a mode, before it leaves the page. */

/**
 * Resolves when the entry that stood for what was just closed has left the history: what adds an
 * entry of its own waits for that. To be called after the function that `closeOnBack` gave.
 */
export async function untilEntryGone(): Promise<void> {
	if ('CloseWatcher' in window) return;
	await new Promise((done) => window.addEventListener('popstate', done, { once: true }));
}

/**
 * Calls `close` at the next Back. Chromium's dialogs take part in Back by
 * themselves (CloseWatcher); elsewhere a history entry stands for what is open.
 * @returns the function to call once it is closed; it takes the entry away
 */
export function closeOnBack(close: () => void): () => void {
	if ('CloseWatcher' in window) return () => {};
	let gone = false;
	const left = () => {
		gone = true;
		close();
	};
	// Kit's router keeps data of its own in the state: while that stays, it sees no navigation.
	history.pushState(history.state, '');
	window.addEventListener('popstate', left, { once: true });
	return () => {
		window.removeEventListener('popstate', left);
		if (!gone) history.back();
	};
}

interface CloseWatcher extends EventTarget {
	destroy(): void;
}

/**
 * Calls `leave` at the next Back, which ends a mode of the page: in Chromium by a watcher of its own,
 * elsewhere by an entry of the history. What is opened meanwhile is closed first, and jumps within
 * the page are returned from.
 *
 * @returns the function to call once it is left; it takes the entry away
 */
export function leaveOnBack(leave: () => void): () => void {
	if ('CloseWatcher' in window) {
		const watcher = new (window.CloseWatcher as new () => CloseWatcher)();
		watcher.addEventListener('close', leave);
		return () => watcher.destroy();
	}
	return leaveOnHistoryBack(leave);
}

let entries = 0;

function leaveOnHistoryBack(leave: () => void): () => void {
	const mode = performance.timeOrigin + ++entries; // a reload begins to count anew
	// Entries that come above this one copy its state: there, the mode is still on.
	history.pushState({ ...history.state, mode }, '');
	const entry = JSON.stringify(history.state);
	const moved = ({ state }: PopStateEvent) => {
		if (state?.mode === mode) return;
		window.removeEventListener('popstate', moved);
		leave();
	};
	window.addEventListener('popstate', moved);
	return () => {
		window.removeEventListener('popstate', moved);
		// Below other entries it stays: to go back would leave those.
		if (JSON.stringify(history.state) === entry) history.back();
	};
}
