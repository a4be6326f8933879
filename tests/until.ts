import { vi } from 'vitest';

const LATEST = 60_000; // ms: a busy machine is slow, not wrong

/**
 * Waits until a check passes, which is tried again and again; gives what it gives.
 *
 * @throws what it threw last, when it does not pass in time
 */
export function until<T>(check: () => T | Promise<T>): Promise<T> {
	return vi.waitFor(check, { timeout: LATEST });
}
