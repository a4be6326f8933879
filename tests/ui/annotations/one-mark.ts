/** One mark in a database of its own, and what components ask for around it. */
import { Annotations } from '$lib/state/annotations/annotations.svelte';
import { Database } from '$lib/storage/database';
import { flushSync, mount, unmount, type Component } from 'svelte';
import { onTestFinished } from 'vitest';
import { FIRST, rangeOf } from '../../state/annotations/marks';
import { dropDatabase, NAME } from '../../state/fixtures.svelte';

/** A note on the first sentence of a chapter. */
export async function makeNote(note: string): Promise<{ annotations: Annotations; id: string }> {
	const database = new Database(NAME);
	const annotations = new Annotations(database, { device: 'here' });
	onTestFinished(async () => {
		await annotations.save();
		await dropDatabase(database);
	});
	const id = annotations.create('note', rangeOf(FIRST, 'in the spring'), FIRST, { note });
	await annotations.save();
	return { annotations, id };
}

/** Shows a component with `props`, within what `setContexts` sets, until the test ends. */
export function showComponent<Props extends object>(
	component: Component<Props>,
	props: Props,
	setContexts: () => void = () => {}
): void {
	const host = ((...given: Parameters<typeof component>) => {
		setContexts();
		return component(...given);
	}) as Component<Props>;
	const shown = mount(host, { target: document.body, props, context: new Map() });
	onTestFinished(() => void unmount(shown));
	flushSync();
}

/** Puts `text` into a field at its caret, as a paste does. */
export function paste(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
	field.focus();
	// execCommand is what keeps to the limits of a field, as the hand of a reader does; deprecated, without a successor.
	document.execCommand('insertText', false, text);
	flushSync();
}
