/**
 * Writes the file that holds everything and comes back whole: an AnnotationSet that other apps can
 * read, and under `x-postil` what only Postil knows of.
 */
import type { Annotation } from '../../annotation/annotation';
import { compareTexts } from '../../annotation/canonical-json';
import { merge } from '../../annotation/merge';
import { snapshotsOf } from '../../annotation/snapshot';
import { chapterKey } from '../../text/work';
import type { ReadingPosition } from '../../reading/reading-position';
import type { ExportContext } from '../export-context';
import { isExported } from '../export-entries';
import { writeJson } from '../json';
import { POSTIL_KEY } from '../postil-data';
import { toAnnotationSet } from '../web-annotation/write';

/**
 * The text of a backup: all of `annotations`, deleted ones and tombstones too, with their history,
 * and the positions and preferences of `context`. The same contents give the same text: with
 * `context.generated` equal, so are the bytes.
 */
export function toBackup(annotations: readonly Annotation[], context: ExportContext): string {
	const merged = merge(annotations, []);
	const set = toAnnotationSet(merged.filter(isExported), context);
	const byKey = (a: ReadingPosition, b: ReadingPosition) =>
		compareTexts(chapterKey(a.target), chapterKey(b.target));
	return writeJson({
		...set,
		[POSTIL_KEY]: {
			v: 1,
			holds: 'backup',
			deleted: merged.filter((one) => !isExported(one)),
			snapshots: snapshotsOf(merged, context.texts),
			positions: [...(context.positions ?? [])].sort(byKey),
			preferences: context.preferences ?? {}
		}
	});
}
