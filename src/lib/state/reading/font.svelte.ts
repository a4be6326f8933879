/** Whether the font that was chosen is on the device. */

export class FontState {
	#missing = $state(false);
	#sheet: string | undefined;
	#download: (sheet: string) => Promise<boolean>;

	/** @param download fetches the font of a style sheet; gives whether it is on the device then */
	constructor(download: (sheet: string) => Promise<boolean>) {
		this.#download = download;
	}

	/** It could not come: another stands in for it. */
	get missing(): boolean {
		return this.#missing;
	}

	/** Has a font come, or come whole; `undefined`: the system's own, which is always here. */
	async choose(sheet: string | undefined): Promise<void> {
		this.#sheet = sheet;
		const here = sheet === undefined || (await this.#download(sheet));
		// Another was chosen meanwhile.
		if (this.#sheet === sheet) this.#missing = !here;
	}
}
