/** What a reader did before the code that answers it was fetched: none of it is lost. */

export class EventBuffer<T> {
	#waiting: T[] = [];
	#handler: ((event: T) => void) | null = null;
	#isMeant: (event: T) => boolean;

	/**
	 * @param isMeant whether an event that has to wait is to be handled later: asked when it comes,
	 *     and again before the first one is handled
	 */
	constructor(isMeant: (event: T) => boolean = () => true) {
		this.#isMeant = isMeant;
	}

	/** Something was done: it is handled now, or waits until there is a handler. */
	push(event: T): void {
		if (this.#handler) this.#handler(event);
		else if (this.#isMeant(event)) this.#waiting.push(event);
	}

	/** Hands all events over from now on, those that wait first, in their order. `null`: they wait again. */
	handle(handler: ((event: T) => void) | null): void {
		this.#handler = handler;
		if (!handler) return;
		for (const event of this.#waiting.splice(0).filter(this.#isMeant)) handler(event);
	}

	/** Forgets what waits: it is meant no more. */
	clear(): void {
		this.#waiting = [];
	}
}
