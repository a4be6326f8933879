import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeOnBack, leaveOnBack } from '$lib/dom/close-on-back';

afterEach(() => {
	vi.unstubAllGlobals();
});

/** Goes back; resolves when the history has moved. */
function goBack(): Promise<unknown> {
	const moved = new Promise((done) => window.addEventListener('popstate', done, { once: true }));
	history.back();
	return moved;
}

describe('Where Back has no watchers,', () => {
	beforeEach(() => {
		vi.stubGlobal('CloseWatcher', undefined);
		Reflect.deleteProperty(window, 'CloseWatcher');
		history.replaceState({ kit: 1 }, '');
	});

	test('Back leaves the mode, once, and stays on the page', async () => {
		const leave = vi.fn();
		const left = leaveOnBack(leave);
		await goBack();
		expect(leave).toHaveBeenCalledOnce();
		left();
		expect(history.state).toEqual({ kit: 1 });
	});

	test('a mode that is left otherwise takes its entry away', async () => {
		const leave = vi.fn();
		const left = leaveOnBack(leave);
		const moved = new Promise((done) => window.addEventListener('popstate', done, { once: true }));
		left();
		await moved;
		expect(history.state).toEqual({ kit: 1 });
		expect(leave).not.toHaveBeenCalled();
	});

	test('what was opened meanwhile is closed first, by Back or otherwise', async () => {
		const [leave, close] = [vi.fn(), vi.fn()];
		const left = leaveOnBack(leave);
		closeOnBack(close);
		await goBack();
		expect(close).toHaveBeenCalledOnce();
		const closed = closeOnBack(close);
		const moved = new Promise((done) => window.addEventListener('popstate', done, { once: true }));
		closed();
		await moved;
		expect(leave).not.toHaveBeenCalled();
		await goBack();
		expect(leave).toHaveBeenCalledOnce();
		left();
	});

	test('jumps within the page are returned from first, and none is by leaving', async () => {
		const leave = vi.fn();
		const left = leaveOnBack(leave);
		history.pushState({ ...history.state, departures: [1] }, '');
		left();
		expect(history.state).toMatchObject({ departures: [1] });
		await goBack();
		await goBack();
		expect(leave).not.toHaveBeenCalled();
	});
});

test('Where it has, Back leaves the mode by one, and the history is left alone', () => {
	const watchers: EventTarget[] = [];
	const destroy = vi.fn();
	class Watcher extends EventTarget {
		destroy = destroy;
		constructor() {
			super();
			watchers.push(this);
		}
	}
	vi.stubGlobal('CloseWatcher', Watcher);
	const { length } = history;
	const leave = vi.fn();
	const left = leaveOnBack(leave);
	watchers[0].dispatchEvent(new Event('close'));
	expect(leave).toHaveBeenCalledOnce();
	left();
	expect(destroy).toHaveBeenCalledOnce();
	expect(history.length).toBe(length);
});
