import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Annotation } from '$lib/core/annotation/annotation';
import { canonical } from '$lib/core/annotation/canonical-json';
import { withChanges, withDeleted } from '$lib/core/annotation/edit';
import { merge } from '$lib/core/annotation/merge';
import { readAnnotations, saveAnnotations, saveBeforeUnload } from '$lib/storage/annotations';
import { Database } from '$lib/storage/database';
import { Journal } from '$lib/storage/journal/journal';
import { journalCalls, type Folder } from '$lib/storage/journal/calls';
import { compactContents, readContents } from '$lib/storage/journal/contents';
import { concat, decodeLines, encodeLines } from '$lib/storage/journal/lines';
import { reconcile } from '$lib/storage/journal/reconcile';
import { readSnapshots } from '$lib/storage/snapshots';
import { editionsOf } from '$lib/core/annotation/snapshot';
import { mergeUnmerged } from '$lib/storage/maintenance';
import { hasLost, readWatermark, type Watermark } from '$lib/storage/journal/watermark';
import { reportFaults } from '../fault-report';
import { annotation, at, target } from './fixtures';

// Whatever two tabs write, in whatever order one store fails, tears or is lost: at the next start
// everything is there that was called saved. Both stores as they are, but for the disk.

const SEQUENCES = Number(process.env.MODEL_SEQUENCES ?? 500);
const SEED = Number(process.env.FC_SEED ?? 20261124);
const LONGEST = 25; // steps of a sequence
const NAME = 'postil';
const TEXTS = new Map([
	['e1', 'One two three.'],
	['e2', 'One two three four.']
]);

/** The journal's files, which outlive its tabs: one of each tab that was opened. */
class Files {
	all = new Map<string, Uint8Array<ArrayBuffer>>();
	#opened = 0;

	open(): Folder {
		const own = `${++this.#opened}`;
		const contents = () => {
			const lines = [...this.all.values()].map((bytes) => decodeLines(bytes));
			return {
				...readContents(lines.map(({ entries }) => entries)),
				broken: lines.reduce((sum, { broken }) => sum + broken, 0),
				files: this.all.size,
				bytes: 0
			};
		};
		return {
			isLong: false,
			append: async (entries) => {
				const bytes = this.all.get(own) ?? new Uint8Array();
				this.all.set(own, concat([bytes, encodeLines(entries)]));
			},
			tryWriting: async () => {},
			read: async () => contents(),
			compact: async (always) => {
				if (!always && this.all.size < 3) return;
				this.all = new Map([[`${own}-compacted`, encodeLines(compactContents(contents()))]]);
			},
			close: async () => {}
		};
	}
}

/** A worker without a thread. */
function workerOf(files: Files): Worker {
	const folder = files.open();
	const calls = journalCalls(async () => folder) as never as Record<
		string,
		(...args: unknown[]) => Promise<unknown>
	>;
	const worker = {
		onmessage: (() => {}) as (event: { data: unknown }) => void,
		terminate() {},
		async postMessage(message: { id: number; name: string; args: unknown[] }) {
			const { id, name, args } = structuredClone(message);
			const result = await calls[name](...args);
			worker.onmessage({ data: structuredClone({ id, result }) });
		}
	};
	return worker as never;
}

interface Tab {
	database: Database;
	journal: Journal;
	/** What it shows: what it read at its start, and wrote since. */
	known: Map<string, Annotation>;
}

class World {
	files = new Files();
	mirrored: Watermark | null = null;
	tabs: Tab[] = [];
	/** What was called saved. */
	saved = new Map<string, Annotation>();
	/** Whether one store alone has something: then that one must not be lost. */
	alone = { database: false, journal: false };
	#readings = 0;
	#names = 0;

	/** A reading for what is written now. */
	tick(device: string) {
		return at(++this.#readings, device);
	}

	/** A tab starts, in the place of the one that is there. */
	async start(n: number): Promise<void> {
		this.tabs[n]?.database.close();
		const tab: Tab = {
			database: new Database(NAME),
			journal: new Journal({
				base: '',
				tab: `t${++this.#names}`,
				startWorker: () => workerOf(this.files)
			}),
			known: new Map()
		};
		this.tabs[n] = tab;
		const { database, journal } = tab;
		const found = await readAnnotations(database);
		if (found.unmerged > 0) await mergeUnmerged(database, Date.now());
		const { watermark } = await reconcile(
			{ database, journal },
			{ annotations: found.annotations, unreadable: found.unreadable.length },
			{ mirrored: this.mirrored, newName: `t${this.#names}` }
		);
		this.mirrored = watermark;
		this.alone = { database: false, journal: false };
		for (const one of (await readAnnotations(database)).annotations) tab.known.set(one.id, one);
	}

	/** A change in a tab; `kept`: what keeps it. */
	async write(n: number, change: Annotation, kept: 'both' | 'database' | 'journal' | 'leaving') {
		const { database, journal, known } = this.tabs[n];
		known.set(change.id, change);
		if (kept === 'leaving') await saveBeforeUnload(database, [change], TEXTS);
		else if (kept !== 'journal') await saveAnnotations(database, [change], TEXTS);
		if (kept === 'both' || kept === 'journal') await journal.append([change], TEXTS);
		if (kept === 'journal') this.alone.journal = true;
		else if (kept !== 'both') this.alone.database = true;
		const before = this.saved.get(change.id);
		this.saved.set(change.id, merge(before ? [before] : [], [change])[0]);
		const now = await readWatermark(database, `t${n}`);
		if (kept !== 'leaving' && !hasLost(now, this.mirrored)) this.mirrored = now;
	}

	/** Does harm to the database: what is in it is in the journal alone from now on. */
	async harmDatabase(work: (tx: IDBTransaction) => void): Promise<void> {
		this.alone.journal = true;
		await this.tabs[0].database.update(['annotations', 'snapshots'], async (tx) => {
			work(tx as never);
		});
	}
}

type Step = fc.AsyncCommand<Record<string, never>, World>;

/** A step that is taken whenever `can` says so. */
function step(
	name: string,
	run: (world: World) => Promise<void>,
	can: (world: World) => boolean = () => true
): Step {
	let isDue = false;
	return {
		// fast-check asks the model, and there is no other than the world itself.
		check: () => true,
		run: async (_, world) => {
			isDue = can(world);
			if (isDue) await run(world);
		},
		toString: () => (isDue ? name : `(${name})`)
	};
}

const TAB = fc.nat(1);
const ID = fc.constantFrom('a', 'b', 'c', 'd');
const KEPT = fc.constantFrom('both', 'both', 'both', 'database', 'journal', 'leaving' as const);

const STEPS = [
	fc.record({ n: TAB, id: ID, edition: fc.constantFrom('e1', 'e2'), kept: KEPT }).map((made) =>
		step(
			`make ${JSON.stringify(made)}`,
			(world) =>
				world.write(
					made.n,
					annotation(made.id, {
						targets: [target(made.edition)],
						fields: { colour: { value: 'green', at: world.tick(`${made.n}`) } }
					}),
					made.kept
				),
			(world) => !world.saved.has(made.id)
		)
	),
	fc.record({ n: TAB, id: ID, note: fc.string({ maxLength: 6 }), kept: KEPT }).map((edit) =>
		step(
			`note ${JSON.stringify(edit)}`,
			(world) => {
				const known = world.tabs[edit.n].known.get(edit.id)!;
				const noted = withChanges(known, { note: edit.note }, world.tick(`${edit.n}`));
				return world.write(edit.n, noted, edit.kept);
			},
			(world) => world.tabs[edit.n].known.has(edit.id)
		)
	),
	fc.record({ n: TAB, id: ID, deleted: fc.boolean(), kept: KEPT }).map((edit) =>
		step(
			`delete ${JSON.stringify(edit)}`,
			(world) => {
				const known = world.tabs[edit.n].known.get(edit.id)!;
				const changed = withDeleted(known, edit.deleted, world.tick(`${edit.n}`));
				return world.write(edit.n, changed, edit.kept);
			},
			(world) => world.tabs[edit.n].known.has(edit.id)
		)
	),
	TAB.map((n) => step(`start ${n}`, (world) => world.start(n))),
	fc.constant(0).map(() =>
		step(
			'empty the database',
			(world) =>
				world.harmDatabase((tx) => {
					tx.objectStore('annotations').clear();
					tx.objectStore('snapshots').clear();
				}),
			(world) => !world.alone.database
		)
	),
	ID.map((id) =>
		step(
			`take ${id} from the database`,
			(world) => world.harmDatabase((tx) => void tx.objectStore('annotations').delete(id)),
			(world) => !world.alone.database
		)
	),
	ID.map((id) =>
		step(
			`break ${id} in the database`,
			(world) =>
				world.harmDatabase(
					(tx) => void tx.objectStore('annotations').put({ id, saved: 1, fields: 7 })
				),
			(world) => !world.alone.database && world.saved.has(id)
		)
	),
	fc.constant(0).map(() =>
		step(
			'lose the journal',
			async (world) => {
				world.alone.database = true;
				world.files.all.clear();
			},
			(world) => !world.alone.journal
		)
	),
	fc.record({ where: fc.nat(9999), to: fc.nat(255) }).map(({ where, to }) =>
		step(
			`spoil the journal at ${where}`,
			async (world) => {
				world.alone.database = true;
				for (const bytes of world.files.all.values()) bytes[where % bytes.length] = to;
			},
			(world) => !world.alone.journal
		)
	),
	fc.nat(60).map((length) =>
		step(`a third tab is killed while it writes its journal: ${length}`, async (world) => {
			// Of an entry that nobody was told is kept.
			const torn = encodeLines([{ annotation: annotation('torn') }]).slice(0, length);
			world.files.all.set(`killed-${world.files.all.size}`, torn);
		})
	)
];

// The readings of these tabs are from then: nothing has been deleted for long.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: 0 }));
afterEach(() => void vi.useRealTimers());

const sorted = (annotations: Iterable<Annotation>) =>
	[...annotations].map((one) => canonical(one)).sort();

test(
	'Whatever was saved is there at the next start',
	async () => {
		let tries = 0;
		let saved = 0;
		await fc.assert(
			fc.asyncProperty(fc.commands(STEPS, { maxCommands: LONGEST, size: 'max' }), async (steps) => {
				globalThis.indexedDB = new IDBFactory();
				const world = new World();
				await world.start(0);
				await world.start(1);
				await fc.asyncModelRun(() => ({ model: {}, real: world }), steps);
				await world.start(0);
				const { annotations, unreadable } = await readAnnotations(world.tabs[0].database);
				expect(sorted(annotations)).toEqual(sorted(world.saved.values()));
				expect(unreadable).toEqual([]);
				const editions = editionsOf(annotations);
				const texts = await readSnapshots(world.tabs[0].database, [...editions]);
				expect([...texts.keys()].sort()).toEqual([...editions].sort());
				for (const { database } of world.tabs) database.close();
				tries += 1;
				saved += world.saved.size;
			}),
			{ numRuns: SEQUENCES, seed: SEED }
		);
		const row = { fault: 'sequences of faults, two tabs', tries, survived: tries, saved, lost: 0 };
		reportFaults([row], `FC_SEED=${SEED}`);
	},
	SEQUENCES * 1000
);
