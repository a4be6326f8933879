/** The content of a file, as every format looks at it to know whether the file is one of its own. */
import { decodeFile } from './decode-file';
import { parseJson } from './json';

export class FileContent {
	readonly text: string;
	#json: { value: unknown } | null = null;

	/** @throws FileError when the bytes are no text, or more than are ever read */
	constructor(bytes: Uint8Array) {
		this.text = decodeFile(bytes);
	}

	/**
	 * The data of a text that begins as JSON does, parsed once; `undefined` for any other text.
	 *
	 * @throws FileError as `parseJson` does
	 */
	get json(): unknown {
		return (this.#json ??= { value: this.#isJson ? parseJson(this.text) : undefined }).value;
	}

	get #isJson(): boolean {
		const [first] = this.text.trimStart();
		return first === '{' || first === '[';
	}
}
