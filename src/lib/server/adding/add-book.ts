/** A file with a book becomes a work in the folder `content/`, or a newer edition of the one there. */
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import { BookError, type Book } from '$lib/content/books/book';
import { openBook, type OpenOptions } from '$lib/content/books/open-book';
import { readImageSize } from '../image-size';
import { readWork } from '../work';
import { openWorkFolder, WORK_FILE } from '../work-folder';
import { AddError } from './add-error';
import { compareFiles, describeChanges, describeMoves, type FileChanges } from './changes';
import { keepAddresses } from './keep-addresses';
import { reportOn } from './report-on';
import { checkWritten } from './written-work';
import { describeBook, standInsFor, withCover, type SaidOfBook } from './work-description';
import { filesOf, type WorkFiles } from './work-files';
import { workSlug } from './work-slug';

export interface AddOptions extends SaidOfBook, Pick<OpenOptions, 'encoding' | 'chapters'> {
	/** The slug of the work; without it one is made of the title. */
	name?: string;
	/** Whether a work that is there is changed. */
	update?: boolean;
}

/** A file as a publisher gives it. */
export interface BookFile {
	/** Without its folder. */
	name: string;
	bytes: Uint8Array;
}

/**
 * Adds the book in `file` to the works in `folder`, and gives what to tell the publisher, line by line.
 * Everything is written beside the works, read by the reader of the build, compared with the book, and
 * only then put in its place. Throws an `AddError` when nothing was changed, with the reason.
 */
export function addBook(file: BookFile, folder: string, options: AddOptions): string[] {
	const opened = describeBook(open(file, options), options);
	const standIns = standInsFor(opened, file.name);
	const book = Object.assign(
		opened,
		Object.fromEntries([...standIns].map(([key, [value]]) => [key, value]))
	);
	const path = join(folder, workSlug(options.name, book.title));
	const notes = [...standIns.values()].map(([, sentence]) => sentence);
	return existsSync(path)
		? updateWork(book, path, options.update ?? false)
		: addWork(book, path, notes);
}

function open({ name, bytes }: BookFile, options: OpenOptions): Book {
	try {
		return openBook(bytes, name, {
			...options,
			canShow: (image) => readImageSize(image) !== null
		});
	} catch (error) {
		if (error instanceof BookError) throw new AddError(error.message);
		throw error;
	}
}

function addWork(book: Book, path: string, notes: readonly string[]): string[] {
	const written = writeAside(filesOf(book), path);
	try {
		checkWritten(written, book);
		moveInto(written, path);
	} finally {
		rmSync(written, { recursive: true, force: true });
	}
	return reportOn(book, path, notes);
}

/** Throws an `AddError` when another run has put a work there meanwhile. */
function moveInto(written: string, path: string): void {
	try {
		renameSync(written, path);
	} catch (error) {
		const { code = '' } = error as NodeJS.ErrnoException;
		if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(code) || !existsSync(path)) throw error;
		throw new AddError(`${path} was made meanwhile by another run, and stays as it is.`);
	}
}

/** Keeps the addresses of chapters, and what the publisher says in `work.yaml`. */
function updateWork(book: Book, path: string, mayChange: boolean): string[] {
	const published = readWork(path, 'published', []);
	const said = { ...book, language: published.language };
	const { book: renamed, moved } = keepAddresses(said, published.chapters);
	const files = filesOf(renamed);
	const description = join(path, WORK_FILE);
	if (existsSync(description))
		files.set(
			WORK_FILE,
			new TextEncoder().encode(withCover(readFileSync(description, 'utf8'), book.cover))
		);
	const written = writeAside(files, path);
	try {
		const changes = compareFiles(openWorkFolder(path, []), files);
		const lines = describeChanges(changes, published, checkWritten(written, renamed));
		if (lines.length === 0) return [`${path} has all of it already: nothing is changed.`];
		const announced = [`In ${path}:`, ...lines.map((line) => `  ${line}`), ...describeMoves(moved)];
		if (!mayChange)
			throw new AddError(
				[
					`${path} is there already, and stays as it is. With --update this would be done.`,
					...announced
				].join('\n')
			);
		change(path, files, changes);
		return [...announced, '', ...reportOn(renamed, path, [])];
	} finally {
		rmSync(written, { recursive: true, force: true });
	}
}

/**
 * Writes files into a folder beside the one at `path`, which the build passes over, and gives its path.
 * Each process has a folder of its own, so that two books can be added at once.
 */
function writeAside(files: WorkFiles, path: string): string {
	const parent = dirname(path);
	removeLeftovers(parent);
	const aside = join(parent, ASIDE + process.pid);
	for (const [name, bytes] of files) writeFile(join(aside, name), bytes);
	return aside;
}

/** How the folder begins that a process writes into; the id of the process follows. */
const ASIDE = '.adding-';

/** Removes the folders of processes that were stopped while they wrote, and of an earlier book of this one. */
function removeLeftovers(folder: string): void {
	if (!existsSync(folder)) return;
	for (const name of readdirSync(folder)) {
		const id = name.startsWith(ASIDE) ? Number(name.slice(ASIDE.length)) : null;
		if (id !== null && (id === process.pid || !isRunning(id)))
			rmSync(join(folder, name), { recursive: true, force: true });
	}
}

function isRunning(id: number): boolean {
	try {
		return process.kill(id, 0); // sends nothing
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM'; // It is somebody else's.
	}
}

function change(path: string, files: WorkFiles, { added, changed, removed }: FileChanges): void {
	for (const name of [...added, ...changed]) writeFile(join(path, name), files.get(name)!);
	for (const name of removed) rmSync(join(path, name));
}

function writeFile(path: string, bytes: Uint8Array): void {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, bytes);
}
