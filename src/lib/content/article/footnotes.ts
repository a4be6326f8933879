import type { Element, Properties } from 'hast';
import type { FootnoteReference } from 'mdast';
import { containsBlocks, element, text, type State } from './elements';
import { renderItem } from './lists';

/** A footnote that was referred to. */
interface Footnote {
	number: number;
	/** How many references to it were rendered so far. */
	references: number;
}

/** The footnotes of a chapter, numbered in the order in which the text first refers to them. */
export class Footnotes {
	/** By the identifier in the source. */
	#footnotes = new Map<string, Footnote>();
	/** For elements with English words of ours, so that they are not spoken as words of the text's language. */
	#inEnglish: Properties = {};
	/** For an element of the text within one of those. */
	#inLanguage: Properties = {};

	/** @param language of the text, BCP 47. An English text needs neither of the two */
	constructor(language: string) {
		if (/^en(-|$)/.test(language)) return;
		this.#inEnglish = { lang: 'en' };
		this.#inLanguage = { lang: language };
	}

	/** The number in the text, as a link to its footnote. */
	renderReference({ identifier }: FootnoteReference): Element {
		const known = this.#footnotes.get(identifier);
		const footnote = known ?? { number: this.#footnotes.size + 1, references: 0 };
		this.#footnotes.set(identifier, footnote);
		footnote.references++;
		const link = {
			role: 'doc-noteref',
			id: referenceId(footnote.number, footnote.references),
			href: `#note-${footnote.number}`
		};
		return element('sup', { dataNoanchor: true }, [
			element('a', link, [text(`${footnote.number}`)])
		]);
	}

	/** The section at the end of a chapter, to be rendered after all its text; `null` without footnotes. */
	renderSection(state: State): Element | null {
		if (this.#footnotes.size === 0) return null;
		const items: Element[] = [];
		// Grows while it runs: a footnote may refer to further footnotes, which come after it.
		for (const identifier of this.#footnotes.keys())
			items.push(renderItem(state, state.footnoteById.get(identifier.toUpperCase())!));
		// Only now are all references counted.
		for (const footnote of this.#footnotes.values())
			addBackLinks(items[footnote.number - 1], footnote, this.#inEnglish);
		const properties = { role: 'doc-endnotes', ariaLabel: 'Notes', ...this.#inEnglish };
		return element('section', properties, [
			element('h2', { dataNoanchor: true }, [text('Notes')]),
			text('\n'),
			element('ol', this.#inLanguage, state.wrap(items, true))
		]);
	}
}

/** `noteref-3`; from the second reference to the same footnote on `noteref-3-2`. */
function referenceId(number: number, reference: number): string {
	return reference === 1 ? `noteref-${number}` : `noteref-${number}-${reference}`;
}

/** Ends a footnote with a link to each of its references. */
function addBackLinks(
	item: Element,
	{ number, references }: Footnote,
	inEnglish: Properties
): void {
	const end = lastLineOf(item);
	for (let reference = 1; reference <= references; reference++) {
		const which = references > 1 ? `, place ${reference} of ${references}` : '';
		const link = {
			role: 'doc-backlink',
			href: `#${referenceId(number, reference)}`,
			dataNoanchor: true,
			ariaLabel: `Back to the text, note ${number}${which}`,
			...inEnglish
		};
		// A no-break space keeps the first one on the line of the last word.
		const space = end.children.length > 0 && reference === 1 ? '\u00a0' : ' ';
		// The variation selector keeps phones from drawing the arrow as an emoji.
		end.children.push(text(space), element('a', link, [text('↩\ufe0e')]));
	}
}

/** Where more words can follow at the end of a footnote: its last paragraph, or a new one. */
function lastLineOf(item: Element): Element {
	const last = item.children.at(-1);
	if (last?.type === 'element' && last.tagName === 'p') return last;
	if (!containsBlocks(item)) return item;
	const paragraph = element('p', {}, []);
	item.children.push(text('\n'), paragraph);
	return paragraph;
}
