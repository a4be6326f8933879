import { readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Annotation } from '../../src/lib/core/annotation/annotation';
import { reportFaults, type FaultRow } from '../fault-report';
import { lostOf, makeFolder, markOn, open, randomFrom, start } from './crash';
import { Disk, whyNoDisk } from './disk';
import { everything, untilCompared } from './files';
import {
	EDITS_OF_ONE,
	editMarks,
	findWork,
	lostIn,
	NOTE_LETTERS,
	weigh,
	type Weight,
	type Work
} from './long-session';
import { highlight, untilSaved } from './marking';
import { openChapter, readTo, untilAwake } from './reader';
import { askWorker, expect, test, untilKept, type Site } from './site';
import { deleteDatabase, mark, openBeside } from './storing';

// What a page has called *Saved* is there after the browser was killed, or the power went. A short
// pass here; `npm run test:faults` has hundreds. FAULT_SEED repeats one.

/** Each second one harms the database too, in one of three ways: six try each of them once. */
const KILLS = Number(process.env.KILLS ?? 6);
/** Kills at moments that are four: one each in `npm test`. */
const FEW = Math.max(4, Math.ceil(KILLS / 5));
const POWER_LOSSES = Number(process.env.POWER_LOSSES ?? 1);
const EDITS = Number(process.env.EDITS ?? 300); // of one long session
const SEED = Number(process.env.FAULT_SEED ?? Date.now() % 1e6);
const LONGEST = 400; // ms from the first *Saved* to the fault
const EACH = 60_000; // ms for one of them at most, on a busy machine
const BEFORE_CUT = 4; // passages saved before the power is cut: some moments after the last one
const MANY = 300; // passages in one profile: then another begins, or its chapter grows slow
const HARMED = 2; // each such time the database is harmed too

const NO_MANIFEST = 'killed, then its manifest gone';

/** What a failing disk does to the database of a profile, while no browser runs. */
const HARM: Record<string, (folder: string) => void> = {
	'killed, then its database gone': (folder) => rmSync(folder, { recursive: true }),
	'killed, then its log cut in half': (folder) => {
		for (const file of filesIn(folder, /\.log$/)) truncateSync(file, statSync(file).size >> 1);
	},
	[NO_MANIFEST]: (folder) => {
		for (const file of filesIn(folder, /MANIFEST/)) rmSync(file);
	}
};

function filesIn(folder: string, name: RegExp): string[] {
	const all = readdirSync(folder, { recursive: true }) as string[];
	const found = all.filter((file) => name.test(file)).map((file) => join(folder, file));
	if (found.length === 0) throw new Error(`no ${name} in ${folder}`);
	return found;
}

/** What a reader edits for hours: blocks that are plain text, and how many letters of each. */
const LONG = ['p7', 'p8', 'p9', 'p14', 'p15'];
const LONG_LETTERS = 1600;
const GROWTH = 1.2; // from a fifth of the edits to all: before that, code and undo steps come to be
const JOURNAL_MOST = 700_000; // bytes: it is compacted at 512 KB, and contains a text and these marks then

/** A line of the table, to be filled. */
function row(fault: string): FaultRow {
	return { fault, tries: 0, survived: 0, saved: 0, lost: 0 };
}

function count(row: FaultRow, saved: number, lost: number): void {
	row.tries += 1;
	row.survived += Number(lost === 0);
	row.saved += saved;
	row.lost += lost;
}

/** A reader is killed at any moment: this is no wait for something. */
const aWhile = (random: number) => new Promise((done) => setTimeout(done, random * LONGEST));

test('Saved survives a killed browser, and then what a failing disk does to its database', async ({
	site
}) => {
	test.skip(process.platform === 'win32', 'a killed browser is a group of processes');
	test.setTimeout((KILLS + 1) * EACH);
	const random = randomFrom(SEED);
	const killed = row('browser killed');
	const harmed = Object.keys(HARM).map(row);
	let folder = makeFolder();
	let browser = await start(folder.path);
	let saved = new Set<string>();
	try {
		await open(browser.page, site);
		for (let n = 1; n <= KILLS; n++) {
			const before = saved.size;
			await markOn(browser.page, before + n, saved);
			await aWhile(random());
			await browser.kill();
			const due = n % HARMED === 0 ? harmed[(n / HARMED) % harmed.length] : null;
			if (due) HARM[due.fault](join(folder.path, 'Default/IndexedDB'));
			browser = await start(folder.path);
			await open(browser.page, site);
			const lost = await lostOf(browser.page, saved);
			count(due ?? killed, saved.size - before, lost.length);
			for (const one of lost) saved.delete(one); // counted once
			// A database without a manifest never opens again: the reader goes on with the journal alone.
			if (saved.size <= MANY && due?.fault !== NO_MANIFEST) continue;
			await browser.kill();
			folder.end();
			folder = makeFolder();
			browser = await start(folder.path);
			await open(browser.page, site);
			saved = new Set();
		}
	} finally {
		await browser.kill();
		folder.end();
	}
	const rows = [killed, ...harmed];
	reportFaults(rows, `FAULT_SEED=${SEED}`);
	expect(killed.saved).toBeGreaterThanOrEqual(killed.tries);
	for (const { fault, lost } of rows) expect(lost, `${fault}, FAULT_SEED=${SEED}`).toBe(0);
});

const ALL_STORES = [
	'annotations',
	'chapters',
	'deletions',
	'files',
	'positions',
	'preferences',
	'snapshots',
	'unmerged',
	'works'
];
/** The stores of each version there is of the database. */
const SCHEMAS: Record<number, string[]> = {
	1: ['positions', 'preferences'],
	2: ['annotations', 'positions', 'preferences', 'snapshots', 'unmerged'],
	3: ['annotations', 'deletions', 'positions', 'preferences', 'snapshots', 'unmerged'],
	4: [...ALL_STORES],
	5: [...ALL_STORES]
};
/** Moments of the migration from the first to the last: a store is made, or what is named happens. */
const MOMENTS = ['begin', 'annotations', 'commit', 'success'];
const PLACE = 9; // the paragraph that was read to

/** Puts a database of version 1 in the place of the one there is, with the place that was kept. */
async function makeOld(page: Page): Promise<void> {
	const { positions } = await everything(page);
	await deleteDatabase(page);
	await page.evaluate(
		(positions) =>
			new Promise<void>((done, fail) => {
				const opened = indexedDB.open('postil', 1);
				opened.onerror = () => fail(opened.error);
				opened.onupgradeneeded = () => {
					opened.result.createObjectStore('preferences');
					const store = opened.result.createObjectStore('positions');
					for (const one of positions) store.put(one, 'my-life/43-the-exile');
				};
				opened.onsuccess = () => {
					opened.result.close();
					done();
				};
			}),
		positions
	);
}

/** Has the next page say when its migration has come to a moment, and go no further; but a commit goes on. */
async function stopAt(page: Page, moment: string): Promise<void> {
	await page.addInitScript((moment) => {
		const reach = (now: string) => {
			if (now !== moment) return;
			console.log('reached');
			while (moment !== 'commit');
		};
		const { open } = IDBFactory.prototype;
		IDBFactory.prototype.open = function (...args) {
			const request = open.apply(this, args);
			request.addEventListener('upgradeneeded', () => reach('begin'));
			request.addEventListener('success', () => reach('success'));
			return request;
		};
		const { createObjectStore } = IDBDatabase.prototype;
		IDBDatabase.prototype.createObjectStore = function (...args) {
			const store = createObjectStore.apply(this, args);
			reach(args[0]);
			if (args[0] === 'deletions') reach('commit'); // the last thing it does
			return store;
		};
	}, moment);
}

test('A browser killed while it migrates leaves the old database or the new one, and all that was saved', async ({
	site
}) => {
	test.skip(process.platform === 'win32', 'a killed browser is a group of processes');
	test.setTimeout((FEW + 1) * EACH);
	const random = randomFrom(SEED + 2);
	const migrating = row('killed while migrating');
	const beside = `${site.url}rescue.html`; // where the app does not run
	const folder = makeFolder();
	let browser = await start(folder.path);
	try {
		const saved = new Set<string>();
		await open(browser.page, site);
		await readTo(browser.page, PLACE);
		await markOn(browser.page, 0, saved, 3);
		await browser.kill();
		browser = await start(folder.path);
		await open(browser.page, site);
		while (migrating.tries < FEW) {
			const moment = MOMENTS[migrating.tries % MOMENTS.length];
			await browser.page.goto(beside);
			await makeOld(browser.page);
			await stopAt(browser.page, moment);
			const reached = browser.page.waitForEvent('console', (said) => said.text() === 'reached');
			open(browser.page, site).catch(() => {}); // it ends with the browser
			await reached;
			if (moment === 'commit') await aWhile(random() / 10);
			await browser.kill();

			browser = await start(folder.path);
			await browser.page.goto(beside);
			// As it lies there: the app would mend it.
			const [{ version }] = await browser.page.evaluate(() => indexedDB.databases());
			const { positions, ...others } = await everything(browser.page);
			expect(['positions', ...Object.keys(others)].sort(), moment).toEqual(SCHEMAS[version!]);
			expect(positions, moment).toMatchObject([{ paragraph: PLACE }]);
			await open(browser.page, site);
			const lost = await lostOf(browser.page, saved);
			count(migrating, saved.size, lost.length);
		}
	} finally {
		await browser.kill();
		folder.end();
	}
	reportFaults([migrating], `FAULT_SEED=${SEED}`);
	expect(migrating.lost, `FAULT_SEED=${SEED}`).toBe(0);
});

/** Has a page, once it is told to `hold`, say when it has put so many annotations, and go no further; or go on. */
async function addHold(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const { put } = IDBObjectStore.prototype;
		IDBObjectStore.prototype.put = function (...args) {
			const request = put.apply(this, args);
			const { hold } = window as Holding;
			if (!hold || this.name !== 'annotations' || --hold.puts !== 0) return request;
			console.log('reached');
			while (!hold.goesOn);
			return request;
		};
	});
}

type Holding = Window & { hold?: { puts: number; goesOn: boolean } };

/** How many annotations the database has, and how many of them are deleted. */
async function countDeleted(page: Page): Promise<{ all: number; deleted: number }> {
	const annotations = (await everything(page)).annotations as Annotation[];
	const deleted = annotations.filter(({ fields }) => fields.deleted?.value === true);
	return { all: annotations.length, deleted: deleted.length };
}

test('A browser killed while many marks are deleted, or that is undone, has done all of it or nothing', async ({
	site
}) => {
	test.skip(process.platform === 'win32', 'a killed browser is a group of processes');
	test.setTimeout((FEW + 1) * EACH);
	const random = randomFrom(SEED + 3);
	const rows = [row('killed while many are deleted'), row('killed while that is undone')];
	const blocks = ['p4', 'p5', 'p7'];
	const folder = makeFolder();
	let browser = await start(folder.path);
	try {
		for (let n = 0; n < FEW; n++) {
			const { page } = browser;
			const [isUndo, goesOn] = [n % 2 === 1, n % 4 > 1];
			await open(page, site);
			for (const block of blocks) {
				await highlight(page, 'green', [block, 30 * n], [block, 30 * n + 20]);
				await untilSaved(page);
			}
			await addHold(page);
			await page.goto(`${site.url}notebook/`);
			await untilAwake(page);
			await page.getByRole('button', { name: 'Select', exact: true }).click();
			await page.getByRole('button', { name: 'Select all' }).click();
			const { all, deleted } = await countDeleted(page);
			const remove = page.getByRole('button', { name: 'Delete' });
			if (isUndo) {
				await remove.click();
				await expect.poll(() => countDeleted(page)).toEqual({ all, deleted: all });
			}
			const puts = goesOn ? all - deleted : 1 + Math.floor(random() * (all - deleted));
			await page.evaluate((hold) => void ((window as Holding).hold = hold), { puts, goesOn });
			const reached = page.waitForEvent('console', (said) => said.text() === 'reached');
			const acting = isUndo ? page.keyboard.press('Control+z') : remove.click();
			acting.catch(() => {}); // it ends with the browser
			await reached;
			if (goesOn) await aWhile(random() / 10);
			await browser.kill();

			browser = await start(folder.path);
			await browser.page.goto(`${site.url}rescue.html`); // as it lies there
			const whole = [deleted, all].map((deleted) => ({ all, deleted }));
			expect(whole).toContainEqual(await countDeleted(browser.page));
			await open(browser.page, site);
			await untilCompared(browser.page); // what the second copy had more is there now
			const now = await countDeleted(browser.page);
			expect(whole).toContainEqual(now);
			count(rows[Number(isUndo)], all, all - now.all);
		}
	} finally {
		await browser.kill();
		folder.end();
	}
	reportFaults(rows, `FAULT_SEED=${SEED}`);
});

test('After hours of editing nothing was lost, and neither the page nor its journal has grown', async ({
	page,
	context
}) => {
	test.setTimeout((1 + EDITS / 250) * EACH);
	const rounds = Math.ceil(EDITS / EDITS_OF_ONE / 10);
	const session = row('worker stopped in a long session');
	await openChapter(page);
	await untilKept(page);
	for (const block of LONG) await mark(page, block, 0, LONG_LETTERS);
	const worker = await askWorker(page);
	const cdp = await context.newCDPSession(page);
	await cdp.send('ServiceWorker.enable');

	const work: Work = {};
	const weights: Weight[] = [];
	while (session.tries < 10) {
		const round = session.tries * rounds;
		Object.assign(work, await editMarks(page, { blocks: LONG, round, rounds }));
		weights.push(await weigh(page));
		// As a browser does with one that has had nothing to do; it starts again when it is asked.
		await cdp.send('ServiceWorker.stopAllWorkers');
		expect(await askWorker(page)).toEqual(worker);
		count(session, rounds * EDITS_OF_ONE, lostIn(await findWork(page), work));
	}
	await openBeside(page);
	expect(await findWork(page)).toEqual(work);
	// Nor is anything missing from what was compacted again and again.
	await deleteDatabase(page);
	await openChapter(page);
	await expect.poll(() => findWork(page)).toEqual(work);

	reportFaults([session], `EDITS=${EDITS}`);
	expect(session.lost).toBe(0);
	const [, { heap, nodes, listeners }, ...rest] = weights;
	for (const later of rest) {
		expect(later.heap).toBeLessThan(heap * GROWTH);
		expect(later.nodes).toBeLessThan(nodes * GROWTH);
		expect(later.listeners).toBeLessThan(listeners * GROWTH);
		expect(later.journal).toBeLessThan(JOURNAL_MOST);
	}
	// Else it need not have been compacted. The first colours of each mark were written without a note.
	const withoutNote = LONG.length * (EDITS_OF_ONE - 3);
	const letters = session.saved * (LONG_LETTERS + NOTE_LETTERS) - withoutNote * NOTE_LETTERS;
	expect(letters).toBeGreaterThan(JOURNAL_MOST);
});

/** A profile on a disk of its own, as a browser leaves it that has run once. */
async function makeProfile(image: string, site: Site): Promise<Disk> {
	const disk = Disk.make(image);
	const browser = await start(join(disk.path, 'profile'));
	try {
		await open(browser.page, site);
		await markOn(browser.page, 0, new Set());
	} finally {
		await browser.kill();
		await disk.unmount(); // which writes all of it
	}
	return disk;
}

/** Cuts the power once while passages are marked; gives how many were saved, and how many of them are lost. */
async function cutPower(
	{ folder, base, site }: { folder: string; base: Disk; site: Site },
	{ after, prepare }: { after: number; prepare?: (page: Page) => Promise<void> }
): Promise<[saved: number, lost: number]> {
	const saved = new Set<string>();
	const disk = base.copy(join(folder, 'running'));
	disk.mount();
	let browser = await start(join(disk.path, 'profile'));
	let survived: Disk;
	try {
		await prepare?.(browser.page);
		await open(browser.page, site);
		await markOn(browser.page, 10, saved, BEFORE_CUT);
		await aWhile(after);
		browser.freeze();
		survived = disk.copy(join(folder, 'survived'));
	} finally {
		await browser.kill();
		await disk.unmount();
	}
	survived.mount();
	browser = await start(join(survived.path, 'profile'));
	try {
		await open(browser.page, site);
		return [saved.size, (await lostOf(browser.page, saved)).length];
	} finally {
		await browser.kill();
		await survived.unmount();
	}
}

/** Has the browser write as it does when nobody asks for more; and into the database alone. */
async function relax(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const { transaction } = IDBDatabase.prototype;
		IDBDatabase.prototype.transaction = function (stores, mode) {
			return transaction.call(this, stores, mode, { durability: 'relaxed' });
		};
		window.Worker = class {
			constructor() {
				throw new DOMException('none here', 'SecurityError');
			}
		} as never;
	});
}

test('Saved survives a cut of the power; written as browsers do by default, it would not', async ({
	site
}) => {
	const why = await whyNoDisk();
	if (why) console.log(`Power loss was not tried: ${why}.`);
	test.skip(why !== null, why ?? '');
	test.setTimeout((POWER_LOSSES + 2) * 2 * EACH);
	const random = randomFrom(SEED + 1);
	const cut = row('power cut');
	const control = row('control: the same, durability relaxed');
	const folder = makeFolder();
	try {
		const base = await makeProfile(join(folder.path, 'base'), site);
		const on = { folder: folder.path, base, site };
		while (cut.tries < POWER_LOSSES) count(cut, ...(await cutPower(on, { after: random() })));
		// Without what keeps it: or the test would show nothing.
		count(control, ...(await cutPower(on, { after: random(), prepare: relax })));
	} finally {
		folder.end();
	}
	reportFaults([cut, control], `FAULT_SEED=${SEED}`);
	expect(cut.lost, `FAULT_SEED=${SEED}`).toBe(0);
	expect(control.lost).toBeGreaterThan(0);
});
