/** Gives marks of other apps their place in the texts that are here. */
import type { Annotation, Target } from '../annotation/annotation';
import { tick } from '../annotation/clock';
import type { ForeignMark } from '../formats/foreign-mark';
import {
	candidateChapters,
	findPassage,
	prepareChapter,
	type LibraryChapter
} from './find-passage';

/** Who "wrote" what an import brings, in its clocks: no device of anybody. */
export const IMPORT_DEVICE = 'import';

/** A mark as one of our records, and whether its passage was found. */
export interface PlacedMark {
	annotation: Annotation;
	isPlaced: boolean;
	/** The file does not say when it was made: what stands there is when it was imported. */
	isUndated: boolean;
}

/**
 * Makes records of marks, one after the other: `place` looks for each mark's passage in the
 * chapters that its address or its title names, and where neither is known here, for longer
 * quotes word by word in all. What is not found keeps its quote, in the chapter that it must be
 * in or under the title that its app gave.
 *
 * @param now for marks without a date: ISO 8601, UTC
 */
export function createMarkPlacer(
	chapters: readonly LibraryChapter[],
	now: string
): { place(mark: ForeignMark): PlacedMark } {
	const ready = chapters.map((chapter) => prepareChapter(chapter));
	return {
		place(mark) {
			const named = candidateChapters(mark, ready);
			const found = findPassage(named ?? ready, mark, named !== null);
			// A wrong chapter is worse than none: only the single one that it can be in.
			const home = named?.length === 1 ? named[0].chapter : null;
			const target = found ?? unplaced(mark, home);
			return {
				annotation: toAnnotation(mark, target, now),
				isPlaced: found !== null,
				isUndated: mark.created === null
			};
		}
	};
}

function unplaced({ quote, origin }: ForeignMark, home: LibraryChapter | null): Target {
	return {
		work: home?.work ?? (origin.title || origin.address || origin.app),
		chapter: home?.chapter ?? '',
		// No edition has this name: it is sought by its words whenever its chapter is opened.
		edition: '',
		norm: 1,
		start: 0,
		end: 0,
		blocks: ['', ''],
		quote
	};
}

function toAnnotation(mark: ForeignMark, target: Target, now: string): Annotation {
	const written = mark.modified ?? mark.created;
	// Older than anything a reader writes here when the file does not say.
	const at = tick(null, written === null ? 1 : Date.parse(written), IMPORT_DEVICE);
	const { id, kind, note, colour, style, tags, origin } = mark;
	return {
		id,
		v: 1,
		kind,
		created: mark.created ?? now,
		targets: [target],
		fields: {
			...(note === '' ? {} : { note: { value: note, at } }),
			...(colour === null ? {} : { colour: { value: colour, at } }),
			...(style === null ? {} : { style: { value: style, at } }),
			...(tags.length === 0 ? {} : { tags: { value: tags, at } })
		},
		origin
	};
}
