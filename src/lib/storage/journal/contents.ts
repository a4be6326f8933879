/**
 * What a journal says, all its files taken together. Annotations are merged, so that neither
 * the order of the files matters nor that one was folded and is there twice.
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
	/** What only a newer version understands. */
	others: unknown[];
}

/** Takes files together, each as its entries in order. */
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
		// Within a file the last one counts: a database that was rebuilt may stand lower than before.
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

/** The latest deletion that has a tombstone here, by id: this device took the content from then. */
function purgedOf(annotations: readonly Annotation[]): Map<string, Clock> {
	const purged = new Map<string, Clock>();
	for (const { id, fields } of annotations.filter(isTombstone)) {
		const [before, { at }] = [purged.get(id), fields.deleted!];
		if (before === undefined || compareClocks(before, at) < 0) purged.set(id, at);
	}
	return purged;
}

/** Whether an annotation was deleted, and not later than `purged`. */
function isDeletedBy(annotation: Annotation, purged: Clock | undefined): boolean {
	if (purged === undefined || !isDeleted(annotation)) return false;
	return compareClocks(annotation.fields.deleted!.at, purged) <= 0;
}

function isSnapshot(value: unknown): value is Snapshot {
	const { edition, text } = (value ?? {}) as Partial<Snapshot>;
	return typeof edition === 'string' && typeof text === 'string';
}

/** The same in as few entries as can be. Texts that nothing refers to are left out. */
export function foldContents(contents: Contents): unknown[] {
	const annotations = [...contents.annotations.values()];
	const needed = editionsOf(annotations);
	const isSound = contents.others.length === 0; // what cannot be read may refer to any text
	return [
		...(contents.watermark ? [{ watermark: contents.watermark }] : []),
		...annotations.map((annotation) => ({ annotation })),
		...[...contents.snapshots.values()]
			.filter(({ edition }) => needed.has(edition) || !isSound)
			.map((snapshot) => ({ snapshot })),
		...contents.others
	];
}

/** How a journal and a database differ. */
export interface Difference {
	/** What the database has not at all, or older: merged, to be written there. */
	toDatabase: Annotation[];
	/** Of those, how many it has not at all. */
	missing: number;
	/** What the journal has not, or older. */
	toJournal: Annotation[];
}

/** Compares a journal with all that the database has. */
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
		// A tombstone is to be there as such, and takes the content from what the journal has.
		const isPurged = isTombstone(one) && !!journaled && !isTombstone(journaled);
		if (text !== before || isPurged) difference.toJournal.push(one);
		// A tombstone stays one: the journal may still have what it was.
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
