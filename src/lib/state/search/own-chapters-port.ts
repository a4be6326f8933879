/**
 * Works of the reader's own for the search's worker, which opens no database: it asks the page for
 * what it comes to, over a channel of their own.
 */
import type { ChapterText } from '$lib/core/text/chapter-text';
import type { ChapterName, Work } from '$lib/core/text/work';

export interface OwnChapters {
	/** Every work of the reader's own that is here. */
	list(): Promise<readonly Work[]>;
	/** The text of a chapter; `null` when it cannot be had now. */
	read(name: ChapterName): Promise<ChapterText | null>;
}

/** `name`: of the chapter whose text is wanted; `null` for the list of works. */
interface Question {
	id: number;
	name: ChapterName | null;
}

interface Answer {
	id: number;
	found: readonly Work[] | ChapterText | null;
}

/** A port whose other end asks for `chapters`. */
export function serveOwnChapters(chapters: OwnChapters): MessagePort {
	const { port1, port2 } = new MessageChannel();
	port1.onmessage = async ({ data: { id, name } }: MessageEvent<Question>) => {
		const answer = (found: Answer['found']) => port1.postMessage({ id, found } satisfies Answer);
		try {
			answer(await (name ? chapters.read(name) : chapters.list()));
		} catch {
			answer(name ? null : []); // The database failed: a search does without.
		}
	};
	return port2;
}

/** What the other end of the port has. */
export function ownChaptersAt(port: MessagePort): OwnChapters {
	const waiting = new Map<number, (found: Answer['found']) => void>();
	let last = 0;
	port.onmessage = ({ data: { id, found } }: MessageEvent<Answer>) => {
		waiting.get(id)?.(found);
		waiting.delete(id);
	};
	const ask = (name: ChapterName | null) =>
		new Promise<Answer['found']>((resolve) => {
			const id = ++last;
			waiting.set(id, resolve);
			port.postMessage({ id, name } satisfies Question);
		});
	return {
		list: async () => (await ask(null)) as readonly Work[],
		read: async (name) => (await ask(name)) as ChapterText | null
	};
}
