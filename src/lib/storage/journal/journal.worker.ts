/**
 * Writes the journal's files: only a worker gets handles that write and flush synchronously. It never
 * opens the database; its page does. The name that the page gave the worker says which files are its.
 */
import { journalCalls } from './calls';
import { JournalFolder } from './folder';
import type { JournalAnswer, JournalCall } from './messages';

const { base, tab } = JSON.parse(self.name) as { base: string; tab: string };
const calls = journalCalls(() => JournalFolder.open(base, tab));

self.onmessage = async ({ data }: MessageEvent<JournalCall>) => {
	const call = calls[data.name] as (...args: unknown[]) => Promise<unknown>;
	let answer: JournalAnswer;
	try {
		answer = { id: data.id, result: await call(...data.args) };
	} catch (error) {
		const { name, message } = error as Error;
		answer = { id: data.id, error: { name, message } };
	}
	self.postMessage(answer);
};
