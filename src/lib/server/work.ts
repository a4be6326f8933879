import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkImages } from '$lib/content/markdown/images';
import { checkSvg } from '$lib/content/publishing/check-svg';
import { faultReporter, type ContentFault } from '$lib/content/publishing/faults';
import type { Work } from '$lib/core/text/work';
import { readChapterFile, type Chapter } from './chapter-file';
import { readImageSize } from './image-size';
import { readSourceFile } from './source-file';
import { readWorkFile } from './work-file';
import { openWorkFolder, WORK_FILE, type WorkFolder } from './work-folder';

/** A work with the texts of its chapters. */
export interface WorkWithChapters extends Omit<Work, 'chapters'> {
	/** In reading order. */
	chapters: Chapter[];
}

/** Reads the work in the folder `path`, and adds to `faults` what is wrong with it. */
export function readWork(path: string, slug: string, faults: ContentFault[]): WorkWithChapters {
	const folder = openWorkFolder(path, faults);
	if (folder.chapters.length === 0)
		faultReporter(faults, path)(
			null,
			'has no chapters',
			'Put its first chapter in it, in a file with a name like 1-beginning.md.'
		);
	checkPictures(folder, faults);
	const reportInWorkFile = faultReporter(faults, join(path, WORK_FILE));
	const description = readWorkFile(folder, reportInWorkFile);
	const chapters = readChapters(folder, description.language, faults);
	checkNumbers(chapters, path, faults);
	return { slug, ...description, chapters };
}

function readChapters(folder: WorkFolder, language: string, faults: ContentFault[]): Chapter[] {
	const slugs = folder.chapters.map(({ slug }) => slug);
	const context = { language, chapters: new Set(slugs), images: imagesOf(folder) };
	return folder.chapters.flatMap(({ slug, path }) => {
		const report = faultReporter(faults, path);
		const source = readSourceFile(path, report);
		return source === null ? [] : [readChapterFile(slug, source, context, report)];
	});
}

function imagesOf({ path: folder, images }: WorkFolder): WorkImages {
	return { paths: images, sizeOf: (path) => readImageSize(readFileSync(join(folder, path))) };
}

/** Reports pictures in SVG that could run something when they are opened by themselves. */
function checkPictures({ path: folder, images }: WorkFolder, faults: ContentFault[]): void {
	for (const image of images) {
		const path = join(folder, image);
		if (image.toLowerCase().endsWith('.svg'))
			checkSvg(readFileSync(path), faultReporter(faults, path));
	}
}

/** Reports chapters that bear the same number, each in its own file. */
function checkNumbers(chapters: readonly Chapter[], path: string, faults: ContentFault[]): void {
	for (const { slug, number, numberLine } of chapters) {
		const twin = chapters.find((other) => other.slug !== slug && other.number === number);
		if (number === null || !twin) continue;
		faultReporter(faults, join(path, `${slug}.md`))(
			numberLine,
			`bears the number of ${twin.slug}.md, “${number}”`,
			'Give one of them another, or take the line out.'
		);
	}
}
