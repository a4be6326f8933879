import { afterEach, describe, expect, test, vi } from 'vitest';
import { Changes } from '$lib/storage/changes';

const open: Changes[] = [];

afterEach(() => {
	for (const changes of open.splice(0)) changes.close();
	vi.unstubAllGlobals();
});

function tab(base = '/book'): { changes: Changes; heard: ReturnType<typeof vi.fn> } {
	const changes = new Changes(base);
	const heard = vi.fn();
	changes.listen(heard);
	open.push(changes);
	return { changes, heard };
}

describe('A change', () => {
	test('is heard in other tabs, not in its own', async () => {
		const [one, two] = [tab(), tab()];
		one.changes.tell();
		await vi.waitFor(() => expect(two.heard).toHaveBeenCalledOnce());
		expect(one.heard).not.toHaveBeenCalled();
	});

	test('is not heard by another Postil of the host', async () => {
		const [one, other, two] = [tab('/book'), tab(''), tab('/book')];
		one.changes.tell();
		await vi.waitFor(() => expect(two.heard).toHaveBeenCalledOnce());
		expect(other.heard).not.toHaveBeenCalled();
	});

	test('is heard again by a page that was frozen and came back', async () => {
		const [one, two, three] = [tab(), tab(), tab()];
		two.changes.close();
		one.changes.tell();
		await vi.waitFor(() => expect(three.heard).toHaveBeenCalledOnce());
		expect(two.heard).not.toHaveBeenCalled();
		two.changes.open();
		one.changes.tell();
		await vi.waitFor(() => expect(two.heard).toHaveBeenCalledOnce());
	});

	test('by a page that lets go opens no channel again', async () => {
		const [one, two] = [tab(), tab()];
		one.changes.close();
		one.changes.tell();
		one.changes.open();
		one.changes.tell();
		await vi.waitFor(() => expect(two.heard).toHaveBeenCalledOnce());
	});

	test('is kept for oneself where there are no channels', () => {
		vi.stubGlobal('BroadcastChannel', undefined);
		expect(() => tab().changes.tell()).not.toThrow();
	});
});
