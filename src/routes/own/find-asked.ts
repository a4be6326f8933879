/** What the address of the page asks for, as it is stored. */
import { StorageError } from '$lib/core/app/storage-error';
import { storageErrorText } from '$lib/core/app/storage-error-text';
import type { OwnChapterSummary, OwnWork } from '$lib/core/own-works/own-work';
import type { ArticleNode } from '$lib/core/text/article-node';
import { picturesIn } from '$lib/dom/article/build-article';
import type { OwnWorks } from '$lib/state/own-works/own-works.svelte';

export type Asked =
	| {
			kind: 'chapter';
			work: OwnWork;
			chapter: OwnChapterSummary;
			previous: OwnChapterSummary | null;
			next: OwnChapterSummary | null;
			nodes: ArticleNode[];
			/** Addresses of the pictures that the chapter shows, by path. They end with the page. */
			pictures: ReadonlyMap<string, string>;
	  }
	| { kind: 'work'; work: OwnWork }
	/** It is not here; `title`, when the work was here once. `failure`: why it is not known, as a reader is told. */
	| { kind: 'unknown'; title: string | null; failure: string | null };

/** Finds what `?work=…&chapter=…` asks for; a chapter that is not in its work leads to the work. */
export async function findAsked(ownWorks: OwnWorks, address: URLSearchParams): Promise<Asked> {
	const slug = address.get('work') ?? '';
	try {
		await ownWorks.load();
		const work = ownWorks.find(slug);
		if (!work) {
			const title = ownWorks.all.find((one) => one.slug === slug)?.title ?? null;
			return { kind: 'unknown', title, failure: null };
		}
		return (
			(await findChapter(ownWorks, work, address.get('chapter') ?? '')) ?? { kind: 'work', work }
		);
	} catch (error) {
		if (!(error instanceof StorageError)) throw error;
		return { kind: 'unknown', title: null, failure: storageErrorText(error) };
	}
}

async function findChapter(ownWorks: OwnWorks, work: OwnWork, slug: string): Promise<Asked | null> {
	const index = work.chapters.findIndex((chapter) => chapter.slug === slug);
	const stored = index < 0 ? null : await ownWorks.readChapter(work.slug, slug);
	if (!stored) return null;
	const pictures = new Map<string, string>();
	for (const path of picturesIn(stored.article)) {
		const blob = await ownWorks.readPicture(work.slug, path);
		if (blob) pictures.set(path, URL.createObjectURL(blob));
	}
	return {
		kind: 'chapter',
		work,
		chapter: work.chapters[index],
		previous: work.chapters[index - 1] ?? null,
		next: work.chapters[index + 1] ?? null,
		nodes: stored.article,
		pictures
	};
}
