import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { ScreenAwake } from '$lib/dom/speech/screen-awake';

/** The locks that the system gave, of which those that are on. */
let given: { released: boolean }[];
const held = () => given.filter(({ released }) => !released).length;
/** Lets the system answer what it was asked so far. */
let answer: () => Promise<void>;

beforeEach(() => {
	given = [];
	let waiting: (() => void)[] = [];
	const request = async () => {
		await new Promise<void>((done) => waiting.push(done));
		const lock = { released: false, release: async () => void (lock.released = true) };
		given.push(lock);
		return lock;
	};
	answer = async () => {
		for (const done of waiting) done();
		waiting = [];
		await new Promise((done) => setTimeout(done));
	};
	Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });
	onTestFinished(() => {
		Reflect.deleteProperty(navigator, 'wakeLock');
		vi.restoreAllMocks();
	});
});

test('The screen stays on until it is released', async () => {
	const screen = new ScreenAwake();
	screen.hold();
	screen.hold();
	await answer();
	expect([given.length, held()]).toEqual([1, 1]);
	screen.release();
	expect(held()).toBe(0);
});

test('What the system took away from a hidden page is asked for again when that is seen', async () => {
	const screen = new ScreenAwake();
	screen.hold();
	await answer();
	given[0].released = true;
	const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
	document.dispatchEvent(new Event('visibilitychange'));
	hidden.mockReturnValue(false);
	document.dispatchEvent(new Event('visibilitychange'));
	await answer();
	expect([given.length, held()]).toEqual([2, 1]);
	screen.release();
	document.dispatchEvent(new Event('visibilitychange'));
	await answer();
	expect([given.length, held()]).toEqual([2, 0]);
});

test('No lock is left on by a pause, or a play after it, that the system has not answered yet', async () => {
	const screen = new ScreenAwake();
	screen.hold();
	screen.release();
	screen.hold();
	await answer();
	expect(held()).toBe(1);
	screen.release();
	expect(held()).toBe(0);
	screen.hold();
	screen.release();
	await answer();
	expect(held()).toBe(0);
});

test.each([
	['a browser that has no such thing', undefined],
	['a battery that is low', { request: () => Promise.reject(new Error('low')) }]
])('%s does no harm, nor for good', async (_, wakeLock) => {
	const unhandled = vi.fn();
	addEventListener('unhandledrejection', unhandled);
	onTestFinished(() => removeEventListener('unhandledrejection', unhandled));
	const working = navigator.wakeLock;
	Reflect.deleteProperty(navigator, 'wakeLock');
	const native = Object.getOwnPropertyDescriptor(Navigator.prototype, 'wakeLock')!;
	Reflect.deleteProperty(Navigator.prototype, 'wakeLock');
	onTestFinished(() => void Object.defineProperty(Navigator.prototype, 'wakeLock', native));
	if (wakeLock)
		Object.defineProperty(navigator, 'wakeLock', { value: wakeLock, configurable: true });
	const screen = new ScreenAwake();
	screen.hold();
	await answer();
	screen.release();
	Object.defineProperty(navigator, 'wakeLock', { value: working, configurable: true });
	screen.hold();
	await answer();
	expect(held()).toBe(1);
	expect(unhandled).not.toHaveBeenCalled();
	screen.release();
});
