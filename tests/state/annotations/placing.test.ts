import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { placeAll } from '$lib/core/anchoring/place-all';
import type { Annotation } from '$lib/core/annotation/annotation';
import { Places } from '$lib/state/annotations/places.svelte';
import { Placing } from '$lib/state/annotations/placing';
import type { PlacingTask } from '$lib/state/annotations/placing.worker';
import { Database } from '$lib/storage/database';
import { oldTarget } from '../../core/anchoring/old-target';
import { dropDatabase, NAME } from '../fixtures.svelte';
import { chapter } from './marks';

const PARAGRAPH =
	'The train left the station before the morning came, and nobody who stood on the platform knew where the exile was being taken.';

/** Letters of each mark. */
const LENGTH = 60;

/** As many marks of a text in which one paragraph repeats, misprinted throughout now. */
function task(paragraphs: number, marks: number): PlacingTask {
	const old = Array.from({ length: paragraphs }, (_, n) => `${n}. ${PARAGRAPH}`).join('\n');
	const text = Array.from(old, (letter, n) => (n % 41 === 40 ? '#' : letter)).join('');
	const step = Math.floor((old.length - 100) / marks);
	return {
		now: { edition: 'now', text },
		targets: Array.from({ length: marks }, (_, n) => oldTarget(old, n * step, n * step + LENGTH)),
		snapshots: new Map([['old', old]])
	};
}

/** The longest task of this thread until the test ends, in milliseconds; 0 when none took 50. */
function longestTask(): () => number {
	let longest = 0;
	const observer = new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
	});
	observer.observe({ type: 'longtask' });
	onTestFinished(() => observer.disconnect());
	return () => longest;
}

/** The next frame: what a task took is known then. */
const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

describe('Placing', () => {
	test('answers as placeAll does', async () => {
		const some = task(40, 20);
		expect(await new Placing().place(some)).toEqual(
			placeAll(some.now, some.targets, some.snapshots)
		);
	});

	test('leaves the page free, however long a text takes', async () => {
		// 256 KiB, and marks of an edition whose text was not kept: those take long.
		const { targets, ...texts } = task(2000, 1000);
		const long = { ...texts, targets: targets.map((one) => ({ ...one, edition: 'lost' })) };
		const placing = new Placing();
		await placing.place(task(1, 1)); // the worker is there
		await frame();
		const longest = longestTask();
		expect(await placing.place(long)).toHaveLength(1000);
		await frame();
		expect(longest()).toBeLessThan(200);
	});

	test('answers first what was asked last', async () => {
		const placing = new Placing();
		const answered: string[] = [];
		await Promise.all([
			placing.place(task(2000, 2000)).then(() => answered.push('older')),
			placing.place(task(2, 1)).then(() => answered.push('newer'))
		]);
		expect(answered).toEqual(['newer', 'older']);
	});

	test.each<[string, () => void]>([
		['there are no workers', () => vi.stubGlobal('Worker', undefined)],
		[
			'the script of the worker is missing',
			() => {
				const { Worker } = window;
				// Not an address of the test server, which would render a page to say that it is missing.
				const revoked = URL.createObjectURL(new Blob());
				URL.revokeObjectURL(revoked);
				vi.stubGlobal(
					'Worker',
					class extends Worker {
						constructor() {
							super(revoked, { type: 'module' });
						}
					}
				);
			}
		],
		[
			'the worker fails',
			() => {
				const { Worker } = window;
				const script = URL.createObjectURL(
					new Blob(['onmessage = () => { throw new Error(); }'], { type: 'text/javascript' })
				);
				vi.stubGlobal(
					'Worker',
					class extends Worker {
						constructor() {
							super(script, { type: 'module' });
						}
					}
				);
			}
		]
	])('is done by the page when %s', async (_, spoil) => {
		spoil();
		const some = task(40, 20);
		expect(await new Placing().place(some)).toEqual(
			placeAll(some.now, some.targets, some.snapshots)
		);
	});
});

describe('Places of a chapter', () => {
	let database: Database;
	beforeEach(() => {
		database = new Database(NAME);
	});
	afterEach(() => dropDatabase(database));

	const OLD = chapter('old', `One. ${PARAGRAPH}`, `Two. ${PARAGRAPH}`);
	const mark: Annotation = {
		id: 'mark',
		v: 1,
		kind: 'highlight',
		created: '2026-01-01T00:00:00.000Z',
		targets: [oldTarget(OLD.text, 5, 5 + LENGTH)],
		fields: {}
	};

	test('are there at once in the edition that was marked, without a worker', () => {
		vi.stubGlobal('Worker', undefined);
		const places = new Places(database);
		places.open(OLD, [mark]);
		expect(places.get('mark')).toMatchObject({ via: 'same', range: { start: 5, end: 65 } });
	});

	test('are those in the edition that was opened last', async () => {
		const places = new Places(database);
		const { place } = Placing.prototype;
		let answerFirst = () => {};
		vi.spyOn(Placing.prototype, 'place')
			.mockImplementationOnce(async function (this: Placing, first) {
				await new Promise<void>((resolve) => (answerFirst = resolve));
				return place.call(this, first);
			})
			.mockImplementationOnce(async function (this: Placing, second) {
				const found = await place.call(this, second);
				setTimeout(() => answerFirst());
				return found;
			});
		places.open(chapter('new', 'Zero.', `One. ${PARAGRAPH}`), [mark]);
		places.open(chapter('newest', 'Zero and a half.', `One. ${PARAGRAPH}`), [mark]);
		await places.allKnown();
		const start = 'Zero and a half.\nOne. '.length;
		expect(places.get('mark')?.range).toEqual({ start, end: start + 60 });
	});
});
