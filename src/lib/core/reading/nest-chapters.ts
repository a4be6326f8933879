import type { ChapterSummary } from '../text/work';

/** A chapter in the contents of a work, and those that stand under it: of a part its chapters. */
export interface ContentsEntry {
	chapter: ChapterSummary;
	/** Which chapter of the work it is, counted from 0. */
	index: number;
	children: ContentsEntry[];
}

/** The contents of a work: each chapter stands under the nearest one before it whose level is lower. */
export function nestChapters(chapters: readonly ChapterSummary[]): ContentsEntry[] {
	const outermost: ContentsEntry[] = [];
	const open: ContentsEntry[] = []; // from the outermost in
	for (const [index, chapter] of chapters.entries()) {
		while (open.length > 0 && levelOf(open.at(-1)!.chapter) >= levelOf(chapter)) open.pop();
		const entry: ContentsEntry = { chapter, index, children: [] };
		(open.at(-1)?.children ?? outermost).push(entry);
		open.push(entry);
	}
	return outermost;
}

function levelOf({ level = 1 }: ChapterSummary): number {
	return level;
}
