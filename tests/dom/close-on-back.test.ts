import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeOnBack } from '$lib/dom/close-on-back';

/** Resolves when the history has moved. */
const moved = () =>
	new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));

describe('Where dialogs do not take part in Back,', () => {
	beforeEach(() => {
		vi.stubGlobal('CloseWatcher', undefined);
		Reflect.deleteProperty(window, 'CloseWatcher');
		history.replaceState({ kit: 1 }, '');
	});

	afterEach(() => {
		vi.unstubAllGlobals();
	});

	test('Back closes what is open, once, and stays on the page', async () => {
		const close = vi.fn();
		const address = location.href;
		const closed = closeOnBack(close);
		expect(history.state).toEqual({ kit: 1 });
		const back = moved();
		history.back();
		await back;
		expect(close).toHaveBeenCalledOnce();
		const { length } = history;
		closed();
		expect([location.href, history.length, history.state]).toEqual([address, length, { kit: 1 }]);
	});

	test('closing otherwise takes the entry away, and does not close again', async () => {
		const close = vi.fn();
		history.replaceState({ kit: 2 }, '');
		const closed = closeOnBack(close);
		history.replaceState({ kit: 'open' }, '');
		const back = moved();
		closed();
		await back;
		expect(history.state).toEqual({ kit: 2 });
		expect(close).not.toHaveBeenCalled();
	});

	test('one that closes when Back was pressed leaves the page’s entry alone', async () => {
		history.replaceState({ kit: 3 }, '');
		let closed = () => {};
		closed = closeOnBack(() => closed());
		const back = moved();
		history.back();
		await back;
		expect(history.state).toEqual({ kit: 3 });
	});
});

test('Where they do, the history is left alone', () => {
	vi.stubGlobal('CloseWatcher', class {});
	const { length } = history;
	const close = vi.fn();
	closeOnBack(close)();
	expect(history.length).toBe(length);
	expect(close).not.toHaveBeenCalled();
	vi.unstubAllGlobals();
});
