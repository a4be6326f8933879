/**
 * Two stores, so that one can give back what the other lost: keeping in the journal, comparing
 * it with the database at a start, and telling. Fetched when it is needed.
 */
import type { Annotation } from '$lib/core/annotation/annotation';
import type { StoredAnnotations } from '$lib/storage/annotations';
import { StorageError, type Database } from '$lib/storage/database';
import { Journal, JournalError } from '$lib/storage/journal/journal';
import { requestPersistence } from '$lib/storage/persistence';
import { reconcile } from '$lib/storage/journal/reconcile';
import { saveIdentity, hasLost, readWatermark } from '$lib/storage/journal/watermark';
import {
	forgetChecked,
	mirrorLoss,
	mirrorWatermark,
	readLossMirror,
	readWatermarkMirror,
	wasChecked,
	type Loss
} from '$lib/storage/journal/watermark-mirror';

/** How the journal is. */
export type JournalCondition =
	/** Nothing was made yet that it would have to keep. */
	| 'idle'
	| 'ready'
	/** The browser has no place for it. */
	| 'missing'
	/** There is no room left. */
	| 'full'
	/** It does not answer, or fails. */
	| 'failing';

/** Where it is told how the journal is, and what was lost. */
export interface Told {
	condition: JournalCondition;
	loss: Loss | null;
}

/** Errors by which browsers say that there is no private file system here. */
const NONE_HERE = ['SecurityError', 'TypeError', 'NotSupportedError', 'NotAllowedError'];

export class Recovery {
	/** What is told while the journal stands in for the database: which new marks are in it alone; or all are. */
	readonly says = {
		alone:
			'The browser’s database failed. What you make is kept in its second copy, until the database is back.',
		shown:
			'The browser’s database does not open. Your marks are shown from their second copy, and new ones are kept there.'
	};
	#told: Told;
	#database: Database;
	#journal: Journal;
	#base: string;
	#tab: string;
	#marking: Promise<void> | null = null;
	#markAgain = false;
	#asked = false;

	constructor(told: Told, database: Database, { base, tab }: { base: string; tab: string }) {
		this.#told = told;
		this.#database = database;
		this.#journal = new Journal({ base, tab });
		this.#base = base;
		this.#tab = tab;
		told.loss = readLossMirror(base);
	}

	/** Starts the journal. */
	async prepare(): Promise<void> {
		await this.#try(() => this.#journal.call('append', []));
	}

	/** As Journaling's, but it takes its time. */
	async keep(
		annotations: readonly Annotation[],
		texts: ReadonlyMap<string, string>
	): Promise<boolean> {
		this.#requestPersistence();
		const kept = await this.#try(async () => {
			await this.#journal.append(annotations, texts);
			return true;
		});
		return kept ?? false;
	}

	/** All that the journal has; `null` when it cannot be had. */
	readAll(): Promise<Annotation[] | null> {
		return this.#try(async () => {
			await this.#journal.call('read');
			return this.#journal.call('annotations');
		});
	}

	/** Whether the database has lost something under our hands. @throws StorageError */
	async isDamaged(): Promise<boolean> {
		const mirrored = readWatermarkMirror(this.#base);
		return mirrored !== null && hasLost(await readWatermark(this.#database, this.#tab), mirrored);
	}

	/**
	 * Compares the database, which has `found`, with the journal; true when the database got
	 * something. Once for all pages of a tab, unless something is wrong. @throws StorageError
	 */
	async check(found: StoredAnnotations): Promise<boolean> {
		this.#requestPersistence();
		const mirrored = readWatermarkMirror(this.#base);
		const now = await readWatermark(this.#database, this.#tab);
		// What pages left behind as they went away is in the database alone.
		const isWhole =
			found.unreadable.length === 0 && found.unmerged === 0 && !hasLost(now, mirrored);
		if (isWhole && mirrored && wasChecked(this.#base, now)) {
			await this.prepare();
			return false;
		}
		const compared = await this.#try(() =>
			reconcile(
				{ database: this.#database, journal: this.#journal },
				{ annotations: found.annotations, unreadable: found.unreadable.length },
				{ mirrored, newName: this.#tab }
			)
		);
		if (compared === null) await this.#checkAlone();
		else {
			mirrorWatermark(this.#base, compared.watermark, true);
			if (compared.damaged) this.#tell(compared);
		}
		return (compared?.restored ?? 0) > 0;
	}

	/** Notes how far the database has come; those that come meanwhile are one. */
	mark(): void {
		if (this.#marking) {
			this.#markAgain = true;
			return;
		}
		this.#marking = this.#mark().finally(() => {
			this.#marking = null;
			if (!this.#markAgain) return;
			this.#markAgain = false;
			this.mark();
		});
	}

	/** Has the next start compare. */
	owe(): void {
		forgetChecked(this.#base);
	}

	/** The reader has read of the loss. */
	told(): void {
		this.#told.loss = null;
		mirrorLoss(this.#base, null);
	}

	/** Lets go of the journal's file; the next entry opens another. */
	close(): Promise<void> {
		return this.#journal.close();
	}

	/** Asks once a start, now that there is something to lose: the answer may be another by now. */
	#requestPersistence(): void {
		if (this.#asked) return;
		this.#asked = true;
		void requestPersistence();
	}

	async #mark(): Promise<void> {
		try {
			const watermark = await readWatermark(this.#database, this.#tab);
			const mirrored = readWatermarkMirror(this.#base);
			// It would hide what the check is to find.
			if (hasLost(watermark, mirrored)) return;
			mirrorWatermark(this.#base, watermark);
			await this.#try(() => this.#journal.call('append', [{ watermark }]));
		} catch (error) {
			if (!(error instanceof StorageError)) throw error; // Whoever writes to it is told.
		}
	}

	/** There is no journal: whether something was lost can be told, no more. */
	async #checkAlone(): Promise<void> {
		const mirrored = readWatermarkMirror(this.#base);
		const now = await readWatermark(this.#database, this.#tab);
		if (mirrored && hasLost(now, mirrored)) {
			await saveIdentity(this.#database, { ...mirrored, rebuilt: mirrored.rebuilt + 1 });
			this.#tell({ restored: 0, lost: Math.max(1, mirrored.count - now.count) });
		}
		mirrorWatermark(this.#base, await readWatermark(this.#database, this.#tab));
	}

	#tell({ restored, lost }: Loss): void {
		this.#told.loss = { restored, lost };
		mirrorLoss(this.#base, this.#told.loss);
	}

	/** Does something with the journal; `null` when it cannot be had. */
	async #try<T>(work: () => Promise<T>): Promise<T | null> {
		if (this.#told.condition === 'missing') return null;
		try {
			const result = await work();
			this.#told.condition = 'ready';
			return result;
		} catch (error) {
			if (!(error instanceof JournalError)) throw error;
			const { name } = (error.cause ?? error) as Error;
			if (NONE_HERE.includes(name)) this.#told.condition = 'missing';
			else this.#told.condition = name === 'QuotaExceededError' ? 'full' : 'failing';
			return null;
		}
	}
}
