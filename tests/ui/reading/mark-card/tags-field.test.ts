import { LONGEST_TAG } from '$lib/core/annotation/limits';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { setAnnotatedPage, type AnnotatedPage } from '$lib/ui/reading/annotated-page';
import type { MarkingActions } from '$lib/ui/reading/marking/marking-actions.svelte';
import TagsField from '$lib/ui/reading/mark-card/TagsField.svelte';
import { makeNote, paste, showComponent } from '../../annotations/one-mark';

async function showTags() {
	const { annotations, id } = await makeNote('a note');
	const change: MarkingActions['change'] = (id, changes) => annotations.change([id], changes);
	const props = { id, actions: { change } as MarkingActions };
	showComponent(TagsField, props, () => setAnnotatedPage({ annotations } as AnnotatedPage));
	const field = document.querySelector('input')!;
	const told = () => document.querySelector('[role="alert"]')?.textContent ?? '';
	return { field, told, tags: () => annotations.get(id)!.fields.tags?.value };
}

const LONG = 'x'.repeat(LONGEST_TAG + 1);
const MANY = Array.from({ length: 203 }, (_, index) => `t${index}`);

test('A tag that is too long stays in the field, and the reader is told', async () => {
	const { field, told, tags } = await showTags();
	paste(field, `family, ${LONG}`);
	await userEvent.keyboard('{Enter}');
	expect(tags()).toEqual(['family']);
	expect(field.value).toBe(LONG);
	expect(told()).toBe('A tag has at most 100 letters: these were not added.');
	await userEvent.keyboard('{Backspace}{Enter}');
	expect([tags(), field.value, told()]).toEqual([['family', LONG.slice(1)], '', '']);
});

test('Tags that are too many stay in the field, and the reader is told', async () => {
	const { field, told, tags } = await showTags();
	paste(field, MANY.join(', '));
	await userEvent.keyboard('{Enter}');
	expect(tags()).toEqual(MANY.slice(0, 200));
	expect(field.value).toBe('t200, t201, t202');
	expect(told()).toBe('A mark has at most 200 tags: these do not fit.');
});

test('A text of any length can be pasted: its end is not cut', async () => {
	const { field } = await showTags();
	paste(field, LONG.repeat(50));
	expect(field.value).toHaveLength(LONG.length * 50);
});
