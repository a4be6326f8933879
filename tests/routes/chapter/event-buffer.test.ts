import { expect, test, vi } from 'vitest';
import { EventBuffer } from '../../../src/routes/[work]/[chapter]/input/event-buffer';

test('What was done before there is a handler is handled in its order, and then at once', () => {
	const buffer = new EventBuffer<string>();
	buffer.push('m');
	buffer.push('j');
	const handler = vi.fn();
	buffer.handle(handler);
	buffer.push('k');
	expect(handler.mock.calls).toEqual([['m'], ['j'], ['k']]);
});

test('What was done while there is no handler any more waits for the next', () => {
	const buffer = new EventBuffer<string>();
	buffer.handle(() => {});
	buffer.handle(null);
	buffer.push('j');
	const handler = vi.fn();
	buffer.handle(handler);
	expect(handler.mock.calls).toEqual([['j']]);
});

test('What is forgotten is not handled', () => {
	const buffer = new EventBuffer<string>();
	buffer.push('j');
	buffer.clear();
	const handler = vi.fn();
	buffer.handle(handler);
	expect(handler).not.toHaveBeenCalled();
});
