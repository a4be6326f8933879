/** The works of the reader's own that a backup gets, as the page sends them; for its worker. */
import {
	BETWEEN_LINES,
	BYTES_A_LINE,
	REST_END,
	WORKS_END,
	WORKS_START,
	WorkWriter
} from '$lib/core/formats/works-lines';
import type { OwnFile } from '$lib/storage/database';
import type { WorkPart } from '$lib/storage/own-works/read-whole-work';

export class WorksToWrite {
	/** Lines of whole works. The browser may keep blobs on the disk, and not in memory. */
	#works: Blob[] = [];
	#lines: Blob[] = [];
	#files: OwnFile[] = [];
	#writer = new WorkWriter();

	/** Takes what comes of a work. Its record begins it, anew where it has begun. */
	take({ work, chapters = [], files = [] }: WorkPart): void {
		if (work) {
			this.#lines = [];
			this.#files = [];
			this.#add([this.#writer.work(work)]);
		}
		this.#add(chapters.map((chapter) => this.#writer.chapter(chapter)));
		this.#files.push(...files);
	}

	/** Ends the work that was sent. */
	async append(): Promise<null> {
		for (const { path, blob } of this.#files) {
			this.#add([this.#writer.file({ path, type: blob.type })]);
			for (let at = 0; at < blob.size; at += BYTES_A_LINE) {
				const bytes = await blob.slice(at, at + BYTES_A_LINE).arrayBuffer();
				this.#add([this.#writer.bytes(new Uint8Array(bytes))]);
			}
		}
		this.#works.push(new Blob([...this.#lines, this.#writer.end()]));
		this.#lines = [];
		this.#files = [];
		return null;
	}

	/** A file of the text of a backup and the works, which are let go of. */
	finish(text: string, type: string): Blob {
		const works = this.#works;
		this.#works = [];
		if (works.length === 0 || !text.endsWith(REST_END)) return new Blob([text], { type });
		const lines = works.flatMap((work, index) => (index === 0 ? [work] : [BETWEEN_LINES, work]));
		return new Blob([text.slice(0, -REST_END.length), WORKS_START, ...lines, WORKS_END], { type });
	}

	#add(lines: readonly string[]): void {
		if (lines.length > 0)
			this.#lines.push(new Blob(lines.flatMap((line) => [line, BETWEEN_LINES])));
	}
}
