import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Annotations } from '$lib/state/annotations/annotations.svelte';
import { openNote } from '$lib/state/annotations/note-editing';
import { readAnnotations } from '$lib/storage/annotations';
import { Database } from '$lib/storage/database';
import { dropDatabase, NAME } from '../fixtures.svelte';
import { FIRST, openTab, rangeOf } from './marks';
import { until } from '../../until';

let database: Database;
let tab: Annotations;
let id: string;

beforeEach(async () => {
	database = new Database(NAME);
	tab = new Annotations(database, { device: 'here' });
	id = tab.create('note', rangeOf(FIRST, 'in the spring'), FIRST, { note: 'before' });
	await tab.save();
	// Something to lie on the made note, so that its steps are its own.
	tab.change(id, { colour: 'pink' });
	await tab.save();
});

afterEach(async () => {
	vi.useRealTimers();
	vi.restoreAllMocks();
	await tab.save();
	await dropDatabase(database);
});

const onDisk = async () => (await readAnnotations(database)).annotations[0];
const note = () => tab.get(id)?.fields.note;

describe('Typing a note', () => {
	test('shows each letter at once and writes at most 300 ms later, without a pause too', async () => {
		const update = vi.spyOn(database, 'update');
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const editor = tab.editNote(openNote, id);
		for (let n = 1; n <= 10; n++) {
			editor.write('x'.repeat(n));
			expect([note()?.value.length, tab.saveStateOf(id)]).toEqual([n, 'saving']);
			vi.advanceTimersByTime(100);
		}
		const writes = update.mock.calls.length;
		expect(writes).toBeGreaterThanOrEqual(3);
		expect(writes).toBeLessThan(10); // not one for each letter
		vi.advanceTimersByTime(300);
		vi.useRealTimers();
		await until(() => expect(tab.saveStateOf(id)).toBe('saved'));
		expect((await onDisk()).fields.note?.value).toBe('x'.repeat(10));
	});

	test('is written at once when the editor is closed', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const editor = tab.editNote(openNote, id);
		editor.write('after');
		editor.close();
		vi.useRealTimers();
		await until(() => expect(tab.saveStateOf(id)).toBe('saved'));
		expect((await onDisk()).fields.note?.value).toBe('after');
	});

	test('is one version an opening, built on what was there', async () => {
		const before = note()!.at;
		const editor = tab.editNote(openNote, id);
		for (const text of ['a', 'ab', 'abc']) {
			editor.write(text);
			await tab.save();
		}
		editor.close();
		expect(note()).toMatchObject({ value: 'abc', base: before });
		const first = note()!.at;
		const again = tab.editNote(openNote, id);
		again.write('abcd');
		again.close();
		expect(note()).toMatchObject({ value: 'abcd', base: first });
		await tab.save();
		expect((await onDisk()).history).toBeUndefined();
		expect(await onDisk()).toEqual(tab.get(id));
	});

	test('is one step', () => {
		const editor = tab.editNote(openNote, id);
		for (const text of ['a', 'ab', 'abc']) editor.write(text);
		editor.close();
		expect(tab.undo()).toBe('Note');
		expect(note()?.value).toBe('before');
		tab.redo();
		expect(note()?.value).toBe('abc');
		tab.undo();
		expect(tab.undo()).toBe('Colour');
	});

	test('is no step when nothing came of it', () => {
		const editor = tab.editNote(openNote, id);
		editor.write('before');
		editor.write('other');
		editor.write('before');
		editor.close();
		tab.editNote(openNote, id).close();
		expect(tab.undo()).toBe('Colour');
	});

	test('into what its first letter made is taken back with it', () => {
		const made = tab.create('note', rangeOf(FIRST, 'The boat'), FIRST, { note: 'l' });
		const editor = tab.editNote(openNote, made);
		editor.write('letters');
		editor.close();
		expect(tab.undo()).toBe('Note');
		expect(tab.live.map((one) => one.id)).toEqual([id]);
		tab.redo();
		expect(tab.get(made)?.fields.note?.value).toBe('letters');
	});

	test('builds on what came from elsewhere before its first letter', async () => {
		const editor = tab.editNote(openNote, id);
		const { tab: other } = openTab('other');
		await other.load();
		other.change(id, { note: 'theirs' });
		await other.save();
		await tab.load();
		editor.write('theirs, and mine');
		editor.close();
		expect(tab.get(id)?.history).toBeUndefined();
		await tab.save();
		await other.load();
		expect(other.get(id)?.history).toBeUndefined();
	});

	test('is the latest step while its editor is open too', () => {
		const editor = tab.editNote(openNote, id);
		editor.write('after');
		expect(tab.undo()).toBe('Note');
		expect(note()?.value).toBe('before');
		expect(tab.get(id)?.fields.colour?.value).toBe('pink');
		editor.write('later');
		expect(tab.redo()).toBeNull();
		expect(note()?.value).toBe('later');
	});

	test('is undone without a loss of what another tab wrote over it', async () => {
		const { tab: other } = openTab('other');
		await other.load();
		const editor = tab.editNote(openNote, id);
		editor.write('mine');
		await tab.save();
		other.change(id, { note: 'theirs' });
		await other.save();
		await tab.load();
		expect(note()?.value).toBe('theirs');
		editor.close();
		tab.undo();
		expect(note()?.value).toBe('before');
		expect(tab.get(id)?.history?.map(({ value }) => value)).toEqual(['theirs']);
	});

	test('at a later opening is a step of its own, also right after it was made', () => {
		const made = tab.create('note', rangeOf(FIRST, 'The boat'), FIRST, { note: 'l' });
		tab.editNote(openNote, made).close();
		const later = tab.editNote(openNote, made);
		later.write('letters');
		later.close();
		tab.undo();
		expect(tab.get(made)?.fields.note?.value).toBe('l');
		tab.undo();
		expect(tab.live.map((one) => one.id)).toEqual([id]);
		tab.redo();
		tab.redo();
		expect(tab.get(made)?.fields.note?.value).toBe('letters');
	});

	test('goes with another change of the same annotation', async () => {
		const editor = tab.editNote(openNote, id);
		editor.write('after');
		tab.change(id, { colour: 'blue' });
		await until(() => expect(tab.saveStateOf(id)).toBe('saved'));
		expect((await onDisk()).fields).toMatchObject({
			note: { value: 'after' },
			colour: { value: 'blue' }
		});
		editor.close();
	});
});

describe('An earlier version', () => {
	const history = () => tab.get(id)?.history?.map(({ value }) => value) ?? [];

	test('is taken back as a step of its own, and what it replaces becomes one', async () => {
		const { tab: other } = openTab('other', { now: () => Date.now() + 1000 });
		await other.load();
		other.change(id, { note: 'theirs' });
		tab.change(id, { note: 'mine' });
		await other.save();
		await tab.save();
		expect([note()?.value, history()]).toEqual(['theirs', ['mine']]);

		tab.perform('Earlier version', [{ id, version: tab.get(id)!.history![0] }]);
		expect([note()?.value, history()]).toEqual(['mine', ['theirs']]);
		for (let time = 0; time < 2; time += 1) {
			expect(tab.undo()).toBe('Earlier version');
			expect([note()?.value, history()]).toEqual(['theirs', ['mine']]);
			expect(tab.redo()).toBe('Earlier version');
			expect([note()?.value, history()]).toEqual(['mine', ['theirs']]);
		}
		await tab.save();
		await other.load();
		expect(other.get(id)).toEqual(tab.get(id));
		expect(await onDisk()).toEqual(tab.get(id));
	});
});
