/** How the directives within a line are shown. */
import type { Element, ElementContent, Properties } from 'hast';
import { canonicalLanguage, directionOf } from '../publishing/language';
import { languageOf, type TextDirective, type TextDirectiveName } from './directives';
import { element, text, type State } from './elements';

type Render = (children: ElementContent[], node: TextDirective, english: Properties) => Element;

const RENDER: Record<TextDirectiveName, Render> = {
	sc: (children) => element('span', { className: ['small-caps'] }, children),
	sup: (children) => element('sup', {}, children),
	sub: (children) => element('sub', {}, children),
	lang: (children, node) => element('span', languageProperties(node), children),
	// The number of a page of the paper edition is no part of the text.
	page: (children, node, english) => {
		const number = node.children.map((child) => ('value' in child ? child.value : '')).join('');
		const properties = { role: 'doc-pagebreak', ariaLabel: `Page ${number}`, ...english };
		return element('span', { dataNoanchor: true, ...properties }, children);
	}
};

/**
 * Renders a directive within a line. `english` marks words of ours as English, where the text is in
 * another language. One that was begun and not written to its end is shown as it was typed.
 */
export function renderTextDirective(
	state: State,
	node: TextDirective,
	english: Properties
): ElementContent {
	const children = state.all(node);
	if (children.length === 0) return text(`:${node.name}`);
	return RENDER[node.name as TextDirectiveName](children, node, english);
}

function languageProperties(node: TextDirective): Properties {
	const language = canonicalLanguage(languageOf(node) ?? '');
	return language === null ? {} : { lang: language, dir: directionOf(language) };
}
