/** Hands works of a file to the page, each in parts; for the worker of files. */
import type { ReadWork } from '$lib/core/formats/read-works';
import type { OwnChapter, OwnWork } from '$lib/core/own-works/own-work';
import type { OwnFile } from '$lib/storage/database';
import { readWorks } from './works-in-file';

/** Letters of chapters that are sent at once: copying them takes the page's time. */
const AT_ONCE = 400_000;

export interface RestoredWork {
	work: OwnWork;
	files: OwnFile[];
}

export class WorksToRestore {
	#works: AsyncGenerator<ReadWork>;
	#wanted: ReadonlySet<string>;
	#chapters: OwnChapter[] = [];

	/** @param wanted slugs of the works that are to be handed over */
	constructor(lines: Blob, wanted: ReadonlySet<string>) {
		this.#works = readWorks(lines);
		this.#wanted = wanted;
	}

	/** The next work without its chapters; `null` after the last. */
	async next(): Promise<RestoredWork | null> {
		for (;;) {
			const { done, value } = await this.#works.next();
			if (done) return null;
			const { work, chapters, files } = value;
			if (!this.#wanted.has(work.slug) || work.removed) continue;
			this.#chapters = chapters;
			return {
				work,
				files: files.map(({ path, type, bytes }) => ({
					work: work.slug,
					path,
					blob: new Blob(bytes, { type })
				}))
			};
		}
	}

	/** The next chapters of that work; none after the last. */
	nextChapters(): OwnChapter[] {
		const part: OwnChapter[] = [];
		for (let letters = 0; this.#chapters.length > 0 && letters < AT_ONCE;) {
			const chapter = this.#chapters.shift()!;
			letters += chapter.text.length + chapter.article.length;
			part.push(chapter);
		}
		return part;
	}
}
