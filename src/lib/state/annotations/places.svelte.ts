/** Where annotations stand in the chapters that are open. */
import type { Annotation, Place, Target } from '$lib/core/annotation/annotation';
import { currentTarget } from '$lib/core/annotation/current-target';
import { loadModule, MissingScriptError } from '$lib/core/app/missing-script';
import { isTombstone } from '$lib/core/annotation/deletion';
import { StorageError } from '$lib/core/app/storage-error';
import type { Block } from '$lib/core/text/chapter-text';
import { chapterKey } from '$lib/core/text/work';
import type { Database } from '$lib/storage/database';
import { readSnapshots } from '$lib/storage/snapshots';
import type { Placing } from './placing';

/** A chapter as it stands on the page. */
export interface ChapterEdition {
	work: string;
	chapter: string;
	edition: string;
	text: string;
	blocks: Block[];
}

type Wanted = [id: string, target: Target];

export class Places {
	#places = new Map<string, Place>();
	// One signal for all: one for each of 10,000 marks costs more than it saves.
	#changed = $state.raw({});
	/** The target that each place is of. */
	#placed = new Map<string, Target>();
	#open = new Map<string, ChapterEdition>();
	#finding = new Set<Promise<void>>();
	/** Made when a passage has to be looked for; it knows what two editions have in common. */
	#placing: Placing | null = null;
	#database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	/** Takes up a chapter, in which `annotations` stand. */
	open(chapter: ChapterEdition, annotations: readonly Annotation[]): void {
		const key = chapterKey(chapter);
		const isNew = this.#open.get(key)?.edition !== chapter.edition;
		this.#open.set(key, chapter);
		if (isNew) for (const { id } of annotations) this.#placed.delete(id);
		this.update(annotations);
	}

	/** Resolves when all places are known. */
	async allKnown(): Promise<void> {
		while (this.#finding.size > 0) await Promise.all(this.#finding);
	}

	/** The place of an annotation; `null` when it is in no open chapter, or not known yet. */
	get(id: string): Place | null {
		void this.#changed;
		return this.#places.get(id) ?? null;
	}

	/** Looks where `annotations` stand now. */
	update(annotations: readonly Annotation[]): void {
		const elsewhere = new Map<ChapterEdition, Wanted[]>();
		for (const annotation of annotations) {
			const { id } = annotation;
			const target = isTombstone(annotation) ? null : currentTarget(annotation);
			const chapter = target && this.#open.get(chapterKey(target));
			if (!target || !chapter) {
				this.#placed.delete(id);
				this.#places.delete(id);
			} else if (!isSame(this.#placed.get(id), target)) {
				this.#placed.set(id, target);
				if (isWhereMade(chapter, target)) this.#places.set(id, whereMade(target));
				else {
					const wanted = elsewhere.get(chapter) ?? [];
					elsewhere.set(chapter, wanted);
					wanted.push([id, target]);
				}
			}
		}
		this.#changed = {};
		for (const [chapter, wanted] of elsewhere) {
			const finding = this.#find(chapter, wanted).finally(() => this.#finding.delete(finding));
			this.#finding.add(finding);
		}
	}

	/** Looks for passages that were marked in another edition. */
	async #find(chapter: ChapterEdition, wanted: readonly Wanted[]): Promise<void> {
		const targets = wanted.map(([, target]) => target);
		try {
			// On demand: most pages show the edition that everything was made in.
			const [{ Placing }, snapshots] = await Promise.all([
				loadModule(() => import('./placing')),
				this.#snapshots(targets)
			]);
			const { edition, text } = chapter;
			this.#placing ??= new Placing();
			const places = await this.#placing.place({ now: { edition, text }, targets, snapshots });
			// A later edition of the chapter was opened meanwhile, and all is looked for in that one.
			if (this.#open.get(chapterKey(chapter))?.edition !== edition) return;
			for (const [i, [id, target]] of wanted.entries()) {
				// Unless it was placed anew meanwhile.
				if (isSame(this.#placed.get(id), target)) this.#places.set(id, places[i]);
			}
			this.#changed = {};
		} catch (error) {
			if (!(error instanceof MissingScriptError)) throw error;
			// The script is not on the device yet: asked for again with the next change.
			for (const [id] of wanted) this.#placed.delete(id);
		}
	}

	async #snapshots(targets: readonly Target[]): Promise<Map<string, string>> {
		try {
			const editions = new Set(targets.map(({ edition }) => edition));
			return await readSnapshots(this.#database, [...editions]);
		} catch (error) {
			if (!(error instanceof StorageError)) throw error;
			return new Map(); // The quotes alone find most of them.
		}
	}
}

/** Whether two targets have the same place. */
function isSame(a: Target | undefined, b: Target): boolean {
	return (
		a !== undefined &&
		chapterKey(a) === chapterKey(b) &&
		a.edition === b.edition &&
		a.start === b.start &&
		a.end === b.end &&
		a.quote.exact === b.quote.exact
	);
}

/** As `placeAll` begins; here, so that it need not be loaded for this. */
function isWhereMade(
	{ edition, text }: ChapterEdition,
	{ start, end, ...target }: Target
): boolean {
	const { exact } = target.quote;
	return target.edition === edition && exact !== '' && text.slice(start, end) === exact;
}

function whereMade({ start, end }: Target): Place {
	return { range: { start, end }, via: 'same', level: 'exact', score: 1 };
}
