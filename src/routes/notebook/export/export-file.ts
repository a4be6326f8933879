/** The file that *Export* saves. */
import type { Place } from '$lib/core/annotation/annotation';
import { editionsOf } from '$lib/core/annotation/snapshot';
import { idle } from '$lib/core/app/idle';
import { loadModule } from '$lib/core/app/missing-script';
import { datedFileName } from '$lib/core/formats/file-name';
import type { EXPORT_FORMATS } from '$lib/core/formats/format-names';
import type { Entry } from '$lib/core/notebook/entry';
import type { Work } from '$lib/core/text/work';
import type { FileToSave } from '$lib/dom/save-file';
import { AppAnnotations } from '$lib/state/annotations/app-annotations';
import type { App } from '$lib/state/app';
import { Snapshots } from '$lib/state/snapshots';
import type { ChangedChapters } from '../review/changed-chapters.svelte';

export interface ExportSource {
	app: App;
	changed: ChangedChapters;
	works: readonly Work[];
	/** Version of the app. */
	version: string;
}

/**
 * Writes entries in a format. Waits until every chapter is checked, since a file says which
 * passages are not in today's text.
 */
export async function makeExportFile(
	entries: readonly Entry[],
	{ id, ending }: (typeof EXPORT_FORMATS)[number],
	{ app, changed, works, version }: ExportSource
): Promise<FileToSave> {
	await app.get(AppAnnotations).annotations.save();
	while (changed.checking) await idle(window);
	const annotations = entries.map(({ annotation }) => annotation);
	const places = new Map<string, Place>();
	for (const one of annotations) {
		const place = changed.placeOf(one);
		if (place) places.set(one.id, place);
	}
	const context = {
		title: titleOf(entries, works),
		generated: new Date().toISOString(),
		version,
		site: `${location.origin}${app.base}/`,
		works: [...works],
		texts: await app.get(Snapshots).read([...editionsOf(annotations)]),
		places
	};
	const { withFileWorker } = await loadModule(() => import('$lib/state/files/file-worker-client'));
	const blob = await withFileWorker(async (files) => {
		await files.giveAll(annotations);
		return files.perform({ task: 'write', format: id, context });
	});
	return { blob, name: datedFileName(new Date()) + ending };
}

function titleOf(entries: readonly Entry[], works: readonly Work[]): string {
	const slugs = new Set(entries.map(({ target }) => target.work));
	const [only] = works.filter(({ slug }) => slugs.has(slug));
	return slugs.size === 1 && only ? `Notes on ${only.title}` : 'Postil notes';
}
