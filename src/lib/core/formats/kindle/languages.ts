/** The words of *My Clippings* in the languages of Kindle devices, as found in files of their owners. */
import type { Kind } from '../../annotation/annotation';
import { isoOf } from '../foreign-mark';

// They stand in a record's second line before its date: "Your Highlight on page 5",
// "Ihre Markierung auf Seite 5", "您在位置 #114-116的标注".
const KINDS: [Kind, RegExp][] = [
	[
		'bookmark',
		/bookmark|lesezeichen|signet|marcador|segnalibro|bladwijzer|закладк|书签|ブックマーク|북마크/i
	],
	['note', /\bnot(?:e|a|iz|itie)\b|notitie|заметк|笔记|メモ|메모/i],
	[
		'highlight',
		/highlight|markierung|surlignement|subrayado|destaque|evidenziazione|markering|отрывок|标注|ハイライト|하이라이트/i
	]
];

/** The kind that a record's second line names; `null` for a clipped article, and for a language that is not known. */
export function kindleKind(line: string): Kind | null {
	const [first, ...rest] = line.split('|');
	// The last part is the date. In Japanese the kind stands behind the location, in a part of its own.
	const head = [first, ...rest.slice(0, -1)].join('|');
	return KINDS.find(([, words]) => words.test(head))?.[0] ?? null;
}

const MONTHS = [
	'january januar janvier enero janeiro gennaio januari января',
	'february februar février febrero fevereiro febbraio februari февраля',
	'march märz mars marzo março maart марта',
	'april avril abril aprile апреля',
	'may mai mayo maio maggio mei мая',
	'june juni juin junio junho giugno июня',
	'july juli juillet julio julho luglio июля',
	'august août agosto augustus августа',
	'september septembre septiembre setembro settembre сентября',
	'october oktober octobre octubre outubro ottobre октября',
	'november novembre noviembre novembro ноября',
	'december dezember décembre diciembre dezembro dicembre декабря'
].flatMap((names, month) => names.split(' ').map((name) => [name, month] as const));
const MONTH_BY_NAME = new Map<string, number>(MONTHS);

const TIME = /(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?/;
const IN_CHARACTERS = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/;
const AFTERNOON = /\bp\.?\s?m\b|下午|午後|오후/i;
const MORNING = /\ba\.?\s?m\b|上午|午前|오전/i;

/** When a record was made, from the last part of its second line. The device's own time is taken for UTC. */
export function kindleDate(line: string): string | null {
	const date = line.split('|').at(-1)!;
	const day = dayOf(date);
	if (day === null) return null;
	const [, hour, minute, second] = TIME.exec(date) ?? [null, '0', '0', '0'];
	const hours = Number(hour);
	const afternoon = AFTERNOON.test(date) && hours < 12 ? 12 : 0;
	const midnight = MORNING.test(date) && hours === 12 ? -12 : 0;
	const time = Date.UTC(...day, hours + afternoon + midnight, Number(minute), Number(second ?? 0));
	return isoOf(time);
}

function dayOf(date: string): [year: number, month: number, day: number] | null {
	const characters = IN_CHARACTERS.exec(date);
	if (characters) return [Number(characters[1]), Number(characters[2]) - 1, Number(characters[3])];
	const words = date.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
	const month = words.map((word) => MONTH_BY_NAME.get(word)).find((found) => found !== undefined);
	const year = /\b(\d{4})\b/.exec(date)?.[1];
	const day = /(?<![\d:.])(\d{1,2})(?![\d:])/.exec(date)?.[1];
	if (month === undefined || year === undefined || day === undefined) return null;
	return [Number(year), month, Number(day)];
}

const PAGE =
	/(?:page|seite|p[áa]gina|страниц\p{L}*)\s+([\divxlcdm]+(?:\s*[-–]\s*\d+)?)|(\d+)\s*(?:页|ページ|페이지)/iu;
const LOCATION =
	/(?:loc(?:ation|atie|\.)|posi[\p{L}]+|ubicación|emplacement|мест[\p{L}]*|位置|위치)[^\d|]{0,6}(\d+)(?:\s*(?:[-–]|t\/m)\s*(\d+))?/iu;

/**
 * The page as the device words it, empty when there is none, and the locations of the first and the
 * last words; `null` when the line has neither page nor location.
 */
export function kindleLocation(line: string): { page: string; start: number; end: number } | null {
	const parts = line.split('|');
	const where = parts.length > 1 ? parts.slice(0, -1).join('|') : line;
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
