import { expect, test } from 'vitest';
import { estimateStorage } from '$lib/offline/storage-usage';

const answer = (estimate?: () => unknown) => ({ estimate }) as StorageManager;

test('What a browser says of its storage is taken when it can be', async () => {
	const found = await estimateStorage(answer(async () => ({ usage: 5, quota: 100 })));
	expect(found).toEqual({ used: 5, available: 100 });
});

test.each<[what: string, storage: StorageManager]>([
	['has nobody to ask', answer()],
	[
		'throws',
		answer(() => {
			throw new DOMException('refused', 'SecurityError');
		})
	],
	['refuses', answer(() => Promise.reject(new TypeError('refused')))],
	['says nothing', answer(async () => ({}))],
	['says what cannot be', answer(async () => ({ usage: -1, quota: Infinity }))]
])('Of a browser that %s nothing is known', async (_, storage) => {
	expect(await estimateStorage(storage)).toBeNull();
});
