/** What a tap on the text means: a link, else a footnote, else a mark, else (alone, on plain text) the bars. */

export type Tapped =
	/** Something in this chapter that a footnote mark or another link leads to. */
	| { what: 'place'; element: HTMLElement; link: HTMLElement }
	/** Marks, the shortest first. */
	| { what: 'marks'; ids: string[] }
	| { what: 'text' };

/**
 * What was tapped; `null` when the tap is someone else's (a link to elsewhere, the
 * end of a selection). `selecting`: something was selected when the finger came down.
 */
export function interpretTap(event: MouseEvent, selecting: boolean): Tapped | null {
	const target = event.target as Element;
	const link = target.closest('a');
	if (link) {
		const inside = link.hash && link.pathname === location.pathname;
		const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
		const element =
			inside && plain ? document.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
		return element && { what: 'place', element, link };
	}
	// The click that ends a selection is not a tap, and one that clears it does nothing else.
	if (selecting || !getSelection()?.isCollapsed) return null;
	const mark = target.closest<HTMLElement>('mark[data-ids]');
	return mark ? { what: 'marks', ids: mark.dataset.ids!.split(' ') } : { what: 'text' };
}
