/**
 * What links of the notebook and of the search do here: `#mark=…` shows a mark, `#place=…` begins to
 * place one by hand, `#search=…` shows a hit.
 */
import type { PlacedMark } from '$lib/core/annotation/passage-marks';
import { flash } from '$lib/dom/flash';
import type { AnnotatedPage } from '../annotated-page';
import type { MarkInAddress } from './address';

/** Px between the top of the screen and a mark one is sent to. */
const ABOVE = 120;
/** Px between the bar and a bookmark one is sent to. */
const GAP = 12;

/** Goes to what the address asks for, once the marks of the chapter stand on the page. */
export async function arriveFromNotebook(page: AnnotatedPage, asked: MarkInAddress): Promise<void> {
	const { annotations, chapter, marks, overlays, position, jumps } = page;
	const canReturn = await position.restored;
	if (asked.wish === 'search') {
		if (canReturn) jumps.comeFromElsewhere();
		return overlays.open({ kind: 'search', wanted: asked.id });
	}
	if (!annotations.get(asked.id)) {
		await annotations.loadOnce(); // An older version wrote it, or it is of another chapter.
		await annotations.open(chapter.now);
	}
	const mark = marks.find(asked.id);
	const isToPlace = asked.wish === 'place' && annotations.get(asked.id) !== null;
	if (!mark && !isToPlace) return position.endPeek();
	if (canReturn) jumps.comeFromElsewhere();
	if (isToPlace) overlays.startHandPlacing(asked.id);
	else showMark(page, mark!);
}

/** Brings a mark to the eye; the reading position stays where it is. */
export function showMark({ chapter, marks, position }: AnnotatedPage, mark: PlacedMark): void {
	const at = chapter.map.rawAt(mark.range.start);
	if (!at) return;
	const elements = marks.elementsOf(mark);
	// A bookmark was set at the top line: there one lands.
	const isBookmark = mark.annotation.kind === 'bookmark';
	position.peekAt({ ...at, top: isBookmark ? position.barBottom + GAP : ABOVE });
	flash(elements.length > 0 ? elements : [at.block]);
}
