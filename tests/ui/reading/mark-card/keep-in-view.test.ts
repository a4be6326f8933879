import { expect, onTestFinished, test } from 'vitest';
import { keepInView } from '../../../../src/lib/ui/reading/mark-card/keep-in-view';
import { painted } from '../../../dom/page';
import { byId, openPage, scrollTo } from '../open-page';

/** A card over the lower half of the screen, about paragraph 12, which stands below its edge. */
async function openCard() {
	const page = await openPage();
	await scrollTo('p10');
	await page.position.save();
	const before = window.scrollY;
	const dialog = document.createElement('dialog');
	const height = Math.round(window.innerHeight / 2);
	dialog.style.cssText = `position: fixed; inset: auto 0 0; margin: 0; padding: 0; width: 100%; max-width: none; border: 0; height: ${height}px`;
	dialog.innerHTML = '<div style="height: 50px"></div>';
	document.body.append(dialog);
	dialog.show();
	const content = dialog.firstElementChild as HTMLElement;
	const passage = () => byId('p11').getBoundingClientRect();
	const stop = keepInView(content, { passage, position: page.position });
	onTestFinished(() => dialog.remove());
	await painted();
	return { ...page, before, content, passage, stop, edge: window.innerHeight - height };
}

test('A card that scrolled the text to show its passage scrolls back when it closes', async () => {
	const { before, passage, stop, edge } = await openCard();
	expect(window.scrollY).toBeGreaterThan(before);
	expect(Math.min(passage().bottom - edge, passage().top)).toBeLessThanOrEqual(17);
	stop();
	await painted();
	expect(Math.abs(window.scrollY - before)).toBeLessThan(1.5);
});

test('The position is no other while the card is open', async () => {
	const { position, positions, stop } = await openCard();
	const [{ target }] = positions.saved.slice(-1);
	await position.save();
	expect(positions.saved.at(-1)!.target).toEqual(target);
	stop();
	await position.save();
	expect(positions.saved.at(-1)!.target).toEqual(target);
});

test('What the reader scrolled meanwhile stays', async () => {
	const { stop } = await openCard();
	window.scrollBy(0, 100);
	await painted();
	const there = window.scrollY;
	stop();
	await painted();
	expect(Math.abs(window.scrollY - there)).toBeLessThan(1.5);
});
