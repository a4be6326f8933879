import type { PlacedMark } from '$lib/core/annotation/passage-marks';
import type { Block } from '$lib/core/text/chapter-text';
import { expect, test, vi } from 'vitest';
import { Bookmarks } from '../../../../src/lib/ui/reading/marking/bookmarks.svelte';
import { Notices } from '../../../../src/lib/ui/reading/marking/notices.svelte';
import { byId, openPage } from '../open-page';

/** The chapter with a bookmark at paragraph 10. */
async function openBookmarked() {
	const { chapter, position } = await openPage();
	const range: Block = chapter.map.blocks[9];
	const placed = [{ annotation: { id: 'a', kind: 'bookmark' }, range } as unknown as PlacedMark];
	const marks = { placed };
	const annotations = { remove: vi.fn(), create: vi.fn(() => 'b') };
	const notices = new Notices();
	const page = { annotations, chapter, position, marks, notices };
	const bookmarks = new Bookmarks(page as unknown as ConstructorParameters<typeof Bookmarks>[0]);
	return { bookmarks, annotations, position };
}

/** Scrolls until the lower edge of paragraph 10 is so many px below the top of the screen. */
function leave(px: number): void {
	window.scrollBy(0, byId('p10').getBoundingClientRect().bottom - px);
}

test('A bookmark is in view while a whole line of its block is', async () => {
	const { bookmarks, position } = await openBookmarked();
	leave(60);
	position.followBars();
	expect(bookmarks.inView).not.toBeNull();
	expect(position.currentBlock().id).toBe('p10');
});

test('A block of which no whole line is left has gone: the next one is bookmarked', async () => {
	const { bookmarks, position } = await openBookmarked();
	leave(14); // of lines of 24 px
	position.followBars();
	expect(bookmarks.inView).toBeNull();
	expect(position.currentBlock().id).toBe('p11');
});

test('A tap on the ribbon takes the bookmark away, and is no tap on the text', async () => {
	const { bookmarks, annotations } = await openBookmarked();
	bookmarks.paint();
	const ribbon = byId('p10').querySelector<HTMLElement>('.ribbon')!;
	const tapped = vi.fn();
	document.body.addEventListener('click', tapped, { once: true });
	ribbon.click();
	expect(annotations.remove).toHaveBeenCalledExactlyOnceWith(['a']);
	expect(tapped).not.toHaveBeenCalled(); // no tap on the text
});
