/** The system's Back closes what is open before it leaves the page. */

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
