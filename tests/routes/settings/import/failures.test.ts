import { expect, test } from 'vitest';
import { FileError } from '../../../../src/lib/core/formats/file-error';
import { StorageError } from '../../../../src/lib/core/app/storage-error';
import { failureOf, refusalOf } from '../../../../src/routes/settings/import/failures';

test.each([
	[new FileError('unknown-format'), 'Postil cannot read “wrong.txt”.'],
	[new FileError('empty'), 'Postil cannot read “wrong.txt”: it is empty.'],
	[
		new FileError('damaged-target', 'items[3]'),
		'Postil cannot read “wrong.txt”: a part of it has a damaged target.'
	]
])('A file that is refused is named, with what is wrong with it: %s', (error, sentence) => {
	expect(refusalOf(error, 'wrong.txt').what).toBe(sentence);
});

test.each([
	['QuotaExceededError', 'There is no space left on this device.', 'Free some space'],
	['TimeoutError', 'The browser’s storage does not answer.', 'Reload this page'],
	['UnknownError', 'The browser’s storage failed.', 'Reload this page']
])('An import that ends with the database’s %s is told as it was: %s', (name, what, todo) => {
	const error = new StorageError('not written', { cause: new DOMException('', name) });
	const failure = failureOf(error, 'Nothing was changed.');
	expect(failure).toMatchObject({ title: 'Not imported', what });
	expect(failure.todo).toContain(todo);
});
