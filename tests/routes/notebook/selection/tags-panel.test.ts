import { LONGEST_TAG } from '$lib/core/annotation/limits';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ChangedChapters } from '../../../../src/routes/notebook/review/changed-chapters.svelte';
import { Notebook } from '../../../../src/routes/notebook/notebook.svelte';
import TagsPanel from '../../../../src/routes/notebook/selection/TagsPanel.svelte';
import { FIRST, rangeOf } from '../../../state/annotations/marks';
import { makeNote, paste, showComponent } from '../../../ui/annotations/one-mark';

const FULL = Array.from({ length: 200 }, (_, index) => `t${index}`);

/** Two notes selected in the notebook, of which the second has 200 tags. */
async function showPanel() {
	const { annotations, id } = await makeNote('a note');
	const full = annotations.create('note', rangeOf(FIRST, 'The boat'), FIRST, { tags: FULL });
	const changed = { get: () => null, placeOf: () => null } as unknown as ChangedChapters;
	const notebook = new Notebook(annotations, changed, []);
	notebook.toggleAllSelected();
	showComponent(TagsPanel, { notebook });
	const field = document.querySelector('input')!;
	const told = () => document.querySelector('[role="alert"]')?.textContent ?? '';
	const tags = (id: string) => annotations.get(id)!.fields.tags?.value;
	return { notebook, field, told, tags: () => [tags(id), tags(full)] };
}

test('A tag that is too long for the selected marks stays in the field, and the reader is told', async () => {
	const { notebook, field, told, tags } = await showPanel();
	const long = 'x'.repeat(LONGEST_TAG + 1);
	paste(field, `t1, ${long}`);
	await userEvent.keyboard('{Enter}');
	expect(tags()).toEqual([['t1'], FULL]);
	expect(notebook.toast?.text).toBe('1 tagged t1');
	expect([field.value, told()]).toEqual([
		long,
		'A tag has at most 100 letters: these were not added.'
	]);
});

test('So does a tag that one of the selected marks has no room for', async () => {
	const { field, told, tags } = await showPanel();
	paste(field, 'new');
	await userEvent.keyboard('{Enter}');
	expect(tags()).toEqual([['new'], FULL]);
	expect([field.value, told()]).toEqual(['new', 'A mark has at most 200 tags: these do not fit.']);
	await userEvent.keyboard('{Backspace}');
	expect(told()).toBe('');
});
