/** What a reader did before the code that answers it was fetched: none of it is lost. */

export class EventBuffer<T> {
	#waiting: T[] = [];
	#handler: ((event: T) => void) | null = null;

	/** Something was done: it is handled now, or waits until there is a handler. */
	push(event: T): void {
		if (this.#handler) this.#handler(event);
		else this.#waiting.push(event);
	}

	/** Hands all events over from now on, those that wait first, in their order. `null`: they wait again. */
	handle(handler: ((event: T) => void) | null): void {
		this.#handler = handler;
		if (handler) for (const event of this.#waiting.splice(0)) handler(event);
	}

	/** Forgets what waits: it is meant no more. */
	clear(): void {
		this.#waiting = [];
	}
}
