/** The keys of the reading page: none is lost, though what answers them is fetched when the first is pressed. */

type Answer = (event: KeyboardEvent) => void;

export class Keys {
	#held: KeyboardEvent[] = [];
	#answer: Answer | null = null;

	/** A key was pressed: it is answered, or held until something answers. */
	press(event: KeyboardEvent): void {
		if (this.#answer) this.#answer(event);
		else this.#held.push(event);
	}

	/** From now on `answer` hears every key, first those that were held, in their order. */
	answer(answer: Answer): void {
		this.#answer = answer;
		for (const event of this.#held.splice(0)) answer(event);
	}
}
