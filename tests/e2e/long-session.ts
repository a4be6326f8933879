/** A reader who works on the same marks for hours, and what the page and its second store weigh meanwhile. */
import type { Page } from '@playwright/test';
import { isDeepStrictEqual } from 'node:util';
import type { Annotation } from '../../src/lib/core/annotation/annotation';
import { everything } from './files';
import { JOURNAL_FOLDER } from './storing';

/** What was last called *Saved* of a mark, by the block it is in. */
export type Work = Record<string, { colour: string; note: string }>;

/** How many edits `editMarks` makes of a mark before it goes on to the next. */
export const EDITS_OF_ONE = 10;

/** How long a note is, at least. */
export const NOTE_LETTERS = 1000;

const ANSWER = 30_000; // ms: a page that answers later than that does not answer

/**
 * Goes `rounds` times from one of the marks, each in a block of its own, to the next: gives it other
 * colours, another note, deletes it, and takes that back. Waits for *Saved* after each.
 * @param round number of the first one, so that no note is written twice
 */
export function editMarks(
	page: Page,
	{ blocks, round, rounds }: { blocks: string[]; round: number; rounds: number }
): Promise<Work> {
	return page.evaluate(editInPage, {
		blocks,
		round,
		rounds,
		colours: EDITS_OF_ONE - 3,
		letters: NOTE_LETTERS,
		answer: ANSWER
	});
}

interface Session {
	blocks: string[];
	round: number;
	rounds: number;
	/** How often it gets another colour. */
	colours: number;
	/** Of a note, at least. */
	letters: number;
	/** Ms to wait for an answer of the page. */
	answer: number;
}

async function editInPage({
	blocks,
	round,
	rounds,
	colours,
	letters,
	answer
}: Session): Promise<Work> {
	const until = <T>(what: string, find: () => T) =>
		new Promise<NonNullable<T>>((resolve, reject) => {
			const end = () => {
				observer.disconnect();
				clearTimeout(timer);
			};
			const fail = (why: string) => {
				end();
				reject(new Error(`${why}, waiting for ${what}; told: “${toast()}”`));
			};
			const look = () => {
				const found = find();
				if (found) {
					end();
					resolve(found);
				} else if (/Not saved/.test(document.body.textContent)) fail('not saved');
			};
			const timer = setTimeout(() => fail('no answer'), answer);
			const observer = new MutationObserver(look);
			observer.observe(document, {
				subtree: true,
				childList: true,
				characterData: true,
				attributes: true
			});
			look();
		});
	const find = (selector: string) => document.querySelector<HTMLElement>(selector);
	const toast = () => find('.toast')?.textContent ?? '';
	const press = async (selector: string) => {
		const target = await until(selector, () => find(selector));
		// As a finger does: the page looks then whether there is a selection that the tap ends.
		target.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
		target.click();
	};
	const told = (words: RegExp) => until(`${words}`, () => words.test(toast()));

	const work: Work = {};
	for (let n = round; n < round + rounds; n++) {
		const block = blocks[n % blocks.length];
		await press(`#${block} mark`);
		const card = 'dialog[aria-label=Mark]';
		for (let times = 0; times < colours; times++) {
			const button = await until('colours', () =>
				find(`${card} [aria-pressed=false]:has([data-colour])`)
			);
			button.click();
			const colour = button.querySelector<HTMLElement>('[data-colour]')!.dataset.colour!;
			await told(new RegExp(`Turned ${colour}\\s+Saved`));
			work[block] ??= { colour, note: '' };
			work[block].colour = colour;
		}
		const note = `What I think the ${n}th time, at length`.padEnd(letters, '.');
		const field = find(`${card} textarea`) as HTMLTextAreaElement;
		field.value = note;
		field.dispatchEvent(new Event('input', { bubbles: true }));
		await until('note', () => find(`${card} label [role=status]`)?.textContent.trim() === 'Saved');
		work[block].note = note;
		await press(`${card} [aria-label=Delete]`);
		await told(/Deleted\s+Saved/);
		await until('no mark', () => !find(`#${block} mark`));
		// A finger cannot tap through it, and it goes by an event of its own, which may come late.
		await until('no card', () => !find(card));
		await press('.toast button');
		await told(/Deletion undone\s+Saved/);
	}
	return work;
}

/** What the database has of the marks, by the block they are in. */
export async function findWork(page: Page): Promise<Work> {
	const annotations = (await everything(page)).annotations as Annotation[];
	return Object.fromEntries(
		annotations.map(({ targets, fields }) => [
			targets[0].blocks[0],
			{ colour: fields.colour!.value, note: fields.note?.value ?? '' }
		])
	);
}

/** In how many blocks something else was `found` than what had been called *Saved*. */
export function lostIn(found: Work, work: Work): number {
	return Object.keys(work).filter((block) => !isDeepStrictEqual(found[block], work[block])).length;
}

/** What a page holds when all that nothing needs is thrown away, and its journal. */
export interface Weight {
	/** Bytes of JavaScript. */
	heap: number;
	/** Nodes, also of those that are in no document. */
	nodes: number;
	/** Who waits for an event. */
	listeners: number;
	/** Bytes of all files. */
	journal: number;
}

export async function weigh(page: Page): Promise<Weight> {
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('HeapProfiler.enable');
	await cdp.send('HeapProfiler.collectGarbage');
	const { usedSize } = await cdp.send('Runtime.getHeapUsage');
	const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
	await cdp.detach();
	const journal = await page.evaluate(async (folder) => {
		const root = await navigator.storage.getDirectory();
		let bytes = 0;
		for await (const file of (await root.getDirectoryHandle(folder)).values()) {
			bytes += (await (file as FileSystemFileHandle).getFile()).size;
		}
		return bytes;
	}, JOURNAL_FOLDER);
	return { heap: usedSize, nodes, listeners: jsEventListeners, journal };
}
