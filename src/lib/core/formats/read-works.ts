/** Reads the works of the reader's own out of the lines of a backup, one work after the other. */
import * as v from 'valibot';
import { isOwnWork } from '../text/addresses';
import { editionOf, sha256Hex } from '../text/edition';
import type { OwnChapter, OwnWork } from '../own-works/own-work';
import { isIsoDate } from './check-annotation';
import { MAX_NAME_LENGTH, MAX_TEXT_LENGTH } from './limits';
import { hashOf, type FileHead } from './works-lines';

declare const atob: (text: string) => string;

/** A work of a backup, all of it. */
export interface ReadWork {
	work: OwnWork;
	/** None of one that was removed. */
	chapters: OwnChapter[];
	/** Their bytes, in parts. */
	files: (FileHead & { bytes: Uint8Array<ArrayBuffer>[] })[];
}

const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_NAME_LENGTH));
const Words = v.pipe(v.string(), v.maxLength(MAX_TEXT_LENGTH));
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const IsoDate = v.custom<string>(isIsoDate);

const Slug = v.pipe(Name, v.regex(/^[a-z0-9-]+$/)); // it stands in addresses

const Summary = v.looseObject({
	slug: Slug,
	title: Words,
	number: v.nullable(Words),
	minutes: v.pipe(v.number(), v.minValue(0)),
	level: Count,
	edition: Name,
	paragraphs: Count,
	plain: v.boolean()
});

const Work = v.looseObject({
	v: v.literal(1),
	slug: v.pipe(Slug, v.check(isOwnWork)),
	title: Words,
	author: Words,
	language: Words,
	dir: v.picklist(['ltr', 'rtl']),
	source: Words,
	rights: Words,
	chapters: v.array(Summary),
	format: Words,
	fileName: Words,
	size: v.pipe(v.number(), v.minValue(0)),
	cover: v.nullable(Name),
	added: IsoDate,
	updated: IsoDate,
	removed: v.optional(IsoDate)
});

const Chapter = v.object({
	work: Name,
	slug: Name,
	edition: Name,
	text: Words,
	blocks: v.array(v.object({ id: Name, start: Count, end: Count })),
	article: Words
});

const Line = v.union([
	v.object({ work: Work }),
	v.object({ chapter: Chapter }),
	v.object({ file: v.object({ path: v.string(), type: v.string() }) }),
	v.object({ bytes: v.string() }),
	v.object({ end: v.string() })
]);

/** Puts works together from lines. What is damaged is left out as a whole work. */
export class WorksReader {
	#hashes: string[] = [];
	/** `null` before the first, and in one that is damaged. */
	#read: ReadWork | null = null;
	#damaged = 0;

	/** How many works were left out so far. */
	get damaged(): number {
		return this.#damaged;
	}

	/** Takes the next line; gives the work that it ends, when it is whole. */
	take(line: string): ReadWork | null {
		const part = parse(line);
		if (part && 'work' in part) this.#begin(part.work);
		else if (!part) this.#fail();
		else if (!this.#read) return null;
		else if ('end' in part) return this.#end(part.end);
		else if (!add(this.#read, part)) this.#fail();
		this.#hashes.push(sha256Hex(line));
		return null;
	}

	/** There are no more lines: a work that is not ended is damaged. */
	finish(): void {
		this.#fail();
	}

	#begin(work: OwnWork): void {
		this.#fail();
		this.#hashes = [];
		this.#read = { work, chapters: [], files: [] };
	}

	#end(hash: string): ReadWork | null {
		const read = this.#read!;
		const isSound = hashOf(this.#hashes) === hash && isWhole(read);
		if (!isSound) this.#fail();
		this.#read = null;
		return isSound ? read : null;
	}

	#fail(): void {
		if (this.#read) this.#damaged += 1;
		this.#read = null;
	}
}

function parse(line: string): v.InferOutput<typeof Line> | null {
	try {
		const { success, output } = v.safeParse(Line, JSON.parse(line));
		return success ? output : null;
	} catch (error) {
		if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
		return null;
	}
}

type Part = Exclude<v.InferOutput<typeof Line>, { work: unknown } | { end: unknown }>;

/** Whether a part belongs to the work, and is what it should be. */
function add(read: ReadWork, part: Part): boolean {
	if ('chapter' in part) {
		const { chapter } = part;
		read.chapters.push(chapter);
		return chapter.work === read.work.slug && isChapter(chapter);
	}
	if ('file' in part) {
		read.files.push({ ...part.file, bytes: [] });
		return true;
	}
	const bytes = fromBase64(part.bytes);
	if (bytes) read.files.at(-1)?.bytes.push(bytes);
	return bytes !== null && read.files.length > 0;
}

/** Whether its edition is that of its text, and its blocks lie in it one after the other. */
function isChapter({ edition, text, blocks, article }: OwnChapter): boolean {
	let end = 0;
	const inOrder = blocks.every((block) => {
		const fits = block.start >= end && block.end >= block.start && block.end <= text.length;
		end = block.end;
		return fits;
	});
	return inOrder && edition === editionOf(text) && isList(article);
}

function isList(json: string): boolean {
	try {
		return Array.isArray(JSON.parse(json));
	} catch (error) {
		if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
		return false;
	}
}

/** Whether it has each of its chapters once; one that was removed is its record alone. */
function isWhole({ work, chapters, files }: ReadWork): boolean {
	if (work.removed) return chapters.length + files.length === 0;
	const editions = new Map(chapters.map(({ slug, edition }) => [slug, edition]));
	return (
		editions.size === chapters.length &&
		chapters.length > 0 &&
		chapters.length === work.chapters.length &&
		work.chapters.every(({ slug, edition }) => editions.get(slug) === edition)
	);
}

function fromBase64(letters: string): Uint8Array<ArrayBuffer> | null {
	let decoded: string;
	try {
		decoded = atob(letters);
	} catch (error) {
		if ((error as Error).name !== 'InvalidCharacterError') throw error;
		return null;
	}
	const bytes = new Uint8Array(decoded.length);
	for (let at = 0; at < decoded.length; at++) bytes[at] = decoded.charCodeAt(at);
	return bytes;
}
