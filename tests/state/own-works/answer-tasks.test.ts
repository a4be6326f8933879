import { expect, test, vi } from 'vitest';
import { answerTasks } from '$lib/state/own-works/answer-tasks';

/** What opens a file, as far as a worker asks it. */
const readerOf = (title: string) => ({
	open: vi.fn(() => ({ title }) as never),
	keep: vi.fn(() => ({ title }) as never),
	next: vi.fn()
});

test('A worker whose module is evaluated twice, as WebKit does, answers by its first reader', async () => {
	const answers: unknown[] = [];
	const scope = { onmessage: null, postMessage: (answer: unknown) => void answers.push(answer) };
	const [first, second] = [readerOf('first'), readerOf('second')];
	for (const reader of [first, second])
		answerTasks(scope as never, reader, () => Promise.resolve());
	const { onmessage } = scope as unknown as { onmessage: (event: object) => Promise<void> };
	await onmessage({ data: { task: 'keep' } });
	expect(answers).toEqual([{ answer: 'done', result: { title: 'first' } }]);
	expect(second.keep).not.toHaveBeenCalled();
});
