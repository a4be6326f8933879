/** Shows for a moment where somebody was led to (`.flash` in ui/styles/after-text.css). */
export function flash(elements: readonly HTMLElement[]): void {
	for (const element of elements) element.classList.remove('flash');
	requestAnimationFrame(() => {
		for (const element of elements) element.classList.add('flash');
	});
}
