import { expect, test } from 'vitest';
import { ReceivedFiles } from '../../../../src/routes/settings/import/received-files.svelte';

const file = (name: string) => ({ file: new Blob(['words']), name, isText: false });

/** What reads files, and says what it was asked for. */
function reader({ isWriting = false } = {}) {
	const asked: string[] = [];
	return {
		asked,
		isWriting,
		read: async ({ name }: { name: string }) => void asked.push(`read ${name}`),
		restart: () => void asked.push('restart')
	};
}

const outcomes = (received: ReceivedFiles) =>
	received.listed.map(({ shared, outcome }) => `${shared.name}: ${outcome?.outcome ?? 'nothing'}`);

test('One file is read at once; several wait until the reader opens them', () => {
	const one = reader();
	const received = new ReceivedFiles(one);
	received.receive([file('a')]);
	expect([one.asked, outcomes(received)]).toEqual([['read a'], []]);
	received.receive([file('b'), file('c')]);
	expect([one.asked, outcomes(received)]).toEqual([
		['read a', 'restart'],
		['b: nothing', 'c: nothing']
	]);
	received.open(1);
	received.tell({ outcome: 'kept', work: 'own-1' });
	expect(one.asked.at(-1)).toBe('read c');
	expect(outcomes(received)).toEqual(['b: nothing', 'c: kept']);
	received.open(0);
	received.tell({ outcome: 'imported' });
	expect(outcomes(received)).toEqual(['b: imported', 'c: kept']);
});

test('A file that comes while another is written waits, and is not lost', () => {
	const busy = reader({ isWriting: true });
	const received = new ReceivedFiles(busy);
	received.receive([file('a')]);
	expect([busy.asked, outcomes(received)]).toEqual([[], ['a: nothing']]);
});

test('What becomes of a file that is none of the list is not noted there', () => {
	const received = new ReceivedFiles(reader());
	received.receive([file('a'), file('b')]);
	received.tell({ outcome: 'imported' });
	expect(outcomes(received)).toEqual(['a: nothing', 'b: nothing']);
});
