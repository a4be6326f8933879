/** How the service worker tries again what a bad connection broke. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { retry, TRIES } from '../../src/service-worker/retry';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What becomes of an attempt that fails so often; `final` is the message of an error that ends it. */
async function outcome(failing: number, { final = '', tries = TRIES } = {}) {
	const attempt = vi.fn((failures: number) =>
		failures < failing ? Promise.reject(new Error(`${failures}`)) : Promise.resolve('done')
	);
	const isFinal = (error: unknown) => (error as Error).message === final;
	const result = retry(attempt, { final: isFinal, tries }).catch((error: Error) => error.message);
	await vi.runAllTimersAsync();
	return [await result, attempt.mock.calls.flat()];
}

test.each([
	['succeeds at once', 0, {}, ['done', [0]]],
	['fails twice', 2, {}, ['done', [0, 1, 2]]],
	['fails for good', 9, {}, ['2', [0, 1, 2]]],
	['may be tried once', 9, { tries: 1 }, ['0', [0]]],
	['fails so that no other try helps', 9, { final: '1' }, ['1', [0, 1]]]
])('What %s', async (_, failing, options, expected) => {
	expect(await outcome(failing, options)).toEqual(expected);
});
