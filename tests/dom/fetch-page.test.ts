import { afterEach, expect, test, vi } from 'vitest';
import { fetchPage } from '$lib/dom/fetch-page';

afterEach(() => void vi.restoreAllMocks());

/** Has every request answered so. */
function answer(answer: () => Promise<Response>) {
	return vi.spyOn(window, 'fetch').mockImplementation(answer);
}

test('a page comes as its text', async () => {
	const asked = answer(async () => new Response('<p>here</p>'));
	expect(await fetchPage('/book/one/')).toBe('<p>here</p>');
	expect(asked).toHaveBeenCalledWith('/book/one/', expect.anything());
});

test.each<[string, () => Promise<Response>]>([
	['the server refuses', async () => new Response('no', { status: 404 })],
	['the network is gone', async () => Promise.reject(new TypeError('Failed to fetch'))],
	['it is ended', async () => Promise.reject(new DOMException('ended', 'AbortError'))]
])('there is none when %s', async (_, response) => {
	answer(response);
	expect(await fetchPage('/book/one/')).toBeNull();
});

test('a mistake of ours is not taken for a network that is gone', async () => {
	answer(async () => Promise.reject(new RangeError('ours')));
	await expect(fetchPage('/book/one/')).rejects.toThrow('ours');
});
