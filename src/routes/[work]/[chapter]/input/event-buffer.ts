/** What a reader did before what answers it was fetched: none of it is lost. */

export class EventBuffer<T> {
	#held: T[] = [];
	#answer: ((thing: T) => void) | null = null;

	/** Something was done: it is answered, or held until something answers. */
	give(thing: T): void {
		if (this.#answer) this.#answer(thing);
		else this.#held.push(thing);
	}

	/** From now on `answer` hears of everything, first of what was held, in its order; `null`: all is held again. */
	answer(answer: ((thing: T) => void) | null): void {
		this.#answer = answer;
		if (answer) for (const thing of this.#held.splice(0)) answer(thing);
	}

	/** Forgets what is held: it is meant no more. */
	drop(): void {
		this.#held = [];
	}
}
