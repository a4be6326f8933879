import { expect, test } from 'vitest';
import { StorageError } from '../../../src/lib/core/app/storage-error';
import type { OwnWorks } from '../../../src/lib/state/own-works/own-works.svelte';
import { findAsked } from '../../../src/routes/own/find-asked';

test.each([
	['TimeoutError', 'The browser’s storage does not answer.'],
	['UnknownError', 'The browser’s storage failed.']
])('A book that cannot be read by the database’s %s is told so: %s', async (name, failure) => {
	const load = () =>
		Promise.reject(new StorageError('not read', { cause: new DOMException('', name) }));
	const asked = await findAsked({ load } as unknown as OwnWorks, new URLSearchParams('work=a'));
	expect(asked).toEqual({ kind: 'unknown', title: null, failure });
});
