/** Finds annotations again off the main thread. It opens no database: the page sends it the texts. */
import type { Place, Target } from '$lib/core/annotation/annotation';
import { openPlacing, type Alignments, type Edition } from '$lib/core/anchoring/place-all';

/** Targets to be placed in today's edition; see `placeAll`. */
export interface PlacingTask {
	now: Edition;
	targets: readonly Target[];
	/** Texts of older editions, by edition. */
	snapshots: ReadonlyMap<string, string>;
}

/** A task, with the number by which it is answered. */
export interface PlacingRequest extends PlacingTask {
	id: number;
}

export interface PlacingAnswer {
	id: number;
	/** `places[i]` answers `targets[i]`. */
	places: Place[];
}

interface Open {
	id: number;
	targets: readonly Target[];
	place: (target: Target) => Place;
	places: Place[];
}

// Milliseconds after which the worker looks whether something newer was asked.
const TURN = 20;

/** All that is not answered yet, the newest last. */
const open: Open[] = [];
/** Kept, since the next marks of a chapter come from the same editions. Places are not. */
const alignments: Alignments = new Map();
const next = new MessageChannel();

self.onmessage = ({ data }: MessageEvent<PlacingRequest>) => {
	const { id, now, targets, snapshots } = data;
	open.push({ id, targets, place: openPlacing(now, snapshots, alignments), places: [] });
	next.port2.postMessage(null);
};

// One turn for each message: what was asked meanwhile comes between two of them, and first.
next.port1.onmessage = () => {
	const newest = open.at(-1);
	if (!newest) return;
	const { id, targets, place, places } = newest;
	const end = performance.now() + TURN;
	while (places.length < targets.length && performance.now() < end) {
		places.push(place(targets[places.length]));
	}
	if (places.length === targets.length) {
		open.splice(open.indexOf(newest), 1);
		self.postMessage({ id, places } satisfies PlacingAnswer);
	}
	if (open.length > 0) next.port2.postMessage(null);
};
