/**
 * What the app can ask of the second store. Everything the reader makes is in the database and in
 * this store: when one of the two loses something, the other gives it back.
 */
import type { Annotation } from '$lib/core/annotation/annotation';
import type { StoredAnnotations } from '../annotations';

/** The state of the second store. */
export type SecondStoreCondition =
	/** Nothing was made yet that it would have to save. */
	| 'idle'
	| 'ready'
	/** The browser has no private file system, or none that can be written. */
	| 'missing'
	/** The browser has one, and refuses it to this window, as browsers do to private ones. */
	| 'private'
	/** There is no space left on the device. */
	| 'full'
	/** It does not answer, or fails. */
	| 'failing';

/** What the database had lost: how many annotations came back, and how many are in neither store. */
export interface Loss {
	restored: number;
	lost: number;
}

/** Texts of editions, by edition. */
export type EditionTexts = ReadonlyMap<string, string>;

export interface SecondStore {
	/** Starts the store, so that the first save need not wait for that. */
	prepare(): Promise<void>;

	/** Finds out in which condition the store is, by writing to it; that is reported. */
	check(): Promise<void>;

	/**
	 * Saves annotations as they were written, and of `texts` those they refer to. True when they are
	 * on the disk; false when this store cannot write them.
	 */
	save(annotations: readonly Annotation[], texts: EditionTexts): Promise<boolean>;

	/** All annotations of this store, for when the database cannot be read; `null` when this cannot either. */
	readAll(): Promise<Annotation[] | null>;

	/**
	 * Whether the database has lost something since it was last written to.
	 * @throws StorageError when the database cannot be read
	 */
	isDatabaseDamaged(): Promise<boolean>;

	/**
	 * Compares the database, which has `stored`, with this store, and gives each what it lacks; true
	 * when the database got something, `null` when this store cannot be read. Compares once for all pages
	 * of a tab, unless something is wrong.
	 * @throws StorageError when the database fails
	 */
	compareWith(stored: StoredAnnotations): Promise<boolean | null>;

	/** Makes the next page compare the two stores, since one of them has something that the other lacks. */
	requireComparison(): void;

	/** Notes, outside of the database, how many writes it has seen: one that has fewer has lost some. */
	writeWatermark(): Promise<void>;

	/** Removes the content of annotations of which only these tombstones are left. */
	purge(tombstones: readonly Annotation[]): Promise<void>;

	/** Ends the notice of a loss: the reader has read it. */
	acknowledgeLoss(): Promise<void>;

	/** Closes its file, so that the browser can freeze the page; the next save opens another. */
	close(): Promise<void>;
}

/** What a store calls whenever it has found out something about itself. */
export interface SecondStoreReports {
	condition(condition: SecondStoreCondition): void;
	/** `null` when nothing was lost, or the reader has acknowledged it. */
	loss(loss: Loss | null): void;
}
