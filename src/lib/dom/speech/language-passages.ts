import type { LanguagePassage } from '$lib/core/listening/spoken-text';
import type { TextMap } from '../text-map';

/** The passages of an article that say that they are in another language, an inner one behind the one around it. */
export function languagePassages(article: HTMLElement, map: TextMap): LanguagePassage[] {
	const passages: LanguagePassage[] = [];
	for (const element of article.querySelectorAll<HTMLElement>('[lang]')) {
		// Our own buttons and the words of a footnote's mark are not of the text.
		if (element.closest('[data-noanchor]') || element.lang === article.lang) continue;
		const range = document.createRange();
		range.selectNodeContents(element);
		const passage = map.fromRange(range);
		if (passage) passages.push({ ...passage, language: element.lang });
	}
	return passages;
}
