/**
 * What the files of a journal say together. Annotations are merged, so that the order of the files
 * does not matter, nor that an entry is in two files after a compaction was interrupted.
 */
import type { Annotation, Clock } from '$lib/core/annotation/annotation';
import { canonical } from '$lib/core/annotation/canonical-json';
import { compareClocks } from '$lib/core/annotation/clock';
import { merge } from '$lib/core/annotation/merge';
import { readAnnotation } from '$lib/core/annotation/read-annotation';
import { editionsOf, type Snapshot } from '$lib/core/annotation/snapshot';
import { isDeleted, isTombstone, toTombstone } from '$lib/core/annotation/deletion';
import { furthest, toWatermark, type Watermark } from './watermark';

/** One line of a journal. */
export type Entry = { annotation: Annotation } | { snapshot: Snapshot } | { watermark: Watermark };

export interface Contents {
	annotations: Map<string, Annotation>;
	/** By edition. */
	snapshots: Map<string, Snapshot>;
	/** How many writes the database had seen, as far as is known; `null` when nothing is. */
	watermark: Watermark | null;
	/** Whether the files still have content of annotations that are tombstones by now. */
	hasPurged: boolean;
	/** Entries that only a newer version understands. */
	others: unknown[];
}

/** Reads several files as one journal; each file is given as its entries in order. */
export function readContents(files: readonly (readonly unknown[])[]): Contents {
	const contents: Contents = {
		annotations: new Map(),
		snapshots: new Map(),
		watermark: null,
		hasPurged: false,
		others: []
	};
	const annotations: Annotation[] = [];
	for (const entries of files) {
		// Within a file the last watermark counts, even when it is lower: the database may have been rebuilt.
		let watermark: Watermark | null = null;
		for (const entry of entries) {
			const { annotation, snapshot, ...rest } = (entry ?? {}) as Record<string, unknown>;
			const read = annotation ? readAnnotation(annotation) : null;
			const mark = toWatermark(rest.watermark);
			if (read) annotations.push(read);
			else if (isSnapshot(snapshot)) contents.snapshots.set(snapshot.edition, snapshot);
			else if (mark) watermark = mark;
			else contents.others.push(entry);
		}
		contents.watermark = furthest(contents.watermark, watermark);
	}
	const purged = purgedOf(annotations);
	for (const one of merge(annotations, [])) {
		const isPurged = !isTombstone(one) && isDeletedBy(one, purged.get(one.id));
		if (isPurged) contents.hasPurged = true;
		contents.annotations.set(one.id, isPurged ? toTombstone(one) : one);
	}
	return contents;
}

/** The latest deletion that left a tombstone, by id: this device removed the content of that annotation. */
function purgedOf(annotations: readonly Annotation[]): Map<string, Clock> {
	const purged = new Map<string, Clock>();
	for (const { id, fields } of annotations.filter(isTombstone)) {
		const [before, { at }] = [purged.get(id), fields.deleted!];
		if (before === undefined || compareClocks(before, at) < 0) purged.set(id, at);
	}
	return purged;
}

/** Whether an annotation is deleted, by a deletion that is not later than `purged`. */
function isDeletedBy(annotation: Annotation, purged: Clock | undefined): boolean {
	if (purged === undefined || !isDeleted(annotation)) return false;
	return compareClocks(annotation.fields.deleted!.at, purged) <= 0;
}

function isSnapshot(value: unknown): value is Snapshot {
	const { edition, text } = (value ?? {}) as Partial<Snapshot>;
	return typeof edition === 'string' && typeof text === 'string';
}

/** The same contents in as few entries as possible. Texts that no annotation refers to are left out. */
export function compactContents(contents: Contents): unknown[] {
	const annotations = [...contents.annotations.values()];
	const needed = editionsOf(annotations);
	// An entry that this version cannot read may refer to any text.
	const isUnderstood = contents.others.length === 0;
	return [
		...(contents.watermark ? [{ watermark: contents.watermark }] : []),
		...annotations.map((annotation) => ({ annotation })),
		...[...contents.snapshots.values()]
			.filter(({ edition }) => needed.has(edition) || !isUnderstood)
			.map((snapshot) => ({ snapshot })),
		...contents.others
	];
}

/** How a journal and a database differ. */
export interface Difference {
	/** Annotations that the database lacks or has in an older state; merged, ready to be written there. */
	toDatabase: Annotation[];
	/** How many of those the database lacks altogether. */
	missing: number;
	/** Annotations that the journal lacks or has in an older state. */
	toJournal: Annotation[];
}

/** Compares a journal with all annotations of the database. */
export function compare(
	contents: Pick<Contents, 'annotations'>,
	stored: readonly Annotation[]
): Difference {
	const difference: Difference = { toDatabase: [], missing: 0, toJournal: [] };
	const known = new Set<string>();
	for (const one of stored) {
		known.add(one.id);
		const journaled = contents.annotations.get(one.id);
		const merged = journaled ? merge([journaled], [one])[0] : one;
		const [text, before] = [canonical(merged), journaled && canonical(journaled)];
		// The journal gets the tombstone too, so that the content goes from it.
		const isPurged = isTombstone(one) && !!journaled && !isTombstone(journaled);
		if (text !== before || isPurged) difference.toJournal.push(one);
		// A tombstone stays one, though the journal may still have the content.
		if (!isTombstone(one) && text !== canonical(merge([one], [])[0])) {
			difference.toDatabase.push(merged);
		}
	}
	for (const [id, annotation] of contents.annotations) {
		if (known.has(id)) continue;
		difference.toDatabase.push(annotation);
		difference.missing += 1;
	}
	return difference;
}
