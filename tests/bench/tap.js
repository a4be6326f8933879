/**
 * In the page: taps an element, as a finger does; presses a key on it; or has the tab come back after a
 * day.
 *
 * @param {Element} element
 * @param {{ shows: string, by?: 'tap' | 'return' | `key ${string}` }} what `shows`: a selector of what
 *     that makes appear
 * @returns {Promise<number>} ms until that has been painted; it throws when nothing comes
 */
export async function tap(element, { shows, by = 'tap' }) {
	const DAY = 24 * 60 * 60 * 1000;
	const LATEST = 20_000; // ms: by then it does not come
	/** @param {boolean} isHidden */
	const hide = (isHidden) => {
		Object.defineProperty(document, 'hidden', { configurable: true, value: isHidden });
		document.dispatchEvent(new Event('visibilitychange'));
	};
	if (by === 'return') {
		hide(true);
		const { now } = Date;
		Date.now = () => now() + DAY;
	}
	const tapped = performance.now();
	if (by === 'return') hide(false);
	else if (by === 'tap') {
		for (const type of ['pointerdown', 'pointerup']) {
			element.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: 'touch' }));
		}
		/** @type {HTMLElement} */ (element).click();
	} else element.dispatchEvent(new KeyboardEvent('keydown', { key: by.slice(4), bubbles: true }));
	do {
		await new Promise(requestAnimationFrame);
		if (performance.now() - tapped > LATEST) throw new Error(`Nothing came: ${shows}`);
	} while (!document.querySelector(shows));
	await new Promise((done) => setTimeout(done)); // after the frame with it
	return performance.now() - tapped;
}
