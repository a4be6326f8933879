import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { resizeForKeyboard } from '$lib/ui/kit/resize-for-keyboard';

const CONTENT = 'width=device-width, initial-scale=1';
let viewport: HTMLMetaElement;

beforeEach(() => {
	viewport = document.createElement('meta');
	viewport.name = 'viewport';
	viewport.content = CONTENT;
	document.head.prepend(viewport);
	onTestFinished(() => viewport.remove());
});

test.each([
	['Google Inc.', `${CONTENT}, interactive-widget=resizes-content`],
	['', `${CONTENT}, interactive-widget=resizes-content`], // Firefox
	['Apple Computer, Inc.', CONTENT]
])('An engine of "%s" is told once what it understands of keyboards', (vendor, content) => {
	vi.spyOn(navigator, 'vendor', 'get').mockReturnValue(vendor);
	onTestFinished(() => void vi.restoreAllMocks());
	resizeForKeyboard();
	resizeForKeyboard();
	expect(viewport.content).toBe(content);
});
