/** How files are called that can be imported. */
import type { Format } from '$lib/core/formats/read-result';

export const FORMAT_NAMES: Record<Format, string> = {
	backup: 'a backup of Postil',
	rescue: 'what the rescue page of Postil saved',
	postil: 'marks saved by Postil',
	'study-packet': 'a study packet',
	'web-annotation': 'web annotations',
	hypothesis: 'annotations of Hypothesis',
	readwise: 'highlights of Readwise',
	kindle: 'clippings of a Kindle'
};

/** `1 mark`, `2,000 marks`. */
export function count(number: number, one: string, many = `${one}s`): string {
	return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}
