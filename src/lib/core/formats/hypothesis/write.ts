/** The file that Hypothesis' client imports (h's client: annotations-exporter.tsx, import-annotations.ts). */
import { chapterAddress, workTitle, type ExportContext } from '../export-context';
import type { Annotation } from '../../annotation/annotation';
import { entriesByChapter } from '../export-entries';
import { writeJson } from '../json';
import type { Entry } from '../../notebook/entry';
import { latestClock } from '../../annotation/read-annotation';
import { timeOf } from '../../annotation/clock';
import { toUrn } from '../urn';

// Who imports becomes their owner; the file has to name somebody.
const USER = 'acct:reader@postil.invalid';

/** The live ones of `annotations`; a bookmark is a mark of its paragraph with the tag `bookmark`. */
export function toHypothesis(annotations: readonly Annotation[], about: ExportContext): string {
	const entries = entriesByChapter(annotations, about).flatMap((group) => group.entries);
	return writeJson({
		export_date: about.generated,
		export_userid: USER,
		client_version: `Postil ${about.version}`,
		annotations: entries.map((entry) => toRow(entry, about))
	});
}

function toRow(
	{ annotation, target, note, tags }: Entry,
	about: ExportContext
): Record<string, unknown> {
	const { id, kind, created } = annotation;
	const uri = chapterAddress(about, target, annotation);
	const { title } = workTitle(about, target, annotation.origin);
	const latest = latestClock(annotation);
	const updated =
		latest === null ? Date.parse(created) : Math.max(timeOf(latest), Date.parse(created));
	const { exact } = target.quote;
	return {
		id: toUrn(id).replace(/^urn:[a-z]+:/, ''),
		created,
		updated: new Date(updated).toISOString(),
		user: USER,
		uri,
		text: note,
		tags: kind === 'bookmark' ? [...tags, 'bookmark'] : [...tags],
		group: '__world__',
		permissions: { read: [USER], admin: [USER], update: [USER], delete: [USER] },
		document: { title: [title] },
		links: {},
		hidden: false,
		flagged: false,
		// Its positions count a whole page, which is not known here; the quote is what it needs.
		target: [
			{
				source: uri,
				...(exact === '' ? {} : { selector: [{ type: 'TextQuoteSelector', ...target.quote }] })
			}
		]
	};
}
