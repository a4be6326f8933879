/** The works of the reader's own in a backup, read part by part, whatever the length of the file; for its worker. */
import { WorksReader, type ReadWork } from '$lib/core/formats/read-works';
import { BETWEEN_LINES, REST_END, WORKS_END, WORKS_START } from '$lib/core/formats/works-lines';
import type { Refusal } from '$lib/core/formats/file-error';
import type { OwnWork } from '$lib/core/own-works/own-work';
import type { Progress } from '../task-worker';

/** A file in two parts. */
export interface SplitFile {
	/** All but the works: the file of a version that knows of none. */
	rest: Blob;
	/** The lines of the works; `null` without any. */
	lines: Blob | null;
	/** It breaks off within them. */
	isCut: boolean;
}

const STEP = 2 ** 22; // bytes that are in memory at once

/** Finds the works in a file. */
export async function splitFile(file: Blob): Promise<SplitFile> {
	const whole = { rest: file, lines: null, isCut: false };
	if ((await file.slice(0, 1).text()) !== '{') return whole;
	for (let at = 0; at < file.size; at += STEP) {
		const found = (await ascii(file.slice(at, at + STEP + WORKS_START.length))).indexOf(
			WORKS_START
		);
		if (found < 0) continue;
		const [start, end] = [at + found + WORKS_START.length, file.size - WORKS_END.length];
		const isCut = (await file.slice(end).text()) !== WORKS_END;
		return {
			rest: new Blob([file.slice(0, at + found), REST_END]),
			lines: file.slice(start, isCut ? file.size : end),
			isCut
		};
	}
	return whole;
}

/** A letter for each byte. */
async function ascii(part: Blob): Promise<string> {
	return new TextDecoder('latin1').decode(await part.arrayBuffer());
}

/** What a file has of works. */
export interface WorksInFile {
	/** Records of those that are whole; `removed` ones are records alone. */
	works: OwnWork[];
	refused: Refusal[];
}

/** Looks at all works of a file, without their texts. */
export async function listWorks(
	{ lines, isCut }: SplitFile,
	progress: Progress
): Promise<WorksInFile> {
	const found: WorksInFile = { works: [], refused: [] };
	if (!lines) return found;
	const path = 'x-postil.works';
	const reader = new WorksReader();
	for await (const { work } of readWorks(lines, reader, progress)) found.works.push(work);
	if (isCut) found.refused.push({ code: 'broken-json', path });
	if (reader.damaged > 0)
		found.refused.push({ code: 'damaged-works', path, details: { count: reader.damaged } });
	return found;
}

/** The works in `lines`, one after the other. */
export async function* readWorks(
	lines: Blob,
	reader = new WorksReader(),
	progress: Progress = () => {}
): AsyncGenerator<ReadWork> {
	for await (const line of linesOf(lines, progress)) {
		const work = reader.take(line);
		if (work) yield work;
	}
	reader.finish();
}

async function* linesOf(blob: Blob, progress: Progress): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	let begun: string[] = [];
	for (let at = 0; at < blob.size; at += STEP) {
		progress(at, blob.size);
		const bytes = await blob.slice(at, at + STEP).arrayBuffer();
		const [first, ...others] = decoder.decode(bytes, { stream: true }).split(BETWEEN_LINES);
		begun.push(first);
		for (const next of others) {
			yield begun.join('');
			begun = [next];
		}
	}
	yield begun.join('');
}
