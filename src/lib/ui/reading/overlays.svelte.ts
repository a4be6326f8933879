/**
 * What is open over the text, and what a tap on the text does meanwhile. Each is one thing at a
 * time: two dialogs are never open at once, and the marker is off while a mark is placed by hand.
 */
import type { Block } from '$lib/core/text/chapter-text';
import type { TextRange } from '$lib/core/text/range';
import type { Work } from '$lib/core/text/work';
import { EventBuffer } from './input/event-buffer';

/** The parts of the contents of a work. */
export type ContentsPart = 'chapters' | 'bookmarks' | 'marks';

export type Dialog =
	| { kind: 'appearance' }
	/** `part`: what of it is shown first; the chapters, unless it is said. */
	| { kind: 'contents'; part?: ContentsPart }
	/**
	 * `wanted`: the hit that the address asks for, if it is the address that opens the search. `words`: what
	 * is looked up everywhere.
	 */
	| { kind: 'search'; wanted?: string; words?: string }
	| { kind: 'keys' }
	| { kind: 'block-menu'; block: Block }
	/** A picture of the text, as large as the screen. */
	| { kind: 'picture'; picture: HTMLImageElement }
	/** The citation of a passage, to copy. */
	| { kind: 'cite'; range: TextRange }
	/** What of the work is printed, and how. */
	| { kind: 'print'; work: Work }
	/** The card of the marks that lie where one tapped, the shortest first. */
	| { kind: 'mark-card'; ids: readonly string[] }
	/** The card of the note on a passage: of the mark `id`, or of one that its first letter will make. */
	| { kind: 'note'; range: TextRange; id: string | null };

/** What taps on the text are for: to mark sentences, or to show where a mark belongs. */
export type TapMode = { kind: 'marker' } | { kind: 'hand-placing'; id: string };

/** Where it was tapped, in px from the top left corner of the page: it may be scrolled until it is answered. */
export interface TextTap {
	x: number;
	y: number;
}

/** That the chapter is to be read aloud: from an offset of its text; `null`: from the selection or the top line. */
export interface ListeningRequest {
	from: number | null;
}

export class Overlays {
	/** The taps on the text for the mode that is on. */
	readonly textTaps = new EventBuffer<TextTap>();
	#dialog = $state.raw<Dialog | null>(null);
	#mode = $state.raw<TapMode | null>(null);
	#listening = $state.raw<ListeningRequest | null>(null);

	/** The dialog that is open. */
	get dialog(): Dialog | null {
		return this.#dialog;
	}

	/** `null`: a tap opens what it hits. */
	get mode(): TapMode | null {
		return this.#mode;
	}

	get isMarkerOn(): boolean {
		return this.#mode?.kind === 'marker';
	}

	/** Id of the mark that the reader places by hand. */
	get handPlaced(): string | null {
		return this.#mode?.kind === 'hand-placing' ? this.#mode.id : null;
	}

	/** Opens a dialog, in the place of one that is open. */
	open(dialog: Dialog): void {
		this.#dialog = dialog;
	}

	/** This dialog was closed; nothing happens when another has taken its place, of its kind or not. */
	close(dialog: Dialog): void {
		if (this.#dialog === dialog) this.#dialog = null;
	}

	/** Switches the marker on or off. While a mark is placed by hand, it stays off. */
	toggleMarker(): void {
		if (this.handPlaced) return;
		this.#mode = this.#mode ? null : { kind: 'marker' };
		if (!this.#mode) this.textTaps.clear();
	}

	/** What the reader listens to; `null`: they do not. */
	get listening(): ListeningRequest | null {
		return this.#listening;
	}

	/** Reads aloud from an offset of the text, or from the selection or the top line. */
	listen(from: number | null = null): void {
		this.#listening = { from };
	}

	stopListening(): void {
		this.#listening = null;
	}

	startHandPlacing(id: string): void {
		this.#mode = { kind: 'hand-placing', id };
	}

	stopHandPlacing(): void {
		if (this.handPlaced) this.#mode = null;
	}
}
