import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { ImportSummary } from '$lib/core/importing/import-summary';
import ImportSurplus from '../../../../src/routes/settings/import/ImportSurplus.svelte';

const PLAN = {
	counts: { surplus: 102 },
	surplus: [
		{ id: 'a', words: 'New faces', letters: 1, tags: 0 },
		{ id: 'b', words: '<b>cold</b>', letters: 12_000, tags: 9800 }
	]
} as ImportSummary;

test('What does not fit into marks is named mark by mark, and saved as a file', async () => {
	let saved = 0;
	const { getByRole, getByText } = await render(ImportSurplus, {
		plan: PLAN,
		onsave: () => Promise.resolve(void saved++)
	});
	await expect.element(getByText('102 marks with more than a mark can hold')).toBeVisible();
	const items = getByRole('listitem');
	await expect.element(items.nth(0)).toHaveTextContent('New faces 1 letter of its note');
	await expect
		.element(items.nth(1))
		.toHaveTextContent('<b>cold</b> 12,000 letters of its note and 9,800 tags');
	await expect.element(getByText('and 100 more')).toBeVisible();
	await getByRole('button', { name: 'Save what is left out' }).click();
	expect(saved).toBe(1);
});

test('It is told when it could not be saved', async () => {
	const { getByRole } = await render(ImportSurplus, {
		plan: PLAN,
		onsave: () => Promise.reject(new DOMException('no', 'NotAllowedError'))
	});
	await getByRole('button', { name: 'Save what is left out' }).click();
	await expect.element(getByRole('status')).toHaveTextContent('It could not be saved.');
});
