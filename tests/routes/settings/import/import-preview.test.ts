import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Annotation } from '$lib/core/annotation/annotation';
import type { ImportSummary } from '$lib/core/importing/import-summary';
import ImportPreview from '../../../../src/routes/settings/import/ImportPreview.svelte';

const NONE = {
	added: 0,
	changed: 0,
	same: 0,
	deletedHere: 0,
	removed: 0,
	notPlaced: 0,
	withoutBook: 0,
	undated: 0,
	duplicates: 0,
	written: 0,
	surplus: 0
};

/** What was deleted here, with these words in the file. */
function deleted(id: string, exact: string): Annotation {
	return {
		id,
		fields: {},
		targets: [{ work: 'my-life', quote: { exact } }]
	} as unknown as Annotation;
}

const PLAN = {
	format: 'backup',
	counts: { ...NONE, added: 3, written: 3, deletedHere: 2 },
	lost: [],
	stayDeleted: [deleted('a', 'New faces'), deleted('b', 'Too cold')],
	refused: [],
	surplus: [],
	ownWorks: { added: [], here: [] },
	write: { snapshots: [] },
	undo: { positions: [], preferences: [] }
} as unknown as ImportSummary;

test('A plan has no rows of zeros, and names what was deleted here', async () => {
	const props = {
		name: 'backup.json',
		plan: PLAN,
		works: [],
		missing: [],
		onimport: () => {},
		onsave: () => Promise.resolve(),
		ontext: () => {},
		oncancel: () => {}
	};
	const { getByRole, getByText, container } = await render(ImportPreview, { props });
	const rows = [...container.querySelectorAll('dl > div')].map((row) =>
		row.textContent.trim().replace(/\s+/g, ' ')
	);
	expect(rows).toEqual(['New 3', 'Deleted herethey stay deleted 2']);
	await getByText('2 marks deleted here').click();
	await expect.element(getByRole('listitem').nth(0)).toHaveTextContent('New faces my-life');
	await expect.element(getByRole('listitem').nth(1)).toHaveTextContent('Too cold my-life');
});
