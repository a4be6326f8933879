/** What is wrong with a file that a reader gave us, and where. */

/** A part of a file that could not be taken; the rest was. */
export interface Refusal {
	/** Where in the file: `items[3].target.selector`, `line 12`. Empty: the file itself. */
	path: string;
	/** What is wrong there, to be read after the path: "has no quote". */
	reason: string;
}

/** A file that cannot be taken at all. Nothing was changed. */
export class FileError extends Error implements Refusal {
	override name = 'FileError';

	/** @param path where, @param reason what; see `Refusal` */
	constructor(
		readonly path: string,
		readonly reason: string
	) {
		super(path === '' ? `The file ${reason}.` : `${path} ${reason}.`);
	}
}
