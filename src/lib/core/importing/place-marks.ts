/** Makes annotations of marks of other apps, placed in the texts of the library. */
import type { Annotation, Target } from '../annotation/annotation';
import { importClock } from './import-clock';
import type { ForeignMark } from '../formats/foreign/foreign-mark';
import {
	candidateChapters,
	findPassage,
	prepareChapter,
	type LibraryChapter
} from './find-passage';

/** A mark as an annotation, and whether its passage was found. */
export interface PlacedMark {
	annotation: Annotation;
	isPlaced: boolean;
	/** The file does not say when the mark was made: its date is that of the import. */
	isUndated: boolean;
}

/**
 * Makes annotations of marks, one after the other. `place` looks for the passage of a mark in the
 * chapters that its address or its title names, and if the library has neither, in all chapters for
 * a long quote that stands there word by word. A mark that is not found keeps its quote, in the one chapter that it can be in or else under the
 * title that its app gave.
 *
 * @param now the date of marks without one: ISO 8601, UTC
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
			// A wrong chapter is worse than none, so that only the one that it can be in is taken.
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
		// No edition has this name, so that the words are searched whenever the chapter is opened.
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
	const time = written === null ? null : Date.parse(written);
	const register = <T>(value: T) => ({ value, at: importClock(time, value) });
	const { id, kind, note, colour, style, tags, origin } = mark;
	return {
		id,
		v: 1,
		kind,
		created: mark.created ?? now,
		targets: [target],
		fields: {
			...(note === '' ? {} : { note: register(note) }),
			...(colour === null ? {} : { colour: register(colour) }),
			...(style === null ? {} : { style: register(style) }),
			...(tags.length === 0 ? {} : { tags: register(tags) })
		},
		origin
	};
}
