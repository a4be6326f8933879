/**
 * The second store: saves to the journal, compares it with the database when a page starts, and
 * reports what it finds. Loaded on demand.
 */
import type { Annotation } from '$lib/core/annotation/annotation';
import { StorageError } from '$lib/core/app/storage-error';
import type { StoredAnnotations } from '../annotations';
import type { Database } from '../database';
import { requestPersistenceOnce } from '../persistence';
import { Journal, JournalError, type JournalOptions } from './journal';
import { FOLDER_REFUSED } from './messages';
import { reconcile } from './reconcile';
import type {
	EditionTexts,
	Loss,
	SecondStore,
	SecondStoreCondition,
	SecondStoreReports
} from './second-store';
import { hasLost, readWatermark, saveIdentity } from './watermark';
import {
	readLossMirror,
	readWatermarkMirror,
	saveLossMirror,
	saveWatermarkMirror,
	wasCompared
} from './watermark-mirror';

/** What the errors of browsers say of the journal; any other says that it fails. */
const CONDITIONS: Partial<Record<string, SecondStoreCondition>> = {
	[FOLDER_REFUSED]: 'private',
	SecurityError: 'missing',
	NotSupportedError: 'missing',
	NotAllowedError: 'missing',
	QuotaExceededError: 'full'
};

export class JournalStore implements Omit<SecondStore, 'requireComparison'> {
	#database: Database;
	#journal: Journal;
	#base: string;
	#tab: string;
	#report: SecondStoreReports;
	/** The browser has said that this page can write no journal: it is not asked at every save. */
	#cannotWrite = false;
	#hasRequestedPersistence = false;
	#comparing: Promise<unknown> | null = null;
	#writingWatermark: Promise<void> | null = null;
	#isWatermarkOutdated = false;

	constructor(database: Database, options: JournalOptions, report: SecondStoreReports) {
		this.#database = database;
		this.#journal = new Journal(options);
		this.#base = options.base;
		this.#tab = options.tab;
		this.#report = report;
		report.loss(readLossMirror(this.#base));
	}

	async prepare(): Promise<void> {
		await this.#try(() => this.#journal.call('append', []));
	}

	async check(): Promise<void> {
		this.#cannotWrite = false;
		await this.#write(() => this.#journal.call('tryWriting'));
	}

	async save(annotations: readonly Annotation[], texts: EditionTexts): Promise<boolean> {
		this.#requestPersistence();
		return this.#write(() => this.#journal.append(annotations, texts));
	}

	readAll(): Promise<Annotation[] | null> {
		return this.#try(async () => {
			await this.#journal.call('read');
			return this.#journal.call('annotations');
		});
	}

	async isDatabaseDamaged(): Promise<boolean> {
		const mirrored = readWatermarkMirror(this.#base);
		return mirrored !== null && hasLost(await readWatermark(this.#database, this.#tab), mirrored);
	}

	compareWith(stored: StoredAnnotations): Promise<boolean | null> {
		const comparing = this.#compareWith(stored);
		this.#comparing = comparing;
		return comparing;
	}

	async #compareWith(stored: StoredAnnotations): Promise<boolean | null> {
		const mirrored = readWatermarkMirror(this.#base);
		const now = await readWatermark(this.#database, this.#tab);
		// Changes that pages wrote while they were unloaded (`unmerged`) are in the database alone.
		const isIntact =
			stored.unreadable.length === 0 && stored.unmerged === 0 && !hasLost(now, mirrored);
		if (isIntact && mirrored && wasCompared(this.#base, now)) {
			await this.prepare();
			return false;
		}
		const compared = await this.#try(() =>
			reconcile(
				{ database: this.#database, journal: this.#journal },
				{ annotations: stored.annotations, unreadable: stored.unreadable.length },
				{ mirrored, newName: this.#tab }
			)
		);
		if (compared === null) await this.#compareWithMirror();
		else {
			const { journalFailure, watermark } = compared;
			this.#reportCondition(journalFailure);
			// One that was written meanwhile is further on, and stays.
			const latest = readWatermarkMirror(this.#base);
			const isBehind = latest?.database === watermark.database && hasLost(watermark, latest);
			saveWatermarkMirror(this.#base, isBehind ? latest : watermark, !journalFailure);
			if (compared.damaged) this.#reportLoss(compared);
		}
		return compared && compared.restored > 0;
	}

	/** All calls that come while one watermark is being written lead to one more. */
	writeWatermark(): Promise<void> {
		this.#isWatermarkOutdated = true;
		this.#writingWatermark ??= this.#writeWatermarks().finally(
			() => (this.#writingWatermark = null)
		);
		return this.#writingWatermark;
	}

	async purge(tombstones: readonly Annotation[]): Promise<void> {
		await this.#write(async () => {
			await this.#journal.append(tombstones, new Map());
			await this.#journal.call('compact', true);
		});
	}

	async acknowledgeLoss(): Promise<void> {
		this.#report.loss(null);
		saveLossMirror(this.#base, null);
	}

	/** What goes on is waited for, a comparison or a watermark: it may open the file again. */
	async close(): Promise<void> {
		await this.#journal.close();
		await Promise.allSettled([this.#comparing, this.#writingWatermark]);
		await this.#journal.close();
	}

	/** Asks once in a page, at its first save, when there is something to lose. */
	#requestPersistence(): void {
		if (this.#hasRequestedPersistence) return;
		this.#hasRequestedPersistence = true;
		void requestPersistenceOnce(this.#base);
	}

	async #writeWatermarks(): Promise<void> {
		while (this.#isWatermarkOutdated) {
			this.#isWatermarkOutdated = false;
			try {
				const watermark = await readWatermark(this.#database, this.#tab);
				// A lower watermark would hide the loss that the comparison is to find.
				if (hasLost(watermark, readWatermarkMirror(this.#base))) continue;
				saveWatermarkMirror(this.#base, watermark);
				await this.#write(() => this.#journal.call('append', [{ watermark }]));
			} catch (error) {
				if (!(error instanceof StorageError)) throw error; // The writer of the database reports it.
			}
		}
	}

	/** For when there is no journal: finds out whether something was lost, which then cannot be restored. */
	async #compareWithMirror(): Promise<void> {
		const mirrored = readWatermarkMirror(this.#base);
		const now = await readWatermark(this.#database, this.#tab);
		if (mirrored && hasLost(now, mirrored)) {
			await saveIdentity(this.#database, { ...mirrored, rebuilt: mirrored.rebuilt + 1 });
			this.#reportLoss({ restored: 0, lost: Math.max(1, mirrored.count - now.count) });
		}
		saveWatermarkMirror(this.#base, await readWatermark(this.#database, this.#tab));
	}

	#reportLoss({ restored, lost }: Loss): void {
		this.#report.loss({ restored, lost });
		saveLossMirror(this.#base, { restored, lost });
	}

	/** Writes to the journal, and reports the condition that shows; whether it was written. */
	async #write(work: () => Promise<void>): Promise<boolean> {
		if (this.#cannotWrite) return false;
		const written = await this.#try(async () => {
			await work();
			return true;
		});
		if (written) this.#reportCondition(null);
		return written ?? false;
	}

	/**
	 * Does something with the journal; `null` when that fails, which is reported as a condition. That a
	 * journal can be read does not show that it can be written.
	 */
	async #try<T>(work: () => Promise<T>): Promise<T | null> {
		try {
			return await work();
		} catch (error) {
			if (!(error instanceof JournalError)) throw error;
			this.#reportCondition(error);
			return null;
		}
	}

	/** Reports how the journal is after it was written to; `failure`: why that failed. */
	#reportCondition(failure: JournalError | null): void {
		const condition = failure ? conditionAfter(failure) : 'ready';
		this.#cannotWrite = condition === 'missing' || condition === 'private';
		this.#report.condition(condition);
	}
}

function conditionAfter(error: JournalError): SecondStoreCondition {
	const { name } = (error.cause ?? error) as Error;
	return CONDITIONS[name] ?? 'failing';
}
