/** Whether the font that was chosen is on the device. */

export class FontState {
	#missing = $state(false);
	#sheet: string | undefined;
	#keep: (sheet: string) => Promise<boolean>;

	/** @param keep fetches the font of a style sheet; tells whether it is here */
	constructor(keep: (sheet: string) => Promise<boolean>) {
		this.#keep = keep;
	}

	/** It could not come: another stands in for it. */
	get missing(): boolean {
		return this.#missing;
	}

	/** Has a font come, or come whole; `undefined`: the system's own, which is always here. */
	async choose(sheet: string | undefined): Promise<void> {
		this.#sheet = sheet;
		const here = sheet === undefined || (await this.#keep(sheet));
		// Another was chosen meanwhile.
		if (this.#sheet === sheet) this.#missing = !here;
	}
}
