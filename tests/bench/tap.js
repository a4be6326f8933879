/**
 * In the page: taps a control, as a finger does.
 *
 * @param {Element} button
 * @param {string} shows a selector of what the tap makes appear
 * @returns {Promise<number>} ms until that has been painted
 */
export async function tap(button, shows) {
	const tapped = performance.now();
	for (const type of ['pointerdown', 'pointerup']) {
		button.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: 'touch' }));
	}
	/** @type {HTMLElement} */ (button).click();
	do await new Promise(requestAnimationFrame);
	while (!document.querySelector(shows));
	await new Promise((done) => setTimeout(done)); // after the frame with it
	return performance.now() - tapped;
}
