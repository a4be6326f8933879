/**
 * The second store of what the reader makes, beside the database: when one of the two loses
 * something, the other gives it back. What the app can ask of it.
 */
import type { Annotation } from '$lib/core/annotation/annotation';
import type { StoredAnnotations } from '../annotations';

/** How the second store is. */
export type SecondStoreCondition =
	/** Nothing was made yet that it would have to keep. */
	| 'idle'
	| 'ready'
	/** The browser has no place for it. */
	| 'missing'
	/** There is no space left on the device. */
	| 'full'
	/** It does not answer, or fails. */
	| 'failing';

/** What a database had lost: how many annotations came back, and how many nobody has any more. */
export interface Loss {
	restored: number;
	lost: number;
}

/** Texts of editions, by edition. */
export type EditionTexts = ReadonlyMap<string, string>;

export interface SecondStore {
	/** Starts it, so that the first save need not wait for that. */
	prepare(): Promise<void>;

	/**
	 * Saves annotations as they were written, and of `texts` those they need. True when that is on
	 * the disk; false when it cannot be had there.
	 */
	save(annotations: readonly Annotation[], texts: EditionTexts): Promise<boolean>;

	/** All annotations it has; `null` when it cannot be read. For when the database cannot. */
	readAll(): Promise<Annotation[] | null>;

	/**
	 * Whether the database has lost something since it was last written to.
	 * @throws StorageError when the database cannot be read
	 */
	isDatabaseDamaged(): Promise<boolean>;

	/**
	 * Compares the database, which has `stored`, with this store, and gives each what it lacks; true
	 * when the database got something. Compares once for all pages of a tab, unless something is wrong.
	 * @throws StorageError when the database fails
	 */
	compareWith(stored: StoredAnnotations): Promise<boolean>;

	/** Has the next page compare the two, since one of them has something alone. */
	requireComparison(): Promise<void>;

	/** Notes, outside of the database, how many writes it has seen: one that has fewer has lost some. */
	writeWatermark(): Promise<void>;

	/** Has the content of annotations go from it, of which these tombstones are left. */
	purge(tombstones: readonly Annotation[]): Promise<void>;

	/** Ends the notice of a loss: the reader has read it. */
	acknowledgeLoss(): Promise<void>;

	/** Lets go of its file, so that the page can be frozen; the next save opens another. */
	close(): Promise<void>;
}

/** Where a store says how it is, whenever it has found that out. */
export interface SecondStoreReports {
	condition(condition: SecondStoreCondition): void;
	/** `null` when there is none, or the reader has read of it. */
	loss(loss: Loss | null): void;
}
