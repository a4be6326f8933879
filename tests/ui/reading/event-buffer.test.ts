import { expect, test, vi } from 'vitest';
import { EventBuffer } from '../../../src/lib/ui/reading/input/event-buffer';

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

test('What was not meant when it was done, or is not any more, is not handled later', () => {
	let open = true;
	const moved = new Set<string>();
	const buffer = new EventBuffer<string>((key) => !open && !moved.has(key));
	buffer.push('b'); // into what was open
	open = false;
	buffer.push('h');
	buffer.push('j');
	moved.add('h');
	const handler = vi.fn((key: string) => void moved.add(key === 'j' ? 'k' : 'j'));
	buffer.push('k');
	buffer.handle(handler);
	// Whether they are meant is asked before any of them changes that.
	expect(handler.mock.calls).toEqual([['j'], ['k']]);
	open = true;
	buffer.push('z'); // who handles it decides
	expect(handler).toHaveBeenLastCalledWith('z');
});
