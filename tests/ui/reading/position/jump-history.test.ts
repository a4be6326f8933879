import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { painted } from '../../../dom/page';
import { byId, openPage, scrollTo } from '../open-page';
import { until } from '../../../until';

const address = location.href;
beforeEach(() => history.replaceState(null, '', address));
afterEach(() => history.replaceState(null, '', address));

/** The reader is in paragraph 10, and follows its footnote. */
async function lookAtNote() {
	const page = await openPage();
	await scrollTo('p10');
	await page.position.save();
	const before = window.scrollY;
	page.jumps.follow(byId('note-1'), byId('noteref-1'));
	await painted();
	return { ...page, before };
}

/** The browser's own Back, which answers a moment later. */
async function systemBack(): Promise<void> {
	const left = new Promise((done) => window.addEventListener('popstate', done, { once: true }));
	history.back();
	await left;
	await painted();
}

describe('A look at a footnote', () => {
	test('leaves the reading position where it was, also when the page is closed at the note', async () => {
		const { position, positions } = await lookAtNote();
		expect(byId('note-1').getBoundingClientRect().top).toBeLessThan(window.innerHeight);
		expect(window.scrollY).toBeGreaterThan(1000);
		await position.save();
		expect(positions.saved.at(-1)).toMatchObject({ paragraph: 10 });
		expect(positions.saved.at(-1)!.progress).toBeLessThan(0.5);
	});

	test('saves first where the reader was, if nothing had yet', async () => {
		const { jumps, positions } = await openPage();
		await scrollTo('p10');
		jumps.follow(byId('note-1'), byId('noteref-1'));
		expect(positions.saved.at(-1)).toMatchObject({ paragraph: 10 });
	});

	test('ends with Back, which leads to the same line, and its mark has the focus', async () => {
		const { jumps, positions, before } = await lookAtNote();
		expect(jumps.latest).toMatchObject({ paragraph: 10 });
		jumps.goBack();
		jumps.goBack(); // a double tap leads no further
		await expect.poll(() => jumps.latest).toBeNull();
		await painted();
		expect(Math.abs(window.scrollY - before)).toBeLessThan(1.5);
		expect(document.activeElement).toBe(byId('noteref-1'));
		expect(location.href).toBe(address);
		expect(positions.saved.at(-1)).toMatchObject({ paragraph: 10 });
	});

	test('ends with the system’s Back in the same way; Forward shows the note again', async () => {
		const { jumps, before } = await lookAtNote();
		await systemBack();
		expect(Math.abs(window.scrollY - before)).toBeLessThan(1.5);
		expect(jumps.latest).toBeNull();
		history.forward();
		await expect.poll(() => jumps.latest).not.toBeNull();
		await painted();
		expect(byId('note-1').getBoundingClientRect().top).toBeLessThan(window.innerHeight);
		await systemBack();
		expect(Math.abs(window.scrollY - before)).toBeLessThan(1.5);
	});

	test('goes on after a reload, and the way back is there', async () => {
		const { positions, before, close } = await lookAtNote();
		expect(location.hash).toBe('#note-1');
		close();
		window.scrollTo(0, 0);
		const again = await openPage(positions); // a new document has the state of its history entry
		await painted();
		expect(byId('note-1').getBoundingClientRect().top).toBeLessThan(window.innerHeight);
		await again.position.save();
		expect(positions.saved.at(-1)).toMatchObject({ paragraph: 10 });
		expect(again.jumps.latest).toMatchObject({ paragraph: 10 });
		await systemBack();
		expect(Math.abs(window.scrollY - before)).toBeLessThan(1.5);
	});

	test('becomes reading when the reader reads on for a screen, and the system’s Back returns all the same', async () => {
		const { jumps, position, positions, before } = await lookAtNote();
		window.scrollBy(0, -0.6 * window.innerHeight);
		await painted();
		expect(jumps.latest).not.toBeNull();
		window.scrollBy(0, -0.6 * window.innerHeight);
		await painted();
		expect(jumps.latest).toBeNull();
		expect(location.hash).toBe('');
		await position.save();
		expect(positions.saved.at(-1)!.paragraph).toBeGreaterThan(20);
		await systemBack();
		expect(Math.abs(window.scrollY - before)).toBeLessThan(1.5);
	});

	test('by the entry of a sheet that closes, nothing moves', async () => {
		const { jumps } = await lookAtNote();
		const at = window.scrollY;
		history.pushState(history.state, ''); // as closeOnBack does where there is no CloseWatcher
		await systemBack();
		expect(window.scrollY).toBe(at);
		expect(jumps.latest).not.toBeNull();
	});

	test('by an address is no reading either', async () => {
		const { positions } = await openPage();
		await until(() => expect(positions.saved).toHaveLength(1));
		history.replaceState(null, '', '#note-1');
		const { position } = await openPage(positions);
		expect(byId('note-1').getBoundingClientRect().top).toBeLessThan(window.innerHeight);
		await position.save();
		expect(positions.saved).toHaveLength(1);
	});
});

test('A look from a look leads back to the first, and then to where one reads', async () => {
	const { jumps, positions, before } = await lookAtNote();
	const atNote = window.scrollY;
	jumps.follow(byId('p20'), byId('noteref-1'));
	await painted();
	await systemBack();
	expect(Math.abs(window.scrollY - atNote)).toBeLessThan(1.5);
	expect(positions.saved.at(-1)).toMatchObject({ paragraph: 10 });
	await systemBack();
	expect(Math.abs(window.scrollY - before)).toBeLessThan(1.5);
});

test('Who comes from another page to look is led back to where they read, within the page', async () => {
	const { jumps, position, positions } = await openPage();
	await scrollTo('p10');
	await position.save();
	const before = window.scrollY;
	const entries = history.length;
	jumps.comeFromElsewhere();
	position.peekAt({ block: byId('p30'), at: 0, top: 100 });
	await painted();
	expect(positions.saved.at(-1)).toMatchObject({ paragraph: 10 });
	jumps.goBack();
	expect(Math.abs(window.scrollY - before)).toBeLessThan(1.5);
	expect([jumps.latest, history.length]).toEqual([null, entries]);
});

test('A look from a sheet that is gone is an entry of the history, in every browser', async () => {
	const { jumps, position } = await openPage();
	await scrollTo('p10');
	await position.save();
	const before = window.scrollY;
	const { CloseWatcher } = window as { CloseWatcher?: unknown };
	delete (window as { CloseWatcher?: unknown }).CloseWatcher;
	onTestFinished(() => void Object.assign(window, { CloseWatcher }));
	jumps.leave(false);
	position.peekAt({ block: byId('p30'), at: 0, top: 100 });
	await painted();
	expect(jumps.latest).toMatchObject({ isEntry: true });
	await systemBack();
	expect(Math.abs(window.scrollY - before)).toBeLessThan(1.5);
});

describe('A look at what no link leads to', () => {
	/** The reader is in paragraph 10, and is shown paragraph 30. */
	async function lookAtHit() {
		const page = await openPage();
		await scrollTo('p10');
		await page.position.save();
		const before = window.scrollY;
		page.jumps.leave();
		page.position.peekAt({ block: byId('p30'), at: 0, top: 120 });
		await painted();
		return { ...page, before };
	}

	test('ends with Back, on the same line', async () => {
		const { jumps, positions, before } = await lookAtHit();
		expect(jumps.latest).toMatchObject({ paragraph: 10 });
		expect(positions.saved.at(-1)).toMatchObject({ paragraph: 10 });
		jumps.goBack();
		await expect.poll(() => jumps.latest).toBeNull();
		await painted();
		expect(Math.abs(window.scrollY - before)).toBeLessThan(1.5);
	});

	test('ends with the system’s Back in the same way', async () => {
		const { jumps, before } = await lookAtHit();
		await systemBack();
		expect(jumps.latest).toBeNull();
		expect(Math.abs(window.scrollY - before)).toBeLessThan(1.5);
	});

	test('ends with a new edition of the text: who reads on in that is not led back by ids of the old', async () => {
		const { positions, close } = await lookAtHit();
		close();
		const { jumps } = await openPage(positions, '1'.repeat(32));
		await scrollTo('p20');
		const at = window.scrollY;
		await systemBack();
		expect(jumps.latest).toBeNull();
		expect(window.scrollY).toBe(at);
	});

	test('is no entry of the history where a sheet is one', async () => {
		vi.stubGlobal('CloseWatcher', undefined);
		delete (window as { CloseWatcher?: unknown }).CloseWatcher;
		const entries = history.length;
		const { jumps, before } = await lookAtHit();
		expect(history.length).toBe(entries);
		jumps.travel(history.state); // the sheet's own entry goes
		expect(jumps.latest).toMatchObject({ paragraph: 10 });
		jumps.goBack();
		expect(jumps.latest).toBeNull();
		await painted();
		expect(Math.abs(window.scrollY - before)).toBeLessThan(1.5);
		vi.unstubAllGlobals();
	});
});
