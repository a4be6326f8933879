/** Reads the study packet: a page for people that contains its annotations as JSON-LD. */
import type { FileContent } from '../file-content';
import { FileError } from '../file-error';
import { isObject, parseJson } from '../json';
import { POSTIL_KEY } from '../postil-data';
import type { ReadResult } from '../read-result';
import { collectItems } from '../web-annotation/parts';
import { readAnnotationSet } from '../web-annotation/read';

/** Whether a file is a page of HTML, by its first tag. What it holds, `readStudyPacket` says. */
export function isStudyPacket({ text }: FileContent): boolean {
	return /^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<!doctype html)/i.test(text.slice(0, 2000));
}

/** @throws FileError when the page has no annotations in it, damaged ones, or more than are ever read */
export function readStudyPacket({ text }: FileContent): ReadResult {
	const data = embeddedJson(text)
		.filter((json) => SET.test(json))
		.map(parseJson);
	const ours = data.find((one) => isObject(one) && one[POSTIL_KEY] !== undefined) ?? data[0];
	if (ours === undefined) throw new FileError('no-annotations-in-page');
	const found = readAnnotationSet(ours);
	const others = data.filter((one) => one !== ours && collectItems(one).items.length > 0);
	const refused = others.map((one) => ({
		code: 'another-set' as const,
		path: `script ${data.indexOf(one) + 1}`
	}));
	return { ...found, refused: [...found.refused, ...refused] };
}

/** What says that data is a set of annotations, and not what a page tells search engines of itself. */
const SET = new RegExp(`"(?:${POSTIL_KEY}|(?:oa:)?Annotation(?:Collection|Page|Set)?)"`);

const DATA = /\btype\s*=\s*["']?application\/ld\+json\b/i;
// UTF-16 units of an opening tag that are looked at; that of a study packet has 60.
const MAX_TAG_LENGTH = 1000;

/**
 * The JSON texts that a page contains, in order. They are found by hand, since a regular expression
 * over a whole page takes hours on a page that was made to do that.
 */
function embeddedJson(page: string): string[] {
	const found: string[] = [];
	const begin = /<script\b/gi;
	const end = /<\/script/gi;
	while (begin.exec(page)) {
		const open = page.indexOf('>', begin.lastIndex);
		if (open === -1) break;
		end.lastIndex = open;
		const close = end.exec(page)?.index;
		if (close === undefined) break;
		const tag = page.slice(begin.lastIndex, Math.min(open, begin.lastIndex + MAX_TAG_LENGTH));
		if (DATA.test(tag)) found.push(page.slice(open + 1, close).trim());
		begin.lastIndex = close;
	}
	return found;
}
