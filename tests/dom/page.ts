/** Small pages for tests of what touches the page. */
import { onTestFinished } from 'vitest';

/** Puts `html` into the body until the test ends; gives its first element. */
export function show(html: string): HTMLElement {
	document.body.innerHTML = html;
	onTestFinished(() => {
		document.body.innerHTML = '';
		window.scrollTo(0, 0);
	});
	return document.body.firstElementChild as HTMLElement;
}

/** Resolves when a frame has been laid out, observed and painted, and the next one begins. */
export async function painted(): Promise<void> {
	for (let frame = 0; frame < 2; frame++) {
		await new Promise((resolve) => requestAnimationFrame(resolve));
	}
}
