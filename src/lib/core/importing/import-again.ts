/** Marks of other apps that an earlier import brought, and that may have changed there or here since. */
import type { Annotation, Register, Target } from '../annotation/annotation';
import { canonical } from '../annotation/canonical-json';
import { clockAfter, compareClocks, deviceOf, timeOf } from '../annotation/clock';
import { currentTarget } from '../annotation/current-target';
import { isDeleted, isTombstone } from '../annotation/deletion';
import type { ForeignMark } from '../formats/foreign/foreign-mark';
import { importClock, isImported } from './import-clock';

/** A mark as the file has it now. */
export interface Again {
	annotation: Annotation;
	isPlaced: boolean;
	/** When its app wrote it, ISO 8601; `null` when the file does not say. */
	written: string | null;
}

/**
 * The mark here that is an earlier version of a mark of the file, longer or shorter than that is now;
 * `null` when there is none, or its reader has given it another place since.
 */
export function findEarlier(
	{ earlier }: ForeignMark,
	known: ReadonlyMap<string, Annotation>,
	again: Again
): Annotation | null {
	const here = earlier.map((id) => known.get(id)).find((one) => one !== undefined);
	if (here === undefined) return null;
	return isDeleted(here) || movedTarget(here, again) || isSamePlace(here, again) ? here : null;
}

/**
 * `again` as it is to be merged with `here`, what an earlier import made of it. What its app wrote since
 * replaces what that app wrote before, also the passage; what the reader wrote here stays, and of notes
 * both texts are kept. Deleted here, it stays as it is.
 */
export function mergeEarlierImport(here: Annotation, again: Again): Annotation {
	if (isTombstone(here) || isDeleted(here)) return { ...here, fields: {} };
	const { id, kind, created, targets, origin } = here;
	const { fields } = again.annotation;
	const moved = movedTarget(here, again);
	const same: Annotation = {
		...again.annotation,
		...{ id, kind, created },
		targets: moved ? [...targets, moved] : targets,
		fields: {
			...pick('note', newer(here.fields.note, fields.note, isKnownNote(here))),
			...pick('colour', newer(here.fields.colour, fields.colour)),
			...pick('style', newer(here.fields.style, fields.style)),
			...pick('tags', newerTags(here.fields.tags, fields.tags))
		}
	};
	if (origin) return { ...same, origin };
	delete same.origin;
	return same;
}

function pick<Name extends string, T>(name: Name, register: T | undefined) {
	return (register === undefined ? {} : { [name]: register }) as { [Key in Name]?: T };
}

/** Whether a text is one that the note here had. */
function isKnownNote({ fields, history = [], superseded = [] }: Annotation) {
	const readings = new Set([...superseded, ...history.map(({ at }) => at), fields.note?.base]);
	return ({ at }: Register<string>) => readings.has(at);
}

/**
 * What of a field is newer in the file; `undefined` for nothing. Of what the reader wrote here only a
 * text may differ that is not `isKnown`, which is kept by the merge; without `isKnown` nothing does.
 */
function newer<T>(
	mine: Register<T> | undefined,
	theirs: Register<T> | undefined,
	isKnown: (theirs: Register<T>) => boolean = () => true
): Register<T> | undefined {
	if (mine === undefined || theirs === undefined) return theirs;
	if (canonical(mine.value) === canonical(theirs.value)) return undefined;
	if (!isImported(mine.at)) return isKnown(theirs) ? undefined : theirs;
	if (timeOf(theirs.at) < timeOf(mine.at)) return undefined;
	const isLater = compareClocks(theirs.at, mine.at) > 0;
	const at = isLater ? theirs.at : clockAfter(mine.at, deviceOf(theirs.at));
	return { value: theirs.value, at, base: mine.at };
}

/** As `newer`; tags that the app gave after the reader's are added to these. */
function newerTags(
	mine: Register<string[]> | undefined,
	theirs: Register<string[]> | undefined
): Register<string[]> | undefined {
	if (!mine || !theirs || isImported(mine.at)) return newer(mine, theirs);
	const added = theirs.value.filter((tag) => !mine.value.includes(tag));
	if (added.length === 0 || compareClocks(theirs.at, mine.at) < 0) return undefined;
	return { value: [...mine.value, ...added], at: theirs.at };
}

/** The passage of the file as one more place of `here`, if it is to go there; else `null`. */
function movedTarget(here: Annotation, { annotation, isPlaced, written }: Again): Target | null {
	const last = currentTarget(here);
	const there = currentTarget(annotation);
	const isReaders = last.at === undefined ? here.origin === undefined : !isImported(last.at);
	if (isReaders || !isOther(last, there, isPlaced)) return null;
	const time = written === null ? null : Date.parse(written);
	const isFound = last.edition === '' && isPlaced;
	if (!isFound && time !== null && time < lastImported(here)) return null;
	const at = importClock(time, there);
	const isLater = last.at === undefined || compareClocks(at, last.at) > 0;
	return { ...there, at: isLater ? at : clockAfter(last.at!, deviceOf(at)) };
}

/** Whether a passage is another than the one that counts here. In another edition nobody can tell. */
function isOther(last: Target, there: Target, isPlaced: boolean): boolean {
	if (last.edition === '') return isPlaced || last.quote.exact !== there.quote.exact;
	const isSameText = isPlaced && last.edition === there.edition;
	return isSameText && (last.start !== there.start || last.end !== there.end);
}

function isSamePlace(here: Annotation, { annotation }: Again): boolean {
	const [last, there] = [currentTarget(here), currentTarget(annotation)];
	return last.edition === there.edition && last.start === there.start && last.end === there.end;
}

/** When the app wrote what is newest here of it, in ms since 1970. */
function lastImported({ fields, targets }: Annotation): number {
	const stamps = [...Object.values(fields), ...targets].flatMap((one) => one?.at ?? []);
	return Math.max(0, ...stamps.filter(isImported).map(timeOf));
}
