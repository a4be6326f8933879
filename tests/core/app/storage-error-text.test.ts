import { expect, test } from 'vitest';
import { StorageError, storageErrorReason } from '$lib/core/app/storage-error';
import { storageErrorText, tryAgainText } from '$lib/core/app/storage-error-text';

test.each([
	['QuotaExceededError', 'There is no space left on this device.'],
	['TimeoutError', 'The browser’s storage does not answer.'],
	['UnknownError', 'The browser’s storage failed.']
])('Of a failure by %s a reader is told: %s', (name, sentence) => {
	const cause = Object.assign(new Error(), { name });
	expect(storageErrorText(new StorageError('failed', { cause }))).toBe(sentence);
});

test('A failure without a cause is one all the same', () => {
	expect(storageErrorText(new StorageError('not here'))).toBe('The browser’s storage failed.');
});

test('The browser’s own error says why as well as one that has it as its cause', () => {
	const cause = new DOMException('', 'TimeoutError');
	expect(storageErrorReason(cause)).toBe('silent');
	expect(storageErrorReason(new StorageError('not read', { cause }))).toBe('silent');
});

test('What storage did not do can be tried again; any other failure goes on', () => {
	const cause = new DOMException('', 'QuotaExceededError');
	expect(tryAgainText('Not saved', new StorageError('failed', { cause }))).toBe(
		'Not saved. There is no space left on this device. Try again.'
	);
	const fault = new TypeError('ours');
	expect(() => tryAgainText('Not saved', fault)).toThrow(fault);
});
