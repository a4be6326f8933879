import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_APPEARANCE, rootProperties, type Appearance } from '$lib/core/reading/appearance';
import { applyAppearance, applyFont } from '$lib/dom/apply-appearance';

const root = document.documentElement;
const look = (changes: Partial<Appearance> = {}) =>
	rootProperties(
		{ ...DEFAULT_APPEARANCE, ...changes },
		{ prefersContrast: false, canHyphenate: true }
	);

beforeEach(() => {
	const sheet = document.createElement('style');
	sheet.textContent = `
		:root { --paper: rgb(1, 2, 3); --text-size: 1rem; background: var(--paper) }
		body { font-size: var(--text-size); text-align: var(--text-align, start) }`;
	document.head.append(sheet);
	for (const [scheme, content] of Object.entries({ light: '#fdfcfa', dark: '#1c1b19' })) {
		const media = `(prefers-color-scheme: ${scheme})`;
		const meta = Object.assign(document.createElement('meta'), {
			name: 'theme-color',
			content,
			media
		});
		document.head.append(meta);
	}
	return () => sheet.remove();
});

afterEach(() => {
	for (const own of document.querySelectorAll('[name="theme-color"]')) own.remove();
	document.fonts.clear();
	root.removeAttribute('style');
});

describe('A look', () => {
	test('is put on the root, and its paper told', () => {
		const paper = applyAppearance(look({ theme: 'sepia', size: 24, justified: true }));
		expect(paper).toBe('rgb(238, 224, 198)');
		expect(getComputedStyle(document.body).fontSize).toBe('24px');
		expect(getComputedStyle(document.body).textAlign).toBe('justify');
	});

	test('leaves nothing of the one before it', () => {
		applyAppearance(look({ theme: 'sepia', justified: true, paragraphs: 'spaced' }));
		const paper = applyAppearance(look());
		expect(paper).toBe('rgb(1, 2, 3)'); // the style sheet's
		expect(getComputedStyle(document.body).textAlign).toBe('start');
		for (const name of ['--ink', '--text-gap']) expect(root.style.getPropertyValue(name)).toBe('');
	});

	test('leaves nothing of what a spoilt mirror has put there', () => {
		root.setAttribute('style', 'display: none !important; --ink: transparent; --other: 1');
		applyAppearance(look({ theme: 'sepia' }));
		expect(root.style.display).toBe('');
		expect(root.style.getPropertyValue('--ink')).not.toBe('transparent');
		expect(root.style.getPropertyValue('--other')).toBe('');
	});

	test('gives the browser’s bars the colour of its paper, under either scheme', () => {
		const colours = () =>
			[...document.querySelectorAll<HTMLMetaElement>('[name="theme-color"]')].map(
				({ content }) => content
			);
		applyAppearance(look({ theme: 'sepia' }));
		expect(colours()).toEqual(['rgb(238, 224, 198)', 'rgb(238, 224, 198)']);
		applyAppearance(look());
		expect(colours()).toEqual(['rgb(1, 2, 3)', 'rgb(1, 2, 3)']);
	});
});

describe('A font', () => {
	const face = (family: string, weight: string) =>
		[family, 'local("x")', { weight }] as [string, string, FontFaceDescriptors];
	const SERIF = [face('A Serif', '400'), face('A Serif', '700')];

	test('is put on the page once, and another in its place', () => {
		applyFont(SERIF);
		const before = [...document.fonts];
		applyFont(SERIF);
		expect([...document.fonts]).toEqual(before);
		applyFont([face('A Sans', '400')]);
		expect([...document.fonts].map(({ family }) => family.replace(/"/g, ''))).toEqual(['A Sans']);
		applyFont([]);
		expect(document.fonts.size).toBe(0);
	});

	test('that failed to load is asked for anew', async () => {
		applyFont(SERIF);
		const before = [...document.fonts];
		await expect(before[0].load()).rejects.toThrow(); // the system has no font called "x"
		applyFont(SERIF);
		expect([...document.fonts]).not.toContain(before[0]);
		expect(document.fonts.size).toBe(SERIF.length);
	});
});
