import { afterEach, expect, onTestFinished, test } from 'vitest';

afterEach(() => localStorage.clear());

const keep = (path: string, at: string) =>
	localStorage.setItem(`postil:position:/${path}`, JSON.stringify({ position: { at } }));

/** The works of a shelf that has the script, from the top of the screen downwards. */
async function shown(works: readonly string[]): Promise<string[]> {
	const frame = document.createElement('iframe');
	const entries = works.map((work) => `<li data-work="${work}">${work}</li>`).join('');
	frame.srcdoc = `<!doctype html><ul style="display: grid">${entries}</ul><script>${SHELF_ORDER}</script>`;
	const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
	document.body.append(frame);
	onTestFinished(() => frame.remove());
	await loaded;
	const items = [...frame.contentDocument!.querySelectorAll('li')];
	const topOf = (item: Element) => item.getBoundingClientRect().top;
	return items.sort((a, b) => topOf(a) - topOf(b)).map(({ textContent }) => textContent);
}

test('The works that were read come first, the last read above all', async () => {
	keep('c/1/', '2026-01-02');
	keep('c/2/', '2026-01-05');
	keep('d/1/', '2026-01-06');
	keep('b/1/', '2026-01-03');
	keep('b/2/', '2026-01-04');
	keep('gone/1/', '2026-01-07');
	expect(await shown(['a', 'b', 'c', 'd', 'e'])).toEqual(['d', 'c', 'b', 'a', 'e']);
});

test('A new reader has them in the publisher’s order, and so has one whose storage is spoilt', async () => {
	expect(await shown(['a', 'b'])).toEqual(['a', 'b']);
	localStorage.setItem('postil:position:/b/1/', 'no JSON');
	expect(await shown(['a', 'b'])).toEqual(['a', 'b']);
});
