import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deleteItem, readItem, readJsonItem, saveItem } from '$lib/storage/web-storage';

const KEY = 'postil/tests:item';

beforeEach(() => deleteItem('localStorage', KEY));

afterEach(() => {
	vi.restoreAllMocks();
	deleteItem('localStorage', KEY);
});

/** Storage that the reader switched off: even to look at it throws. */
function switchOff(): void {
	vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
		throw new DOMException('The operation is insecure.', 'SecurityError');
	});
}

test('What is saved is read, until it is deleted', () => {
	expect(readItem('localStorage', KEY)).toBeNull();
	saveItem('localStorage', KEY, '{"a":1}');
	expect(readItem('localStorage', KEY)).toBe('{"a":1}');
	expect(readJsonItem('localStorage', KEY)).toEqual({ a: 1 });
	deleteItem('localStorage', KEY);
	expect(readJsonItem('localStorage', KEY)).toBeNull();
});

test('What is no JSON is as if it were not there', () => {
	saveItem('localStorage', KEY, '{"a":');
	expect(readJsonItem('localStorage', KEY)).toBeNull();
});

test('Storage that is switched off reads as empty and takes nothing', () => {
	switchOff();
	saveItem('localStorage', KEY, 'a');
	deleteItem('localStorage', KEY);
	expect(readItem('localStorage', KEY)).toBeNull();
	vi.restoreAllMocks();
	expect(readItem('localStorage', KEY)).toBeNull();
});

test('Storage that is full takes nothing', () => {
	vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
		throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
	});
	saveItem('localStorage', KEY, 'a');
	expect(readItem('localStorage', KEY)).toBeNull();
});

test('A mistake of ours is not taken for storage that refuses', () => {
	vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
		throw new TypeError('mistake');
	});
	expect(() => readItem('localStorage', KEY)).toThrow(TypeError);
});
