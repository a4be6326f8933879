import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { timeOf } from '$lib/core/annotation/clock';
import { TRASH_DAYS } from '$lib/core/annotation/trash';
import { StorageError } from '$lib/core/app/storage-error';
import { Annotations } from '$lib/state/annotations/annotations.svelte';
import { openNote } from '$lib/state/annotations/note-editing';
import { readAnnotations, saveAnnotations } from '$lib/storage/annotations';
import { ChangeChannel } from '$lib/storage/change-channel';
import { Database } from '$lib/storage/database';
import { readSnapshots } from '$lib/storage/snapshots';
import { dropDatabase, NAME, watched } from '../fixtures.svelte';
import { chapter, FIRST, openTab, rangeOf, toldOf } from './marks';
import { until } from '../../until';

const SPRING = rangeOf(FIRST, 'in the spring');
const BOAT = rangeOf(FIRST, 'The boat was late');
const DAY = 24 * 60 * 60 * 1000;

let database: Database;
let now: number;
let tab: Annotations;

beforeEach(() => {
	database = new Database(NAME);
	now = Date.UTC(2026, 10, 22);
	tab = new Annotations(database, { device: 'here', now: () => now });
});

afterEach(async () => {
	vi.useRealTimers();
	vi.restoreAllMocks();
	await tab.save();
	await dropDatabase(database);
});

/** What a reader finds who comes back. */
async function stored() {
	await tab.save();
	return (await readAnnotations(database)).annotations;
}

const highlight = () => tab.create('highlight', SPRING, FIRST, { colour: 'yellow' });
const colourOf = (id: string) => tab.get(id)?.fields.colour?.value;
const noteOf = (id: string) => tab.get(id)?.fields.note?.value;
const rangesOf = (id: string) => tab.get(id)!.targets.map(({ start, end }) => ({ start, end }));

/** Has the database refuse every change. */
function refuse(name = 'QuotaExceededError') {
	const error = new StorageError('failed', { cause: new DOMException('no', name) });
	const spy = vi.spyOn(database, 'update').mockRejectedValue(error);
	return () => spy.mockRestore();
}

/** The database, all of it, answers when `answer` is called. */
function hold() {
	let answer!: () => void;
	const held = new Promise<void>((resolve) => (answer = resolve));
	const update = database.update.bind(database);
	vi.spyOn(database, 'update').mockImplementationOnce(async (...args) => {
		await held;
		return update(...args);
	});
	return answer;
}

describe('A new annotation', () => {
	test('is shown at once, and saved when it is on the disk', async () => {
		const answer = hold();
		const counts = watched(() => tab.inChapter('book', 'one').length);
		const id = highlight();
		const states = watched(() => tab.saveStateOf(id));
		flushSync();
		expect(counts).toEqual([0, 1]);
		expect(tab.live).toHaveLength(1);
		answer();
		await tab.save();
		flushSync();
		expect(states).toEqual(['saving', 'saved']);
		expect(await stored()).toEqual([tab.get(id)]);
	});

	test('says what it is of, when, and how it looks', async () => {
		const id = tab.create('note', SPRING, FIRST, { note: 'why?', tags: ['t'] });
		expect(tab.get(id)).toMatchObject({
			kind: 'note',
			created: '2026-11-22T00:00:00.000Z',
			targets: [{ edition: 'e1', blocks: ['p1', 'p1'], quote: { exact: 'in the spring' } }],
			fields: { note: { value: 'why?' }, tags: { value: ['t'] } }
		});
	});

	test('brings the text of its edition with it, in the same transaction', async () => {
		const update = vi.spyOn(database, 'update');
		highlight();
		await tab.save();
		expect(update).toHaveBeenCalledOnce();
		expect(await readSnapshots(database, ['e1'])).toEqual(new Map([['e1', FIRST.text]]));
	});

	test('of no passage is refused', () => {
		expect(() => tab.create('highlight', { start: 4, end: 4 }, FIRST)).toThrow(RangeError);
		expect(tab.canUndo).toBe(false);
	});

	test('takes what the screen shows, also where that is a proxy', async () => {
		const tags = $stateless(['t']);
		const id = highlight();
		tab.change(id, { tags });
		await tab.save();
		expect(tab.saveStateOf(id)).toBe('saved');
		expect((await stored())[0].fields.tags?.value).toEqual(['t']);
	});
});

/** As Svelte's state: no database can clone it. */
function $stateless<T extends object>(value: T): T {
	return new Proxy(value, {});
}

describe('Annotations', () => {
	test('are not known to be none before they are read', async () => {
		const loaded = watched(() => tab.loaded);
		await tab.load();
		flushSync();
		expect(loaded).toEqual([false, true]);
	});

	test('are read once for all parts of a page that need them', async () => {
		const { tab, database } = openTab('a');
		const read = vi.spyOn(database, 'read');
		await Promise.all([tab.loadOnce(), tab.loadOnce()]);
		await tab.loadOnce();
		expect(
			read.mock.calls.filter(([stores]) => [stores].flat().includes('annotations'))
		).toHaveLength(1);
		expect(tab.loaded).toBe(true);
	});

	test('are all there for who comes back, with what was made before they were read', async () => {
		const first = openTab('before').tab;
		const kept = first.create('bookmark', FIRST.blocks[1], FIRST);
		await first.save();
		const early = highlight();
		await tab.load();
		expect(tab.live.map(({ id }) => id).sort()).toEqual([kept, early].sort());
		expect(tab.inChapter('book', 'one').map(({ id }) => id)).toEqual([early, kept]);
		expect(tab.inChapter('book', 'two')).toEqual([]);
		expect(tab.inChapter('other', 'one')).toEqual([]);
	});

	test('that cannot be read are told of, and read when that is tried again', async () => {
		const read = vi.spyOn(database, 'read').mockRejectedValueOnce(new StorageError('lost'));
		await tab.load();
		expect([tab.loaded, toldOf(tab)]).toEqual([false, expect.stringContaining('cannot be read')]);
		read.mockRestore();
		await tab.retry();
		expect([tab.loaded, tab.failure]).toEqual([true, null]);
	});

	test('are read again after a read that failed as nobody expected', async () => {
		vi.spyOn(database, 'read').mockRejectedValueOnce(new TypeError('a fault of ours'));
		await expect(tab.load()).rejects.toThrow('a fault of ours');
		await tab.load();
		expect(tab.loaded).toBe(true);
	});

	test('that are damaged are set aside, and hide no other', async () => {
		const id = highlight();
		await tab.save();
		const damaged = { id: 'x', saved: 9 };
		await database.write(['annotations'], (tx) =>
			tx.objectStore('annotations').put(damaged as never)
		);
		const next = openTab('next').tab;
		await next.load();
		expect(next.live.map((one) => one.id)).toEqual([id]);
		expect(next.unreadableRecords).toEqual([damaged]);
	});

	test('do not take on the clock of a device that is set to another year', async () => {
		const ahead = openTab('ahead', { now: () => Date.UTC(2080, 0) }).tab;
		const far = ahead.create('highlight', SPRING, FIRST, { colour: 'pink' });
		await ahead.save();
		await tab.load();
		const id = highlight();
		tab.change(far, { colour: 'green' });
		tab.editNote(openNote, far).write('mine');
		await tab.save();
		expect(timeOf(tab.get(id)!.fields.colour!.at)).toBe(now);
		await ahead.load();
		for (const { fields } of [ahead.get(far)!, tab.get(far)!]) {
			expect([fields.colour?.value, fields.note?.value]).toEqual(['green', 'mine']);
		}
	});

	test('are written after what another device wrote whose clock runs ahead', async () => {
		const ahead = openTab('ahead', { now: () => now + 100 * DAY }).tab;
		const id = ahead.create('highlight', SPRING, FIRST, { colour: 'pink' });
		await ahead.save();
		await tab.load();
		tab.change(id, { colour: 'green' });
		await tab.save();
		await ahead.load();
		expect(ahead.get(id)?.fields.colour?.value).toBe('green');
	});
});

describe('A change', () => {
	test.each([
		['of the colour', { colour: 'pink' }, { colour: 'yellow' }],
		['of the style', { style: 'underline' }, { style: undefined }],
		['of the note', { note: 'now' }, { note: '' }],
		['of the tags', { tags: ['a', 'b'] }, { tags: [] }],
		['of two at once', { colour: 'blue', note: 'now' }, { colour: 'yellow', note: '' }]
	] as const)('is undone and done again, here and on the disk: %s', async (_, changes, before) => {
		const id = highlight();
		const values = async () => {
			const [one] = await stored();
			expect(one).toEqual(tab.get(id));
			return Object.fromEntries(
				Object.keys(changes).map((name) => [name, one.fields[name as 'note']?.value])
			);
		};
		tab.change(id, changes);
		expect(await values()).toEqual(changes);
		expect(tab.undo()).not.toBeNull();
		expect(await values()).toEqual(before);
		expect(tab.redo()).not.toBeNull();
		expect(await values()).toEqual(changes);
		expect(tab.redo()).toBeNull();
	});

	test('of many is one step and one transaction', async () => {
		const ids = [highlight(), highlight()];
		tab.change(ids[1], { colour: 'blue' });
		await tab.save();
		const update = vi.spyOn(database, 'update');
		tab.change(ids, { colour: 'pink' });
		await tab.save();
		expect(update).toHaveBeenCalledOnce();
		tab.undo();
		expect(ids.map(colourOf)).toEqual(['yellow', 'blue']);
	});

	test('of many, each to something else, is one step when it was one act', () => {
		const ids = [highlight(), highlight()];
		tab.perform('Tags', [
			{ id: ids[0], changes: { tags: ['a'] } },
			{ id: ids[1], changes: { tags: ['b'] } }
		]);
		const tags = () => ids.map((id) => tab.get(id)?.fields.tags?.value);
		expect(tab.undo()).toBe('Tags');
		expect(tags()).toEqual([[], []]);
		expect(tab.redo()).toBe('Tags');
		expect(tags()).toEqual([['a'], ['b']]);
		tab.perform('Nothing', [{ id: 'nobody', changes: { colour: 'yellow' } }]);
		expect(tab.undo()).toBe('Tags');
	});

	test('to what it is already is none', async () => {
		const id = highlight();
		tab.undo();
		tab.restore(id);
		tab.change(id, { colour: 'yellow' });
		tab.change('nobody', { colour: 'yellow' });
		expect(tab.undo()).toBe('Restoring');
	});

	test('after an undo cannot be followed by a redo', () => {
		const id = highlight();
		tab.change(id, { colour: 'pink' });
		tab.undo();
		expect(tab.canRedo).toBe(true);
		tab.change(id, { colour: 'blue' });
		expect([tab.canUndo, tab.canRedo, tab.redo()]).toEqual([true, false, null]);
	});

	test('that is new is undone by deleting, and redone by bringing back', async () => {
		const id = highlight();
		expect(tab.undo()).toBe('Highlight');
		expect([tab.live, tab.trash.map((one) => one.id)]).toEqual([[], [id]]);
		expect(tab.undo()).toBeNull();
		expect(tab.redo()).toBe('Highlight');
		expect(tab.live.map((one) => one.id)).toEqual([id]);
		expect((await stored())[0].fields.deleted?.value).toBe(false);
	});
});

describe('A place made by hand', () => {
	const second = chapter('e2', 'We left at last.', 'The boat was late, as ever, and full.');

	test.each(['placeByHand', 'moveEnds'] as const)(
		'is added, never written over another: %s',
		async (how) => {
			const id = highlight();
			const [original] = tab.get(id)!.targets;
			tab[how](id, rangeOf(second, 'as ever'), second);
			expect(tab.get(id)!.targets).toHaveLength(2);
			tab.undo();
			expect(rangesOf(id)).toEqual([SPRING, rangeOf(second, 'as ever'), SPRING]);
			tab.redo();
			expect(rangesOf(id).at(-1)).toEqual(rangeOf(second, 'as ever'));
			expect(tab.get(id)!.targets[0]).toEqual(original);
			expect((await stored())[0]).toEqual(tab.get(id));
			expect((await readSnapshots(database, ['e1', 'e2'])).size).toBe(2);
		}
	);

	test('in another chapter takes it there', () => {
		const id = highlight();
		tab.placeByHand(id, BOAT, { ...FIRST, chapter: 'two' });
		expect(tab.inChapter('book', 'one')).toEqual([]);
		expect(tab.inChapter('book', 'two').map((one) => one.id)).toEqual([id]);
		tab.undo();
		expect(tab.inChapter('book', 'one')).toHaveLength(1);
	});
});

describe('Places', () => {
	test('are known at once in the edition of now, and change with the annotations', async () => {
		await tab.open(FIRST);
		const id = highlight();
		const starts = watched(() => tab.placeOf(id)?.range?.start);
		expect(tab.placeOf(id)).toEqual({ range: SPRING, via: 'same', level: 'exact', score: 1 });
		tab.moveEnds(id, BOAT, FIRST);
		flushSync();
		expect(starts).toEqual([SPRING.start, BOAT.start]);
	});

	test('are not known in a chapter that is not open', () => {
		expect(tab.placeOf(highlight())).toBeNull();
	});

	test('in a corrected text are found by way of the kept one', async () => {
		const before = openTab('before').tab;
		const id = before.create('highlight', SPRING, FIRST);
		// Nothing of its words is left: only the kept text knows what became of them.
		const gone = before.create('highlight', rangeOf(FIRST, 'for good'), FIRST);
		await before.save();
		const [one, two] = FIRST.text.split('\n');
		const corrected = chapter('e2', 'A new beginning.', one.replace(' for good', ''), two);
		const reading = tab.load();
		await tab.open(corrected);
		await reading;
		expect(tab.placeOf(id)).toMatchObject({
			range: rangeOf(corrected, 'in the spring'),
			via: 'diff',
			level: 'exact'
		});
		expect(tab.placeOf(gone)?.level).toBe('unplaced');
	});

	test('that our own fault keeps from being found do not pass for a script that is missing', async () => {
		const before = openTab('before').tab;
		before.create('highlight', SPRING, FIRST);
		await before.save();
		await tab.load();
		const broken = { ...chapter('e2', 'Another text.'), text: undefined as never };
		await expect(tab.open(broken)).rejects.toThrow(TypeError);
	});

	test('are found without the kept text too', async () => {
		await saveAnnotations(database, [
			{
				id: 'a',
				v: 1,
				kind: 'highlight',
				created: '',
				targets: [
					{
						work: 'book',
						chapter: 'one',
						edition: 'e0',
						norm: 1,
						start: 3,
						end: 20,
						blocks: ['p1', 'p1'],
						quote: { exact: 'The boat was late', prefix: '', suffix: ', as boats are' }
					}
				],
				fields: {}
			}
		]);
		await tab.load();
		await tab.open(FIRST);
		expect(tab.placeOf('a')).toMatchObject({ range: BOAT, via: 'quote' });
	});
});

describe('A deleted annotation', () => {
	test('is in the trash, the latest first, and can be brought back', async () => {
		const ids = [highlight(), highlight(), highlight()];
		tab.remove(ids[0]);
		now += 1000;
		tab.remove(ids.slice(1, 2));
		expect(tab.trash.map(({ id }) => id)).toEqual([ids[1], ids[0]]);
		expect(tab.inChapter('book', 'one').map(({ id }) => id)).toEqual([ids[2]]);
		tab.restore([ids[0]]);
		expect(tab.live).toHaveLength(2);
		expect(tab.undo()).toBe('Restoring');
		expect(tab.undo()).toBe('Deletion');
		expect(tab.trash.map(({ id }) => id)).toEqual([ids[0]]);
		tab.redo();
		expect(tab.trash.map(({ id }) => id)).toEqual([ids[1], ids[0]]);
	});

	test('stays in the trash when the clock is set ahead, and when another device’s was', async () => {
		const ahead = openTab('ahead', { now: () => Date.UTC(2080, 0) }).tab;
		const far = ahead.create('highlight', SPRING, FIRST);
		ahead.remove(far);
		await ahead.save();
		await tab.load();
		tab.remove(highlight());
		await tab.save();
		now = Date.UTC(2080, 0);
		const wrong = openTab('wrong', { now: () => now }).tab;
		await wrong.load();
		expect(wrong.trash).toHaveLength(2);
		// Set right, it counts from there, also for what was deleted in 2080.
		for (const day of [1, 2, 3, TRASH_DAYS + 4]) {
			now = Date.UTC(2026, 10, 22) + day * DAY;
			const right = openTab(`right${day}`, { now: () => now }).tab;
			await right.load();
			expect(right.trash).toHaveLength(day < TRASH_DAYS ? 2 : 0);
		}
	});

	test('is gone after 30 days, but for its tombstone', async () => {
		const id = tab.create('note', SPRING, FIRST, { note: 'secret' });
		tab.remove(id);
		await tab.save();
		now += TRASH_DAYS * DAY - 1;
		const before = openTab('before', { now: () => now }).tab;
		await before.load();
		expect(before.trash).toHaveLength(1);
		now += 2;
		const after = openTab('after', { now: () => now }).tab;
		await after.load();
		expect(after.trash).toEqual([]);
		expect(JSON.stringify(await stored())).not.toContain('secret');
		expect((await readSnapshots(database, ['e1'])).size).toBe(0);
		// No place, nothing to show: it does not come back empty.
		after.restore(id);
		expect(after.live).toEqual([]);
	});
});

describe('A write that fails', () => {
	test.each([
		['QuotaExceededError', 'no space'],
		['TimeoutError', 'does not answer'],
		['UnknownError', 'failed']
	])('is told of in words, and keeps the text: %s', async (name, words) => {
		refuse(name);
		const id = tab.create('note', SPRING, FIRST, { note: 'dear' });
		await tab.save();
		expect([tab.saveStateOf(id), tab.saveState]).toEqual(['failed', 'failed']);
		expect(tab.unsaved).toEqual([tab.get(id)]);
		tab.remove(id);
		expect(tab.unsaved).toEqual([]);
		tab.undo();
		await tab.save();
		expect(toldOf(tab)).toContain(words);
		expect(noteOf(id)).toBe('dear');
	});

	test('is saved by trying again, with its text', async () => {
		const allow = refuse();
		const id = highlight();
		const states = watched(() => tab.saveStateOf(id));
		await tab.save();
		flushSync();
		allow();
		await tab.retry();
		flushSync();
		expect(states).toEqual(['saving', 'failed', 'saving', 'saved']);
		expect([tab.saveState, tab.unsaved]).toEqual(['saved', []]);
		expect(tab.failure).toBeNull();
		expect((await readSnapshots(database, ['e1'])).size).toBe(1);
		expect(await stored()).toHaveLength(1);
	});

	test('is tried again when the reader comes back to the page', async () => {
		const allow = refuse();
		const id = highlight();
		await tab.save();
		allow();
		await tab.load();
		await tab.save();
		expect(tab.saveStateOf(id)).toBe('saved');
	});

	test('stays told of while another one succeeds', async () => {
		const allow = refuse();
		const lost = highlight();
		await tab.save();
		allow();
		const kept = highlight();
		await until(() => expect(tab.saveStateOf(kept)).toBe('saved'));
		expect(tab.saveStateOf(lost)).toBe('failed');
		expect(tab.failure).not.toBeNull();
	});

	test('is known within two seconds of the key, when the database says nothing', async () => {
		const id = highlight();
		await tab.save();
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => silent());
		tab.editNote(openNote, id).write('x');
		await vi.advanceTimersByTimeAsync(1000);
		expect(tab.saveStateOf(id)).toBe('saving');
		await vi.advanceTimersByTimeAsync(1000);
		expect([tab.saveStateOf(id), noteOf(id)]).toEqual(['failed', 'x']);
		expect(tab.failure).not.toBeNull();
	});
});

/** A transaction that never says anything. */
function silent(): IDBTransaction {
	const never = () => new IDBRequestThatNeverComes();
	const store = { get: never, getKey: never, index: () => ({ openKeyCursor: never }) };
	return Object.assign(new EventTarget(), {
		objectStore: () => store
	}) as unknown as IDBTransaction;
}

class IDBRequestThatNeverComes extends EventTarget {
	then = () => {};
}

describe('Two tabs', () => {
	test('see what the other writes, within a second, by the channel', async () => {
		const [mine, theirs] = [new ChangeChannel('/tests'), new ChangeChannel('/tests')];
		const one = openTab('one', { channel: mine }).tab;
		const two = openTab('two', { channel: theirs }).tab;
		await Promise.all([one.load(), two.load()]);
		const id = one.create('highlight', SPRING, FIRST, { colour: 'yellow' });
		await until(() => expect(two.get(id)).not.toBeNull());
		two.change(id, { colour: 'pink' });
		await until(() => expect(one.get(id)?.fields.colour?.value).toBe('pink'));
		mine.close();
		theirs.close();
	});

	test('see it also when the database did not answer at first, on its own', async () => {
		const other = openTab('there');
		await other.tab.load();
		vi.useFakeTimers({ toFake: ['setTimeout'] });
		const read = vi.spyOn(other.database, 'read').mockRejectedValueOnce(new StorageError('busy'));
		const id = highlight();
		await tab.save();
		await other.tab.load();
		expect([read.mock.calls.length > 0, other.tab.get(id)]).toEqual([true, null]);
		vi.runOnlyPendingTimers();
		vi.useRealTimers();
		await until(() => expect(other.tab.get(id)?.id).toBe(id));
	});

	test('see it when the reader comes to them, without a channel', async () => {
		const [{ tab: one }, { tab: two, database: theirs }] = [openTab('one'), openTab('two')];
		await Promise.all([one.load(), two.load()]);
		const id = one.create('highlight', SPRING, FIRST, { colour: 'yellow' });
		await one.save();
		expect(two.get(id)).toBeNull();
		const read = vi.spyOn(theirs, 'read');
		await two.load();
		expect(two.get(id)).toEqual(one.get(id));
		expect(read).toHaveBeenCalledOnce();
		one.remove(id);
		await one.save();
		await two.load();
		expect(two.live).toEqual([]);
	});

	test('keep both notes that were typed at the same time, and nothing of the typing', async () => {
		const [{ tab: one }, { tab: two }] = [openTab('one'), openTab('two')];
		const id = one.create('note', SPRING, FIRST, { note: 'before' });
		await one.save();
		await two.load();
		const [mine, theirs] = [one.editNote(openNote, id), two.editNote(openNote, id)];
		for (const letter of ['a', 'ab', 'abc']) {
			mine.write(`mine ${letter}`);
			await one.save();
			theirs.write(`theirs ${letter}`);
			await two.save();
		}
		mine.close();
		theirs.close();
		await one.load();
		expect(one.get(id)?.fields.note?.value).toBe('theirs abc');
		expect(one.get(id)?.history?.map(({ value }) => value)).toEqual(['mine abc']);
		expect(two.get(id)).toEqual(one.get(id));
	});

	test('change different things of one annotation, and lose neither', async () => {
		const [{ tab: one }, { tab: two }] = [openTab('one'), openTab('two')];
		const id = one.create('highlight', SPRING, FIRST, { colour: 'yellow' });
		await one.save();
		await two.load();
		one.change(id, { colour: 'pink' });
		two.change(id, { note: 'two' });
		await Promise.all([one.save(), two.save()]);
		await Promise.all([one.load(), two.load()]);
		for (const { fields } of [one.get(id)!, two.get(id)!]) {
			expect([fields.colour?.value, fields.note?.value]).toEqual(['pink', 'two']);
		}
	});
});

describe('A page that goes away', () => {
	test('leaves what is being typed, without waiting for an answer', async () => {
		const id = highlight();
		await tab.save();
		tab.editNote(openNote, id).write('last words');
		vi.spyOn(database, 'update').mockReturnValue(new Promise(() => {})); // it comes too late
		void tab.flushBeforeUnload();
		void tab.flushBeforeUnload();
		const next = openTab('next').tab;
		await until(async () => {
			await next.load();
			expect(next.get(id)?.fields.note?.value).toBe('last words');
		});
		const left = await database.read(['unmerged'], (tx) => tx.objectStore('unmerged').count());
		expect(left).toBe(0);
		vi.restoreAllMocks();
		tab = next;
	});

	test('leaves what could not be left before, when it is told of its end once more', async () => {
		refuse();
		const id = tab.create('note', SPRING, FIRST, { note: 'dear' });
		await tab.save();
		const error = new StorageError('failed', { cause: new DOMException('no', 'UnknownError') });
		vi.spyOn(database, 'write').mockRejectedValueOnce(error);
		await tab.flushBeforeUnload();
		await tab.flushBeforeUnload();
		const { tab: next } = openTab('next');
		await next.load();
		expect(next.get(id)?.fields.note?.value).toBe('dear');
	});

	test('with nothing unsaved writes nothing', async () => {
		highlight();
		await tab.save();
		const write = vi.spyOn(database, 'write');
		await tab.flushBeforeUnload();
		expect(write).not.toHaveBeenCalled();
	});
});
