/** What can be undone and redone, in this tab. */

export interface Step {
	/** What the reader did, in words: "Highlight", "Deletion". */
	what: string;
	undo(): void;
	redo(): void;
	/** The annotation that this step made, while what is typed into it belongs to the step. */
	made?: string;
}

/** More than anybody takes back; a step may hold a long note. */
const MOST_STEPS = 200;

export class UndoStack {
	// Plain lists: while a component is taken off the page Svelte gives the state of before, and the
	// step of a note's editor that closes with its card would be put in the place of the card's own.
	#done: Step[] = [];
	#undone: Step[] = [];
	#changed = $state.raw({});

	get canUndo(): boolean {
		void this.#changed;
		return this.#done.length > 0;
	}

	get canRedo(): boolean {
		void this.#changed;
		return this.#undone.length > 0;
	}

	/** The latest step; `null` when there is none. */
	get latest(): Step | null {
		return this.#done.at(-1) ?? null;
	}

	/** Remembers what was just done. What was undone before cannot be redone after it. */
	push(step: Step): void {
		this.#done = [...this.#done, step].slice(-MOST_STEPS);
		this.#undone = [];
		this.#changed = {};
	}

	/** Ends the making of an annotation: what is typed into it from now on is a step of its own. */
	endMaking(id: string): void {
		for (const step of this.#done) if (step.made === id) step.made = undefined;
	}

	/** Takes the latest step back and says what it was; `null` when there is none. */
	undo(): string | null {
		const step = this.#done.pop();
		if (!step) return null;
		this.#undone.push(step);
		this.#changed = {};
		step.undo();
		return step.what;
	}

	/** Does again what was undone last and says what it was; `null` when there is nothing. */
	redo(): string | null {
		const step = this.#undone.pop();
		if (!step) return null;
		this.#done.push(step);
		this.#changed = {};
		step.redo();
		return step.what;
	}
}
