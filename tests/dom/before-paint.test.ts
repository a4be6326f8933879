import { afterEach, describe, expect, onTestFinished, test } from 'vitest';

// The script as the build puts it into a page: vite.config.ts defines it.
// The address of a file that is no font.
const FONT_SOURCE = 'url("data:font/woff2,x")';
const LOOK = {
	css: 'color-scheme: light; --paper: #eee0c6;',
	color: 'rgb(238, 224, 198)',
	faces: [['Mirrored', FONT_SOURCE, { weight: '400' }]]
};
const HEAD = `
	<meta name="theme-color" content="#fdfcfa" media="(prefers-color-scheme: light)">
	<meta name="theme-color" content="#1c1b19" media="(prefers-color-scheme: dark)">
	<template><link href="data:text/javascript," rel="modulepreload"></template>
	<script>${BEFORE_PAINT}</script>`;
const TEXT = `<article data-edition="e1">${Array.from(
	{ length: 60 },
	(_, index) => `<p id="p${index + 1}" style="height: 40px">w${index}</p>`
).join('')}</article>`;
const PLACE = { place: { block: 'p30', at: 0, top: 0 }, y: -7, width: 400, edition: 'e1' };

afterEach(() => {
	localStorage.clear();
	sessionStorage.clear();
});

const keepLook = (value: string) => localStorage.setItem('postil:appearance', value);
const keepPlace = (value: string) => localStorage.setItem('postil:position:srcdoc', value);

/** A page with the script, loaded beside the tests: it shares their storage unless it is shut out. */
async function load(body = TEXT, sandbox?: string, before = ''): Promise<HTMLIFrameElement> {
	const frame = document.createElement('iframe');
	frame.width = '400';
	frame.height = '600';
	frame.style.border = '0';
	if (sandbox) frame.setAttribute('sandbox', sandbox);
	frame.srcdoc = `<!doctype html><html><head>${before}${HEAD}</head><body>${body}</body></html>`;
	const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
	document.body.append(frame);
	onTestFinished(() => frame.remove());
	await loaded;
	return frame;
}

async function loadRoot(body?: string): Promise<HTMLElement> {
	return (await load(body)).contentDocument!.documentElement;
}

test('The script is under 1.5 KB', () => {
	expect(BEFORE_PAINT.length).toBeLessThan(1536);
});

test('Without a service worker the app’s modules are asked for at once, and it may start', async () => {
	const { contentDocument, contentWindow } = await load();
	const links = [...contentDocument!.querySelectorAll('link[rel=modulepreload]')];
	expect(links.map((link) => link.getAttribute('href'))).toEqual(['data:text/javascript,']);
	await contentWindow!.whenToStart;
});

test('Pages are hidden until the style sheet behind the text has laid them out', async () => {
	keepLook(JSON.stringify({ ...LOOK, faces: [], css: '--pages: 1;' }));
	const during = '<script>during = document.documentElement.className</script>';
	const { contentWindow, contentDocument } = await load(TEXT + during);
	expect((contentWindow as never as { during: string }).during).toBe('restoring');
	expect(contentDocument!.documentElement.className).toBe('');
});

describe('A font whose files are on their way', () => {
	/** Makes fonts that are loading until `come` is called. */
	const HEAD_WITH_SLOW_FONT = `<script>
		const ready = new Promise((come) => (window.come = come));
		Object.defineProperty(document.fonts, 'ready', { value: ready });
	</script>`;

	test('is waited for before the text stands in its place and is shown', async () => {
		keepLook(JSON.stringify(LOOK));
		keepPlace(JSON.stringify({ ...PLACE, away: false }));
		const { contentWindow } = await load(TEXT, undefined, HEAD_WITH_SLOW_FONT);
		const { document: page } = contentWindow!;
		expect([page.documentElement.className, contentWindow!.scrollY]).toEqual(['restoring', 0]);
		(contentWindow as never as { come: () => void }).come();
		await contentWindow!.whenToStart;
		expect(page.documentElement.className).toBe('');
		const { top } = page.querySelector('#p30')!.getBoundingClientRect();
		expect(Math.abs(top - PLACE.y)).toBeLessThan(1);
	});

	test('keeps the text from nobody for long', async () => {
		keepLook(JSON.stringify(LOOK));
		const { contentWindow } = await load(TEXT, undefined, HEAD_WITH_SLOW_FONT);
		const { documentElement } = contentWindow!.document;
		expect(documentElement.className).toBe('restoring');
		await contentWindow!.whenToStart;
		expect(documentElement.className).toBe('');
		expect(contentWindow!.performance.now()).toBeLessThan(5000);
	});
});

describe('Before the first paint', () => {
	test('a page of a reader who chose nothing is left as it is', async () => {
		const root = await loadRoot();
		expect(root.className).toBe('');
		expect(root.style.cssText).toBe('');
		expect(root.querySelectorAll('link[rel=stylesheet]')).toHaveLength(0);
	});

	test('the look is there: properties, face, and the colour of the bars', async () => {
		keepLook(JSON.stringify(LOOK));
		const root = await loadRoot();
		expect(root.style.getPropertyValue('--paper')).toBe('#eee0c6');
		expect(root.style.colorScheme).toBe('light');
		expect([...root.ownerDocument.fonts].map(({ family }) => family)).toEqual(['Mirrored']);
		const metas = [...root.querySelectorAll<HTMLMetaElement>('[name="theme-color"]')];
		expect(metas.map(({ content }) => content)).toEqual([LOOK.color, LOOK.color]);
	});

	test.each([
		['away', true, 'restored'],
		['shown', false, '']
	])('the place is there, the bars %s as they were', async (_, away, className) => {
		keepPlace(JSON.stringify({ ...PLACE, away }));
		const root = await loadRoot();
		const top = root.querySelector('#p30')!.getBoundingClientRect().top;
		expect(Math.abs(top - PLACE.y)).toBeLessThan(1);
		const { restoredTo, scrollY } = root.ownerDocument.defaultView!;
		expect(restoredTo).toBe(scrollY);
		expect(root.className).toBe(className);
	});

	test.each([
		['of another edition', { edition: 'e0' }],
		['of another width', { width: 800 }]
	])('a place %s is left to the app, which shows the page', async (_, changes) => {
		keepPlace(JSON.stringify({ ...PLACE, ...changes }));
		const root = await loadRoot();
		expect(root.scrollTop).toBe(0);
		expect(root.className).toBe('restoring');
	});

	test.each([
		['at the very top', { place: null }, TEXT],
		['in a block that is gone', { place: { block: 'p99', at: 0, top: 0 } }, TEXT],
		['on a page without a text', {}, '<p>Not found</p>']
	])('a place %s leaves the page at its top, shown', async (_, changes, body) => {
		keepPlace(JSON.stringify({ ...PLACE, ...changes }));
		const root = await loadRoot(body);
		expect(root.scrollTop).toBe(0);
		expect(root.className).toBe('');
	});

	test.each([
		['hides the page', 'display: none !important'],
		['hides it behind what is ours', '--paper: #eee0c6; display: none'],
		['makes it see-through', '--paper: red;opacity:0;'],
		['beats the style sheets', '--ink: red !important;'],
		['loads a picture', 'background: url(https://x.example/)'],
		['is a record', { '--paper': 'red' }]
	])('a look that %s is left to the app', async (_, css) => {
		keepLook(JSON.stringify({ ...LOOK, css }));
		const root = await loadRoot();
		expect(root.style.cssText).toBe('');
	});

	test.each(['', '{', 'null', '3', '"x"', '[]', '{"css":{}}'])(
		'a page is shown when what was kept is %j',
		async (rubbish) => {
			keepLook(rubbish);
			keepPlace(rubbish);
			const root = await loadRoot();
			expect(root.className).toBe('');
		}
	);

	test('a page is shown where storage is shut', async () => {
		const told = new Promise<MessageEvent>((resolve) =>
			window.addEventListener('message', resolve, { once: true })
		);
		const tell = `try { localStorage } catch (error) {
			parent.postMessage([error.name, document.documentElement.className], '*');
		}`;
		await load(`<script>${tell}</script>`, 'allow-scripts');
		expect((await told).data).toEqual(['SecurityError', '']);
	});
});
