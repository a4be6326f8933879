/**
 * A button in each block, for all who cannot select: screen readers have a
 * selection of their own, which no page sees. It holds no text and takes no room:
 * offsets, copying, the browser's search and the layout know nothing of it
 * (looks: ui/styles/after-text.css).
 */

interface Options {
	nameOf: (block: HTMLElement) => string;
	/** The block that is read now. */
	current: () => HTMLElement;
	onpress: (block: HTMLElement) => void;
}

/**
 * Adds them. Screen readers meet every one; Tab meets the one of the block in which
 * the focus is, or else of the one that is read, or it would need 67 steps to pass.
 * @returns the function that takes them away
 */
export function addBlockButtons(
	blocks: readonly HTMLElement[],
	{ nameOf, current, onpress }: Options
): () => void {
	const buttons = new Map(
		blocks.map((block) => {
			const button = makeButton(nameOf(block), () => onpress(block));
			button.tabIndex = -1;
			block.append(button);
			return [block, button];
		})
	);
	let stop: HTMLButtonElement | undefined;
	const beforeTab = ({ key }: KeyboardEvent) => {
		if (key !== 'Tab') return;
		if (stop) stop.tabIndex = -1;
		const focused = blocks.find((block) => block.contains(document.activeElement));
		stop = buttons.get(focused ?? current());
		if (stop) stop.tabIndex = 0;
	};
	window.addEventListener('keydown', beforeTab, { capture: true });
	return () => {
		window.removeEventListener('keydown', beforeTab, { capture: true });
		for (const button of buttons.values()) button.remove();
	};
}

/**
 * Adds a button behind each picture of an article but those in links, which keys and screen readers
 * reach. @returns the function that takes them away
 */
export function addPictureButtons(
	article: Element,
	onpress: (picture: HTMLImageElement) => void
): () => void {
	const pictures = [...article.querySelectorAll('img')].filter((picture) => !picture.closest('a'));
	const buttons = pictures.map((picture) => {
		const button = makeButton(`Enlarge: ${picture.alt || 'picture'}`, () => onpress(picture));
		picture.after(button);
		return button;
	});
	return () => buttons.forEach((button) => button.remove());
}

function makeButton(name: string, onpress: () => void): HTMLButtonElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'block-button';
	button.dataset.noanchor = '';
	button.lang = 'en'; // of its name: the text may be in another language
	button.ariaLabel = name;
	button.ariaHasPopup = 'dialog';
	button.addEventListener('click', (event) => {
		event.stopPropagation(); // no tap on the text
		onpress();
	});
	return button;
}
