import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { FONTS } from '$lib/core/reading/fonts';
import FontChoice from '$lib/ui/appearance/FontChoice.svelte';

test('A font shows its name in itself, whether it is here or not, and is called by it', async () => {
	const { container, getByRole } = await render(FontChoice, {
		value: 'system',
		isMissing: false,
		onchange: () => {}
	});
	const rows = [...container.querySelectorAll('label')];
	expect(rows).toHaveLength(FONTS.length);
	for (const [index, { id, name }] of FONTS.entries()) {
		await expect.element(getByRole('radio', { name, exact: true })).toBeVisible();
		const isDrawn = rows[index].querySelector('svg path') !== null;
		expect(isDrawn, name).toBe(id !== 'system');
	}
});

test('What will download is told in its row, and in no other', async () => {
	const { container } = await render(FontChoice, {
		value: 'literata',
		isMissing: true,
		onchange: () => {}
	});
	const told = [...container.querySelectorAll('label')].map((row) =>
		row.querySelector('[role="status"]')!.textContent.trim()
	);
	expect(told.filter((text) => text !== '')).toEqual([
		'Literata will download when you are online.'
	]);
	expect(told[FONTS.findIndex(({ id }) => id === 'literata')]).not.toBe('');
});
