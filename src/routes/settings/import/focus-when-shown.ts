/**
 * Gives an element the focus when it is shown; for `{@attach}`. A step of the import that replaces
 * another is announced that way, and read on from: the button that led to it is gone.
 */
export function focusWhenShown(element: HTMLElement): void {
	element.focus();
}
