/**
 * The text of a chapter on the page, by the rules of `core/text/chapter-text.ts`. Written anew
 * and not taken from `src/lib/dom`, so that what it counts can be checked against the edition in the page.
 * Goes into the page by `evaluate`, so it uses nothing from outside itself.
 *
 * @param {Element} article
 * @returns {string[]} the texts of its blocks, in reading order; joined by `\n` the chapter's text
 */
export function blockTexts(article) {
	return [...article.querySelectorAll('[id]')]
		.filter(({ id }) => /^(p\d+|note-\d+(-\d+)?)$/.test(id))
		.map((block) => {
			const copy = /** @type {Element} */ (block.cloneNode(true));
			for (const part of copy.querySelectorAll('[data-noanchor]')) part.remove();
			for (const br of copy.querySelectorAll('br')) br.replaceWith('\n');
			return (copy.textContent ?? '')
				.replace(/[\u00ad\u200b\ufeff\u2060]/g, '')
				.replace(/\s+/gu, ' ')
				.trim();
		});
}
