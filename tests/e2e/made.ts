/** Annotations for the tests, as a reader's browser has them in its database. */
import { expect, type Page } from '@playwright/test';
import type { Annotation, Clock, Kind, Target } from '../../src/lib/core/annotation/annotation';
import { tick } from '../../src/lib/core/annotation/clock';
import { describe } from '../../src/lib/core/annotation/describe';
import { joinBlocks, type ChapterText } from '../../src/lib/core/text/chapter-text';
import { readSiteData, writeSiteData, type SiteData } from './site-data';
import { onDatabase, openBeside } from './storing';

/** A chapter as a page of the site has it. */
export interface ChapterOfSite extends ChapterText {
	work: string;
	chapter: string;
	edition: string;
}

/** What is to be made: the quote stands in the chapter once. */
export interface Made {
	quote: string;
	id?: string;
	kind?: Kind;
	/** Day of November 2026. */
	day?: number;
	note?: string;
	colour?: string;
	tags?: string[];
	deleted?: boolean;
}

let last: Clock | null = null;
const written = <T>(value: T, time = Date.now()) => {
	last = tick(last, time, 'test');
	return { value, at: last };
};

// Once in each process of tests: the build `main`, which their sites publish first, is the same.
let exile: ChapterOfSite | null = null;
let noMarks: SiteData | null = null;

/** Reads "The Exile" of the build `main` from the host, by the rules of `core/text/chapter-text.ts`. */
export async function readChapter(page: Page): Promise<ChapterOfSite> {
	exile ??= await readFromHost(page);
	return exile;
}

/** Without script: the app would go on making its database while the next page is opened. */
async function readFromHost(page: Page): Promise<ChapterOfSite> {
	await openBeside(page);
	const reading = await page.context().browser()!.newPage({ javaScriptEnabled: false });
	await reading.goto(new URL('my-life/43-the-exile/', page.url()).href);
	const { blocks, edition } = await reading.locator('article').evaluate((article) => ({
		edition: (article as HTMLElement).dataset.edition!,
		blocks: [...article.querySelectorAll('[id]')]
			.filter(({ id }) => /^(p\d+|note-\d+(-\d+)?)$/.test(id))
			.map((block) => {
				const copy = block.cloneNode(true) as Element;
				for (const part of copy.querySelectorAll('[data-noanchor]')) part.remove();
				return { id: block.id, text: (copy.textContent ?? '').replace(/\s+/gu, ' ').trim() };
			})
	}));
	return { work: 'my-life', chapter: '43-the-exile', edition, ...joinBlocks(blocks) };
}

/** A record as the app writes it. */
export function makeAnnotation(chapter: ChapterOfSite, made: Made): Annotation {
	const start = chapter.text.indexOf(made.quote);
	if (start < 0) throw new Error(`“${made.quote}” is not in the chapter`);
	const target: Target = describe(chapter.text, { start, end: start + made.quote.length }, chapter);
	return recordOf(target, made);
}

/** A record at a target. */
export function recordOf(target: Target, made: Omit<Made, 'quote'>): Annotation {
	const { id, kind = 'highlight', day = 1, note, colour, tags, deleted } = made;
	return {
		id: id ?? `made-${target.start}`,
		v: 1,
		kind,
		created: `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`,
		targets: [target],
		fields: {
			...(colour ? { colour: written(colour as 'yellow') } : {}),
			...(note ? { note: written(note) } : {}),
			...(tags ? { tags: written(tags) } : {}),
			...(deleted ? { deleted: written(true) } : {})
		}
	};
}

/** Puts records, each so many times, and the text they were made in, into the database of the app. */
export async function keep(
	page: Page,
	annotations: Annotation[],
	{ edition, text }: { edition: string; text: string },
	times = 1
): Promise<void> {
	await makeDatabase(page);
	await onDatabase(
		page,
		(stores, { annotations, snapshot, times }) => {
			let saved = 0;
			for (const annotation of annotations) {
				const { work, chapter, start } = annotation.targets.at(-1)!;
				for (let time = 0; time < times; time++) {
					const id = time === 0 ? annotation.id : `${annotation.id}-${time}`;
					// As storage/stored-record.ts has it.
					const sortKey = annotation.fields.deleted ? {} : { sortKey: [work, chapter, start, id] };
					stores.annotations.put({ ...annotation, id, saved: ++saved, ...sortKey });
				}
			}
			stores.snapshots.put(snapshot);
		},
		{ annotations, snapshot: { edition, text, v: 1 }, times }
	);
}

/** Leads to a page without the app, with the database as the app makes it for a new reader; or as it is. */
async function makeDatabase(page: Page): Promise<void> {
	await openBeside(page);
	const found = await page.evaluate(() => indexedDB.databases());
	if (found.length > 0) return;
	if (noMarks) return writeSiteData(page, noMarks);
	await page.goto('settings/');
	await page.locator('html.awake').waitFor({ state: 'attached' });
	await page.getByText('0 marks recently deleted').waitFor({ state: 'attached' });
	// A database that takes long is there a while after the page has done without it.
	await expect.poll(() => page.evaluate(() => indexedDB.databases())).not.toEqual([]);
	await openBeside(page);
	noMarks = await readSiteData(page);
}
