import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { idle } from '$lib/core/app/idle';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const setTimeout = (callback: () => void, delay: number) => globalThis.setTimeout(callback, delay);

test('The browser tells when the page is idle, and is not waited for without an end', async () => {
	const requestIdleCallback = vi.fn((callback: () => void) => callback());
	await idle({ requestIdleCallback, setTimeout });
	expect(requestIdleCallback).toHaveBeenCalledWith(expect.any(Function), { timeout: 2000 });
});

test('Where it does not tell, a moment has to do', async () => {
	const idled = vi.fn();
	void idle({ setTimeout }).then(idled);
	await vi.advanceTimersByTimeAsync(49);
	expect(idled).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(1);
	expect(idled).toHaveBeenCalled();
});
