import { expect, test } from 'vitest';
import type { PlacedMark } from '$lib/core/annotation/passage-marks';
import type { AnnotatedPage } from '../../../../src/lib/ui/reading/annotated-page';
import { showMark } from '../../../../src/lib/ui/reading/position/arrive-from-notebook';
import { painted } from '../../../dom/page';
import { byId, openPage, scrollTo } from '../open-page';

/** A mark on the whole of paragraph 10. */
async function openMarked(kind: 'bookmark' | 'highlight') {
	const { chapter, position } = await openPage();
	const range = chapter.map.blocks[9];
	const mark = { annotation: { id: 'a', kind }, range } as unknown as PlacedMark;
	const page = { chapter, position, marks: { elementsOf: () => [] } } as unknown as AnnotatedPage;
	return { page, mark, position };
}

test('From the notebook one lands where a bookmark was set: its paragraph is the one at the top', async () => {
	const { page, mark, position } = await openMarked('bookmark');
	await scrollTo('p30');
	showMark(page, mark);
	await painted();
	expect(position.currentBlock().id).toBe('p10');
	const { top } = byId('p10').getBoundingClientRect();
	expect(top).toBeGreaterThanOrEqual(position.barBottom);
	expect(top).toBeLessThan(position.barBottom + 24); // less than a line below the bar
});

test('A mark has a few lines above it', async () => {
	const { page, mark } = await openMarked('highlight');
	await scrollTo('p30');
	showMark(page, mark);
	await painted();
	expect(byId('p10').getBoundingClientRect().top).toBeGreaterThan(100);
});
