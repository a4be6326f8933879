import { expect, test } from 'vitest';
import {
	ReceivedFiles,
	type Outcome
} from '../../../../src/routes/settings/import/received-files.svelte';

const file = (name: string) => ({ file: new Blob(['words']), name, isPasted: false });

/** What reads files, and says what it was asked for. */
function reader({ isWriting = false, ends = null as Outcome } = {}) {
	const asked: string[] = [];
	return {
		asked,
		isWriting,
		read: async ({ name }: { name: string }) => {
			asked.push(`read ${name}`);
			return ends;
		},
		restart: () => void asked.push('restart')
	};
}

const outcomes = (received: ReceivedFiles) =>
	received.listed.map(({ file, outcome }) => `${file.name}: ${outcome?.outcome ?? 'nothing'}`);

test('One file is read at once; several wait until the reader opens them', () => {
	const one = reader();
	const received = new ReceivedFiles(one);
	received.receive([file('a')]);
	expect([one.asked, outcomes(received)]).toEqual([['read a'], []]);
	const [b, c] = [file('b'), file('c')];
	received.receive([b, c]);
	expect([one.asked, outcomes(received)]).toEqual([
		['read a', 'restart'],
		['b: nothing', 'c: nothing']
	]);
	received.open(1);
	received.tell(c.file, { outcome: 'kept', work: 'own-1' });
	expect(one.asked.at(-1)).toBe('read c');
	expect(outcomes(received)).toEqual(['b: nothing', 'c: kept']);
	received.open(0);
	received.tell(b.file, { outcome: 'imported' });
	expect(outcomes(received)).toEqual(['b: imported', 'c: kept']);
});

test('What became of a file is noted of that one, although another was opened since', () => {
	const received = new ReceivedFiles(reader());
	const [a, b] = [file('a'), file('b')];
	received.receive([a, b]);
	received.open(0);
	received.open(1);
	received.tell(a.file, { outcome: 'kept', work: 'own-1' });
	expect(outcomes(received)).toEqual(['a: kept', 'b: nothing']);
});

test.each([
	[{ outcome: 'refused', why: 'It is empty.' }, false],
	[{ outcome: 'failed', why: 'There is no space left.' }, true],
	[{ outcome: 'cancelled' }, false]
] as const)('A file of which reading ends with %o has that for its outcome', async (ends, open) => {
	const received = new ReceivedFiles(reader({ ends }));
	const one = file('a');
	received.receive([one, file('b')]);
	received.tell(received.listed[1].file.file, { outcome: 'imported' });
	received.open(0);
	await expect.poll(() => received.listed[0].outcome).toEqual(ends);
	expect(received.isUndecided).toBe(open);
});

test('One file waits too when others that were sent with it did not come', () => {
	const one = reader();
	const received = new ReceivedFiles(one);
	received.receive([file('a')], 2);
	expect([one.asked, outcomes(received), received.missing]).toEqual([
		['restart'],
		['a: nothing'],
		2
	]);
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
	received.tell(file('a').file, { outcome: 'imported' });
	expect(outcomes(received)).toEqual(['a: nothing', 'b: nothing']);
});
