import { expect, test, vi } from 'vitest';
import { addBlockButtons, addPictureButtons } from '$lib/dom/block-buttons';
import { blockElements, TextMap } from '$lib/dom/text-map';
import { show } from './page';

function open() {
	const article = show(
		'<article><h2 id="p1">One</h2><p id="p2">two <a id="link" href="#p1">l</a></p><ul><li id="p3">three</li></ul></article>'
	);
	const blocks = blockElements(article);
	const onpress = vi.fn();
	const remove = addBlockButtons(blocks, {
		nameOf: ({ id }) => `Mark ${id}`,
		current: () => blocks[0],
		onpress
	});
	const buttons = [...article.querySelectorAll('button')];
	return { article, blocks, buttons, onpress, remove };
}

const stops = (buttons: HTMLButtonElement[]) => buttons.map(({ tabIndex }) => tabIndex);

test('Each block has a button, named and answered', () => {
	const { blocks, buttons, onpress } = open();
	expect(buttons.map(({ ariaLabel }) => ariaLabel)).toEqual(['Mark p1', 'Mark p2', 'Mark p3']);
	buttons[1].click();
	expect(onpress).toHaveBeenCalledExactlyOnceWith(blocks[1]);
});

test('Their names are English, in whatever language the text is', () => {
	const article = show('<article lang="he" dir="rtl"><p id="p1">בראשית</p></article>');
	addBlockButtons(blockElements(article), {
		nameOf: () => 'Mark ¶ 1',
		current: () => article,
		onpress: () => {}
	});
	expect(article.querySelector('button')!.closest<HTMLElement>('[lang]')!.lang).toBe('en');
});

test('Each picture has one behind it, but for those in links', () => {
	const article = show(
		'<article><p id="p1">One <img alt="a cross"> two <a href="#p1"><img alt="a link"></a><img alt=""></p></article>'
	);
	const onpress = vi.fn();
	const remove = addPictureButtons(article, onpress);
	const buttons = [...article.querySelectorAll('button')];
	expect(buttons.map(({ ariaLabel }) => ariaLabel)).toEqual([
		'Enlarge: a cross',
		'Enlarge: picture'
	]);
	buttons[0].click();
	expect(onpress).toHaveBeenCalledExactlyOnceWith(article.querySelector('img'));
	expect(new TextMap(article).text).toBe('One two');
	remove();
	expect(article.querySelector('button')).toBeNull();
});

test('The text knows nothing of them, and they go without a trace', () => {
	const { article, remove } = open();
	const { text, blocks } = new TextMap(article);
	expect(article.textContent).toBe('Onetwo lthree');
	remove();
	expect(new TextMap(article)).toMatchObject({ text, blocks });
	expect(article.querySelectorAll('button')).toHaveLength(0);
});

test('Tab meets one of them: of the block with the focus, else of the one that is read', () => {
	const { article, buttons } = open();
	const tab = () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }));
	expect(stops(buttons)).toEqual([-1, -1, -1]);
	tab();
	expect(stops(buttons)).toEqual([0, -1, -1]);
	article.querySelector<HTMLElement>('#link')!.focus();
	tab();
	expect(stops(buttons)).toEqual([-1, 0, -1]);
});
