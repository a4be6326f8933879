/** Writes the file that the client of Hypothesis imports (annotations-exporter.tsx and import-annotations.ts there). */
import { chapterAddress, titleAndAuthor, type ExportContext } from '../export-context';
import type { Annotation } from '../../annotation/annotation';
import { entriesByChapter } from '../export-entries';
import { writeJson } from '../json';
import type { Entry } from '../../notebook/entry';
import { latestClock } from '../../annotation/latest-clock';
import { timeOf } from '../../annotation/clock';
import { idToUrn } from '../urn';
import { BOOKMARK_TAG, OWN_USER } from './own-rows';

/**
 * The text of a file with all of `annotations` that are not deleted. A bookmark becomes an annotation of
 * its paragraph with the tag `bookmark`.
 */
export function toHypothesis(annotations: readonly Annotation[], context: ExportContext): string {
	const entries = entriesByChapter(annotations, context).flatMap((group) => group.entries);
	return writeJson({
		export_date: context.generated,
		export_userid: OWN_USER,
		client_version: `Postil ${context.version}`,
		annotations: entries.map((entry) => toRow(entry, context))
	});
}

function toRow(
	{ annotation, target, note, tags }: Entry,
	context: ExportContext
): Record<string, unknown> {
	const { id, kind, created } = annotation;
	const uri = chapterAddress(context, target, annotation);
	const { title } = titleAndAuthor(context, target, annotation.origin);
	const latest = latestClock(annotation);
	const updated =
		latest === null ? Date.parse(created) : Math.max(timeOf(latest), Date.parse(created));
	const { exact } = target.quote;
	return {
		id: idToUrn(id).replace(/^urn:[a-z]+:/, ''),
		created,
		updated: new Date(updated).toISOString(),
		user: OWN_USER,
		uri,
		text: note,
		tags: kind === 'bookmark' ? [...tags, BOOKMARK_TAG] : [...tags],
		group: '__world__',
		permissions: { read: [OWN_USER], admin: [OWN_USER], update: [OWN_USER], delete: [OWN_USER] },
		document: { title: [title] },
		links: {},
		hidden: false,
		flagged: false,
		// The positions of Hypothesis count a whole page, which is not known here; it can do with the quote.
		target: [
			{
				source: uri,
				...(exact === '' ? {} : { selector: [{ type: 'TextQuoteSelector', ...target.quote }] })
			}
		]
	};
}
