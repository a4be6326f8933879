import { suggestSlug } from '../publishing/addresses';
import { kindOfImage } from './image-kind';
import type { BookReport } from './report';

// Every browser, worker and Node version has it, but the types of ECMAScript alone do not.
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** The pictures of a book that its chapters show, under the names that they get in the work's folder. */
export class BookImages {
	/** By their paths in the work's folder. */
	files = new Map<string, Uint8Array>();
	#byPath = new Map<string, string | null>();
	#byDrawing = new Map<string, string | null>();
	/** How many files have a name and numbers after it, by that name. */
	#copies = new Map<string, number>();

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

	/** The path in the work's folder of a drawing, by its SVG; the same one stands there once. `null` when it cannot be shown. */
	pathOfDrawing(svg: string): string | null {
		const known = this.#byDrawing.get(svg);
		if (known !== undefined) return known;
		const added = this.#addBytes(new TextEncoder().encode(svg), 'drawing');
		this.#byDrawing.set(svg, added);
		return added;
	}

	#add(path: string): string | null {
		const bytes = this.read(path);
		if (!bytes) {
			this.report.count('missingImage');
			return null;
		}
		const [file] = path.split('/').slice(-1);
		const added = this.#addBytes(bytes, suggestSlug(file.replace(/\.\w+$/, '')) || 'picture');
		if (added === null) this.report.count('refusedImage');
		return added;
	}

	#addBytes(bytes: Uint8Array, base: string): string | null {
		const kind = kindOfImage(bytes);
		const wanted = `images/${base}.${kind}`;
		let name = wanted;
		let copies = this.#copies.get(wanted) ?? 1;
		while (this.files.has(name)) name = `images/${base}-${++copies}.${kind}`;
		if (kind === null || !this.canShow(bytes, name)) return null;
		this.files.set(name, bytes);
		this.#copies.set(wanted, copies);
		return name;
	}
}
