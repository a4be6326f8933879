import { expect, onTestFinished, test, vi } from 'vitest';
import type { AnnotatedPage } from '../../../src/lib/ui/reading/annotated-page';
import { Marker } from '../../../src/lib/ui/reading/marker/marker.svelte';
import type { MarkingActions } from '../../../src/lib/ui/reading/marking/marking-actions.svelte';
import { until } from '../../until';

const TEXT = 'The first sentence. The second one.\nA third.';

/** A marker over the text, and what it highlights. */
function startMarker() {
	const segmented = vi.spyOn(Intl.Segmenter.prototype, 'segment');
	const highlighted: string[] = [];
	const page = {
		chapter: { map: { text: TEXT, toRange: () => null }, work: { language: 'en' } },
		marks: { painted: [], find: () => null }
	};
	const actions = {
		lastColour: 'yellow',
		highlight: ({ start, end }: { start: number; end: number }) => {
			highlighted.push(TEXT.slice(start, end));
			return 'id';
		}
	};
	onTestFinished(() => void vi.restoreAllMocks());
	const marker = new Marker(page as unknown as AnnotatedPage, actions as unknown as MarkingActions);
	return { marker, segmented, highlighted };
}

test('The marker is on before the sentences of the chapter are found', async () => {
	const { marker, segmented } = startMarker();
	expect([marker.sentence, marker.marked, marker.opens]).toEqual([null, false, false]);
	expect(segmented).not.toHaveBeenCalled();
	await until(() => expect(segmented).toHaveBeenCalled());
});

test('A tap that comes before that marks its sentence all the same', () => {
	const { marker, highlighted } = startMarker();
	marker.tap(TEXT.indexOf('second'));
	expect(highlighted).toEqual(['The second one.']);
	expect(marker.sentence).toEqual({ start: 20, end: 35 });
});
