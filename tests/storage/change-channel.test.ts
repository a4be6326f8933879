import { afterEach, describe, expect, test, vi } from 'vitest';
import { ChangeChannel } from '$lib/storage/change-channel';
import { until } from '../until';

const open: ChangeChannel[] = [];

afterEach(() => {
	for (const changes of open.splice(0)) changes.close();
	vi.unstubAllGlobals();
});

function tab(base = '/book'): { changes: ChangeChannel; heard: ReturnType<typeof vi.fn> } {
	const changes = new ChangeChannel(base);
	const heard = vi.fn();
	changes.listen(heard);
	open.push(changes);
	return { changes, heard };
}

describe('A change', () => {
	test('is heard in other tabs, not in its own', async () => {
		const [one, two] = [tab(), tab()];
		one.changes.announce();
		await until(() => expect(two.heard).toHaveBeenCalledOnce());
		expect(one.heard).not.toHaveBeenCalled();
	});

	test('is not heard by another Postil of the host', async () => {
		const [one, other, two] = [tab('/book'), tab(''), tab('/book')];
		one.changes.announce();
		await until(() => expect(two.heard).toHaveBeenCalledOnce());
		expect(other.heard).not.toHaveBeenCalled();
	});

	test('is heard again by a page that was frozen and came back', async () => {
		const [one, two, three] = [tab(), tab(), tab()];
		two.changes.close();
		one.changes.announce();
		await until(() => expect(three.heard).toHaveBeenCalledOnce());
		expect(two.heard).not.toHaveBeenCalled();
		two.changes.open();
		one.changes.announce();
		await until(() => expect(two.heard).toHaveBeenCalledOnce());
	});

	test('by a page that lets go opens no channel again', async () => {
		const [one, two] = [tab(), tab()];
		one.changes.close();
		one.changes.announce();
		one.changes.open();
		one.changes.announce();
		await until(() => expect(two.heard).toHaveBeenCalledOnce());
	});

	test('is kept for oneself where there are no channels', () => {
		vi.stubGlobal('BroadcastChannel', undefined);
		expect(() => tab().changes.announce()).not.toThrow();
	});
});
