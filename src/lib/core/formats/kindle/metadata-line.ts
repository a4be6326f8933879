/**
 * The second line of a record of *My Clippings*, which says its kind, page, location and date, in the
 * languages of Kindle devices, as found in files of their owners, and in some of KOReader's, whose
 * translators word it (github.com/koreader/koreader-translations).
 */
import type { Kind, Style } from '../../annotation/annotation';
import { readDate } from '../foreign/dates';

// They stand in a record's second line before its date: "Your Highlight on page 5",
// "Ihre Markierung auf Seite 5", "您在位置 #114-116的标注", "12 sayfasındaki vurgulamanız".
const KINDS: [Kind, RegExp][] = [
	[
		'bookmark',
		/bookmark|lesezeichen|signet|marcador|segnalibro|bladwijzer|закладк|书签|ブックマーク|북마크/i
	],
	['note', /\bnot(?:e|a|iz|itie|atka|unuz)\b|jegyzet|заметк|笔记|メモ|메모/i],
	[
		'highlight',
		// The last three are what a pen draws, from firmware 5.19 on, which names them in English alone.
		/highlight|markierung|surlign(?:ement|age)|subrayado|resaltado|destaque|evidenziazione|markering|zaznaczeni|kiemelés|vurgulama|отрывок|выделени|标注|ハイライト|하이라이트|underline|circle|asterisk/i
	]
];

// In French, KOReader puts no dash before a highlight's line; in Turkish, a comma before a note's date.
const DASH = /^\s*[-–—]\s*/;
const BAR = /\||, (?=eklenme )/;

/** Whether a line can be the second of a record: it begins with a dash, or names its kind and its place. */
export function isMetadataLine(line: string): boolean {
	if (DASH.test(line)) return true;
	return line.includes('|') && kindleKind(line) !== null && kindleLocation(line) !== null;
}

/** A second line without its last part, the date; in Japanese, the kind stands behind the location, in a part of its own. */
function splitLine(line: string): { head: string; date: string } {
	const parts = line.split(BAR);
	const date = parts.at(-1) ?? '';
	return { head: parts.length > 1 ? parts.slice(0, -1).join('|') : line, date };
}

/** What a second line says before its date, without its dash; empty where it has no date. */
export function kindlePlace(line: string): string {
	const { head, date } = splitLine(line);
	return head === date ? '' : head.replace(DASH, '').trim();
}

/** The kind that a record's second line names; `null` for a clipped article, and for a language that is not known. */
export function kindleKind(line: string): Kind | null {
	return KINDS.find(([, words]) => words.test(splitLine(line).head))?.[0] ?? null;
}

/** `underline` for what a pen underlined; `null` for all else, of which the file tells no style. */
export function kindleStyle(line: string): Style | null {
	return /underline/i.test(splitLine(line).head) ? 'underline' : null;
}

/** When a record was made, from the last part of its second line. The device's own time is taken for UTC. */
export function kindleDate(line: string): string | null {
	return readDate(splitLine(line).date);
}

// "<You have reached the clipping limit for this item>", behind the words that the publisher let through.
const LIMIT =
	/<[^<>\n]{0,150}(?:limit|límite|grenze|grens|предел|лимит|上限|限制|한도)[^<>\n]{0,150}>$/iu;
const MAX_LIMIT_LENGTH = 350;

/** The words of a highlight without the sentence that stands in the place of those beyond the publisher's limit. */
export function withoutLimit(text: string): string {
	const end = text.slice(-MAX_LIMIT_LENGTH);
	return text.slice(0, -end.length) + end.trimEnd().replace(LIMIT, '').trimEnd();
}

const PAGE =
	/(?:page|seite|p[áa]gina|stron\p{L}{0,9}|страниц\p{L}{0,9})\s+([\divxlcdm]+(?:\s*[-–]\s*\d+)?)|(?<!\d)(\d+)\s*(?:页|ページ|페이지|oldal|sayfa)/iu;
const LOCATION =
	/(?:loc(?:ation|atie|\.)|posi\p{L}{1,9}|ubicación|emplacement|мест\p{L}{0,9}|位置|위치)[^\d|]{0,6}(\d+)(?:\s*(?:[-–]|t\/m)\s*(\d+))?/iu;

/**
 * The page as the device words it, empty when there is none, and the locations of the first and the
 * last words; `null` when the line has neither page nor location.
 */
export function kindleLocation(line: string): { page: string; start: number; end: number } | null {
	const where = splitLine(line).head;
	const found = PAGE.exec(where);
	const page = found?.[1] ?? found?.[2] ?? '';
	const [, first, last] = LOCATION.exec(where) ?? [];
	if (first === undefined) {
		// A book without locations has nothing but pages by which notes find their highlights.
		const [start, end] = page.match(/\d+/g) ?? [];
		return page === '' ? null : { page, start: Number(start ?? 0), end: Number(end ?? start ?? 0) };
	}
	// Old devices leave out the digits that both numbers share: 680-82.
	const whole = last && last.length < first.length ? first.slice(0, -last.length) + last : last;
	return { page, start: Number(first), end: Math.max(Number(first), Number(whole ?? first)) };
}
