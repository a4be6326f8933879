/** The system's Back closes what is open before it leaves the page. */

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
