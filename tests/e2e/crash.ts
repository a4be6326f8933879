/** A reader who marks passage after passage until the browser dies, and what is there afterwards. */
import type { Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Annotation } from '../../src/lib/core/annotation/annotation';
import { startBrowser, type BrowserProcess } from './browser-process';
import { openChapter } from './reader';
import { expect, type Site } from './site';
import { journaled, onDatabase } from './storing';

/** Random numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
	return () => {
		seed = (seed + 0x6d2b79f5) | 0;
		let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** A folder of its own, that `end` takes away. */
export function makeFolder(): { path: string; end: () => void } {
	const path = mkdtempSync(join(tmpdir(), 'postil-faults-'));
	return { path, end: () => rmSync(path, { recursive: true, force: true }) };
}

/** Starts the browser of a profile; without the worker, which would fetch the whole site first. */
export async function start(profile: string): Promise<BrowserProcess> {
	const browser = await startBrowser(profile, { width: 412, height: 839 });
	await browser.page.addInitScript(() => {
		navigator.serviceWorker.register = () => new Promise(() => {});
	});
	return browser;
}

/** Opens the chapter to be marked. */
export async function open(page: Page, site: Site): Promise<void> {
	await openChapter(page, `${site.url}my-life/43-the-exile/`);
}

/**
 * Those of the `saved` passages that an open page has not, when all that can has come back: in its
 * database; where that does not open any more, in its journal, of which the page then tells.
 */
export async function lostOf(page: Page, saved: ReadonlySet<string>): Promise<string[]> {
	let lost = [...saved];
	const look = async () => {
		const records = await stored(page);
		const found = new Set(records.map(({ targets }) => nameOf(targets[0])));
		lost = [...saved].filter((one) => !found.has(one));
		return lost;
	};
	// What the journal gives back comes in a moment; what never comes is lost.
	await expect
		.poll(look, { timeout: 10_000 })
		.toEqual([])
		.catch(() => {});
	return lost;
}

async function stored(page: Page): Promise<Annotation[]> {
	try {
		return await onDatabase<Annotation[]>(page, ({ annotations }) => annotations.getAll());
	} catch {
		await expect(page.getByRole('alert')).toContainText('shown from their second copy');
		return journaled(page);
	}
}

/** What `markOn` names a passage by: its block and its words. */
function nameOf(target: { blocks: string[]; quote: { exact: string } }): string {
	return `${target.blocks[0]} ${target.quote.exact}`;
}

/**
 * Marks passages, one after the other, until the browser ends; adds to `saved` what the page has
 * called *Saved*. Resolves when there are `enough` of them. No passage comes twice as long as `from`
 * counts on.
 */
export async function markOn(
	page: Page,
	from: number,
	saved: Set<string>,
	enough = 1
): Promise<void> {
	const before = saved.size;
	await new Promise<void>((resolve, reject) => {
		page.on('console', (message) => {
			const [word, passage] = message.text().split('|');
			if (word === 'failed') reject(new Error(`not saved: ${passage}`));
			if (word !== 'saved') return;
			saved.add(passage);
			if (saved.size - before >= enough) resolve();
		});
		// It never ends but with the browser.
		page.evaluate(markInPage, from).catch(reject);
	});
}

async function markInPage(from: number): Promise<void> {
	const LENGTH = 24; // letters of a passage
	const STEP = 7; // letters from one passage to the next in the same block
	const WITHIN = 350; // letters of a block that are used
	const blocks = [...document.querySelectorAll('article p[id]')].filter(
		(block) => block.textContent.length > 400 && !block.querySelector('[role=doc-noteref]')
	);
	const until = (isSo: () => unknown) =>
		new Promise<void>((resolve) => {
			const look = () => {
				if (!isSo()) return;
				observer.disconnect();
				resolve();
			};
			const observer = new MutationObserver(look);
			observer.observe(document, { subtree: true, childList: true, characterData: true });
			look();
		});
	if (blocks.length === 0) throw new Error(`there is nothing to mark on ${location.href}`);
	const button = () =>
		document.querySelector<HTMLElement>('[role=toolbar] button[aria-label="Highlight green"]');
	const told = () => document.querySelector('.toast')?.textContent ?? '';

	const at = (block: Element, letters: number): [Node, number] => {
		const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
		while (walker.nextNode()) {
			const { length } = walker.currentNode as Text;
			if (letters <= length) return [walker.currentNode, letters];
			letters -= length;
		}
		throw new Error(`${block.id} is too short`);
	};

	for (let n = from; ; n++) {
		const block = blocks[n % blocks.length];
		const start = 3 + ((Math.floor(n / blocks.length) * STEP) % WITHIN);
		getSelection()!.setBaseAndExtent(...at(block, start), ...at(block, start + LENGTH));
		const words = getSelection()!.toString().replace(/\s+/gu, ' ').trim();
		await until(button);
		button()!.click();
		// What was told of the passage before is gone at once.
		await until(() => !/Saved/.test(told()));
		await until(() => /Saved|Not saved/.test(told()));
		console.log(`${/Not saved/.test(told()) ? 'failed' : 'saved'}|${block.id} ${words}`);
		await until(() => !button());
	}
}
