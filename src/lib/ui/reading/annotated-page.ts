/**
 * The reading page with the reader's annotations on it. Loaded after the page answers, since one can
 * read without.
 */
import type { Annotations } from '$lib/state/annotations/annotations.svelte';
import { AppAnnotations } from '$lib/state/annotations/app-annotations';
import type { App } from '$lib/state/app';
import { createContext } from 'svelte';
import { OpenFootnote } from './footnotes/open-footnote.svelte';
import { Bookmarks } from './marking/bookmarks.svelte';
import { ChapterMarks } from './marking/chapter-marks.svelte';
import { Notices } from './marking/notices.svelte';
import { JumpHistory } from './position/jump-history.svelte';
import type { ReadingPage } from './reading-page';

export interface AnnotatedPage extends ReadingPage {
	/** All that the reader made, in every work. */
	readonly annotations: Annotations;
	readonly jumps: JumpHistory;
	readonly notices: Notices;
	readonly marks: ChapterMarks;
	readonly bookmarks: Bookmarks;
	readonly footnote: OpenFootnote;
}

/** For what opens over the text: `OverlayLayer.svelte` sets it. */
export const [getAnnotatedPage, setAnnotatedPage] = createContext<AnnotatedPage>();

/** Each is given what it needs: none of them knows of all. */
export function annotatePage(app: App, page: ReadingPage): AnnotatedPage {
	const { chapter, position } = page;
	const { annotations } = app.get(AppAnnotations);
	const jumps = new JumpHistory(page);
	const notices = new Notices();
	const marks = new ChapterMarks(annotations, chapter);
	const bookmarks = new Bookmarks({ annotations, chapter, position, marks, notices });
	const footnote = new OpenFootnote();
	return { ...page, annotations, jumps, notices, marks, bookmarks, footnote };
}
