import { afterEach, expect, test, vi } from 'vitest';
import { copyText } from '$lib/dom/clipboard';

afterEach(() => void vi.restoreAllMocks());

test('what is copied is in the clipboard', async () => {
	const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
	expect(await copyText('words')).toBe(true);
	expect(write).toHaveBeenCalledWith('words');
});

test('a browser that refuses, or has no clipboard, is no failure of the page', async () => {
	const refusal = new DOMException('no', 'NotAllowedError');
	vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(refusal);
	expect(await copyText('words')).toBe(false);
	vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never); // over plain http
	expect(await copyText('words')).toBe(false);
});
