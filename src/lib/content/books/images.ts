import { suggestSlug } from '../publishing/addresses';
import { kindOfImage } from './image-kind';
import type { BookReport } from './report';

/** The pictures of a book that its chapters show, under the names that they get in the work's folder. */
export class BookImages {
	/** By their paths in the work's folder. */
	files = new Map<string, Uint8Array>();
	#byPath = new Map<string, string | null>();

	constructor(
		private readonly read: (path: string) => Uint8Array | null,
		private readonly canShow: (bytes: Uint8Array, name: string) => boolean,
		private readonly report: BookReport
	) {}

	/** The path in the work's folder of the picture at a path of the book; `null`, and reported, when it cannot be shown. */
	pathOf(path: string): string | null {
		const key = path.toLowerCase(); // a book may spell it otherwise than its zip file
		const known = this.#byPath.get(key);
		if (known !== undefined) return known;
		const added = this.#add(path);
		this.#byPath.set(key, added);
		return added;
	}

	#add(path: string): string | null {
		const bytes = this.read(path);
		if (!bytes) {
			this.report.count('missingImage');
			return null;
		}
		const kind = kindOfImage(bytes);
		const base =
			suggestSlug(
				path
					.split('/')
					.at(-1)!
					.replace(/\.\w+$/, '')
			) || 'picture';
		let name = `images/${base}.${kind}`;
		for (let copy = 2; this.files.has(name); copy++) name = `images/${base}-${copy}.${kind}`;
		if (kind === null || !this.canShow(bytes, name)) {
			this.report.count('refusedImage');
			return null;
		}
		this.files.set(name, bytes);
		return name;
	}
}
