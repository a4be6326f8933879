import { expect, test } from 'vitest';
import type { OwnWorks } from '$lib/state/own-works/own-works.svelte';
import { Opening } from '$lib/ui/books/opening.svelte';

/** Opens a text, and begins to keep it; what stores it waits for `store`. */
async function keep() {
	const [storing, store] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
	const ownWorks = {
		load: async () => {},
		find: () => null,
		readTexts: async () => [],
		save: () => {
			storing.resolve();
			return store.promise;
		}
	};
	const opening = new Opening(ownWorks as unknown as OwnWorks, new Blob(['Words of it.']), 'a.txt');
	await opening.open();
	const kept = opening.keep();
	await storing.promise;
	return { opening, kept, store: store.resolve };
}

test('A work that is kept gives its slug', async () => {
	const { opening, kept, store } = await keep();
	store();
	expect(await kept).toMatch(/^own-/);
	opening.close();
});

test('One that is closed while it is stored gives none: nobody waits for its page', async () => {
	const { opening, kept, store } = await keep();
	opening.close();
	store();
	expect(await kept).toBe(null);
});

test.each([
	['a.pdf', '%PDF-1.7', true],
	['a.txt', null, undefined]
])(
	'It is said whether the file itself is what cannot be opened: %s',
	async (name, content, isRefused) => {
		const file = new Blob([content ?? '']);
		if (content === null)
			file.arrayBuffer = () => Promise.reject(new DOMException('moved', 'NotReadableError'));
		const opening = new Opening({ load: async () => {} } as OwnWorks, file, name);
		await opening.open();
		expect(opening.step).toMatchObject({ at: 'failed', ...(isRefused && { isRefused }) });
		expect((opening.step as { isRefused?: boolean }).isRefused).toBe(isRefused);
	}
);
