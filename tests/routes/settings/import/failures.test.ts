import { expect, test } from 'vitest';
import { FileError } from '../../../../src/lib/core/formats/file-error';
import { refusalOf } from '../../../../src/routes/settings/import/failures';

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
