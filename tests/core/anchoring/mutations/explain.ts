/** What happened to one mark, for whoever has to find out why. */
import type { Place } from '$lib/core/annotation/annotation';
import type { TextRange } from '$lib/core/text/range';
import type { Judged, Trial } from './trial';

const CONTEXT = 40;
const LONGEST = 120;

export function explain({ old, now }: Trial, { mark, truth }: Judged, place: Place): string {
	return [
		`  ${mark.length} at ${mark.start}, ${Math.round(truth.share * 100)} % left`,
		`  old   ${shown(old, mark)}`,
		`  truth ${truth.span ? shown(now, truth.span) : '-'}`,
		`  ${place.level} by ${place.via}, ${place.score.toFixed(2)}: ${place.range ? shown(now, place.range) : '-'}`
	].join('\n');
}

function shown(text: string, { start, end }: TextRange): string {
	const words = text.slice(start, end);
	const long = words.length > LONGEST;
	const cut = long ? `${words.slice(0, 50)} … ${words.length} … ${words.slice(-50)}` : words;
	const [before, after] = [
		text.slice(Math.max(0, start - CONTEXT), start),
		text.slice(end, end + CONTEXT)
	];
	return `${before}[[${cut}]]${after}`.replaceAll('\n', '¶');
}
