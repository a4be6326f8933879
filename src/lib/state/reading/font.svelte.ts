/** The font that was chosen: its faces, and whether it is on the device. */
import type { FontFaceParts, LoadedFont } from '$lib/core/reading/font-files';
import { untrack } from 'svelte';

export class FontState {
	#missing = $state(false);
	#loaded = $state.raw<LoadedFont | null>(null);
	#sheet: string | undefined;
	#download: (sheet: string) => Promise<FontFaceParts[] | null>;

	/**
	 * @param download fetches the font of a style sheet; gives its faces when it is on the device then
	 * @param before the font that the page has from before
	 */
	constructor(
		download: (sheet: string) => Promise<FontFaceParts[] | null>,
		before: LoadedFont | null = null
	) {
		this.#download = download;
		this.#loaded = before;
	}

	/** It could not come: another stands in for it. */
	get missing(): boolean {
		return this.#missing;
	}

	/** The font that was chosen, once it is here; `null` for the system's own. */
	get loaded(): LoadedFont | null {
		return this.#loaded;
	}

	/** Has a font come, or come whole; `undefined`: the system's own, which is always here. */
	async choose(sheet: string | undefined): Promise<void> {
		this.#sheet = sheet;
		// An address has the hash of what is there: the faces are those of before. An effect that chooses
		// must not follow them: they are written below, and it would choose again without end.
		if (untrack(() => this.#loaded?.sheet) !== sheet) this.#loaded = null;
		const faces = sheet === undefined ? [] : await this.#download(sheet);
		// Another was chosen meanwhile.
		if (this.#sheet !== sheet) return;
		this.#missing = faces === null;
		if (sheet !== undefined && faces) this.#loaded = { sheet, faces };
	}
}
