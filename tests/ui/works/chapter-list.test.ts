import { setApp, type App } from '$lib/state/app';
import { expect, test } from 'vitest';
import type { Work } from '$lib/core/text/work';
import ChapterList from '$lib/ui/works/ChapterList.svelte';
import { showComponent } from '../annotations/one-mark';

/** A work of chapters with these levels, by their slugs. */
function workOf(levels: Record<string, number>): Work {
	const chapters = Object.entries(levels).map(([slug, level]) => ({
		slug,
		title: `About ${slug}`,
		number: null,
		minutes: 1,
		...(level > 1 && { level })
	}));
	const [language, dir] = ['en', 'ltr'] as const;
	return { slug: 'w', title: '', author: '', source: '', rights: '', language, dir, chapters };
}

test('a title that wraps stays beside its number, and numbers stand in a column', () => {
	const app = { readingPositions: { in: () => null } } as unknown as App;
	const work = workOf({ a: 1, b: 1 });
	const [first, second] = work.chapters;
	work.chapters = [
		{ ...first, number: 'I' },
		{ ...second, number: 'XLIII', title: 'A title of many words '.repeat(12) }
	];
	showComponent(ChapterList, { work }, () => setApp(app));
	const titles = [...document.querySelectorAll('.title')];
	const range = document.createRange();
	range.selectNodeContents(titles[1]);
	const lines = [...range.getClientRects()].map(({ left }) => left);
	expect(lines.length).toBeGreaterThan(1);
	const number = document.querySelectorAll('.number')[1].getBoundingClientRect();
	expect(Math.min(...lines)).toBeGreaterThanOrEqual(number.right - 1);
	expect(new Set(titles.map((title) => title.getBoundingClientRect().left)).size).toBe(1);
	document.body.replaceChildren();
});

/** A list as a screen reader has it: of each item its address, and the list in it. */
function read(list: Element): unknown[] {
	return [...list.children].flatMap((item) => {
		const [link, inner, ...more] = item.children;
		expect([item.tagName, link.tagName, more]).toEqual(['LI', 'A', []]);
		const address = link.getAttribute('href');
		return inner ? [address, read(inner)] : [address];
	});
}

test('chapters of a part stand in a list within it, under the addresses they have', () => {
	const app = { readingPositions: { in: () => null } } as unknown as App;
	const work = workOf({ 'part-one': 1, a: 2, b: 2, 'part-two': 1, c: 2, d: 3 });
	showComponent(ChapterList, { work, current: 'b' }, () => setApp(app));
	expect(read(document.querySelector('ol')!)).toEqual([
		'/w/part-one/',
		['/w/a/', '/w/b/'],
		'/w/part-two/',
		['/w/c/', ['/w/d/']]
	]);
	expect(document.querySelectorAll('ol ol > li a')).toHaveLength(4);
	const current = document.querySelector('[aria-current="page"]')!;
	expect(current.textContent).toContain('About b');
	const starts = ['part-one', 'a', 'd'].map((slug) => {
		const title = document.querySelector(`[href="/w/${slug}/"] .title`)!;
		return title.getBoundingClientRect().left;
	});
	const step = 20; // 1.25rem
	expect(starts).toEqual([0, 1, 2].map((depth) => starts[0] + depth * step));
});

test('of many chapters the open one is in view', () => {
	const app = { readingPositions: { in: () => null } } as unknown as App;
	const slugs = Array.from({ length: 120 }, (_, index) => [`c${index + 1}`, 1] as const);
	showComponent(ChapterList, { work: workOf(Object.fromEntries(slugs)), current: 'c80' }, () =>
		setApp(app)
	);
	const { top, bottom } = document.querySelector('[aria-current]')!.getBoundingClientRect();
	expect(top).toBeGreaterThanOrEqual(0);
	expect(bottom).toBeLessThanOrEqual(window.innerHeight);
	expect(window.scrollY).toBeGreaterThan(0);
	window.scrollTo(0, 0);
});

/** Two levels, of more chapters than are made at once. */
const MANY = Object.fromEntries(
	Array.from({ length: 260 }, (_, index) => [`c${index}`, index % 130 === 0 ? 1 : 2])
);

const addressesIn = (list: Element) =>
	[...list.querySelectorAll('a')].map((link) => link.getAttribute('href')!.split('=').at(-1)!);

test('Many chapters are made while the page is idle, in their order, until the open one is in view', async () => {
	const app = { readingPositions: { in: () => null } } as unknown as App;
	const work = { ...workOf(MANY), slug: 'own-1' };
	showComponent(ChapterList, { work, current: 'c250' }, () => setApp(app));
	const list = document.querySelector('ol')!;
	expect(addressesIn(list)).toEqual(Object.keys(MANY).slice(0, 101));
	await expect.poll(() => addressesIn(list)).toEqual(Object.keys(MANY));
	const { top, bottom } = document.querySelector('[aria-current]')!.getBoundingClientRect();
	expect(top).toBeGreaterThanOrEqual(0);
	expect(bottom).toBeLessThanOrEqual(window.innerHeight);
	window.scrollTo(0, 0);
});

test('the page of a published work has all its chapters at once, as it was built', () => {
	const app = { readingPositions: { in: () => null } } as unknown as App;
	showComponent(ChapterList, { work: workOf(MANY) }, () => setApp(app));
	expect(document.querySelectorAll('ol a')).toHaveLength(260);
});
