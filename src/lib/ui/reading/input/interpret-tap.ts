/** What a tap on the text is for: a link, a picture, else the marks it hits, else (alone, on plain text) the bars. */

/** On a footnote's mark, or another link to `element` of this chapter. */
export interface LinkTap {
	on: 'link';
	element: HTMLElement;
	link: HTMLAnchorElement;
}

export type Tap =
	| LinkTap
	/** On marks, by their ids, the shortest first. */
	| { on: 'marks'; ids: string[] }
	| { on: 'picture'; picture: HTMLImageElement }
	| { on: 'text' };

/**
 * What was tapped; `null` when the tap is someone else's: a link to elsewhere, the end of a
 * selection.
 *
 * @param wasSelecting something was selected when the finger came down
 */
export function interpretTap(event: MouseEvent, wasSelecting: boolean): Tap | null {
	const target = event.target as Element;
	const link = target.closest('a');
	if (link) {
		const isHere =
			link.hash && link.pathname === location.pathname && link.search === location.search;
		const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
		const element =
			isHere && isPlain ? document.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
		return element && { on: 'link', element, link };
	}
	// The click that ends a selection is not a tap, and one that clears it does nothing else.
	if (wasSelecting || !getSelection()?.isCollapsed) return null;
	if (target instanceof HTMLImageElement) return { on: 'picture', picture: target };
	const mark = target.closest<HTMLElement>('mark[data-ids]');
	return mark ? { on: 'marks', ids: mark.dataset.ids!.split(' ') } : { on: 'text' };
}
