/** The directives of Markdown (https://github.com/remarkjs/remark-directive) as nodes of its tree. */
import type { PhrasingContent, RootContent } from 'mdast';
import type {} from 'remark-directive'; // adds the nodes to the types of mdast

/** `:::name` … `:::`, with blocks between the two lines. */
export type ContainerDirective = Extract<RootContent, { type: 'containerDirective' }>;

/** `::name[words]`, on a line of its own. */
export type LeafDirective = Extract<RootContent, { type: 'leafDirective' }>;

/** `:name[words]`, within a line. */
export type TextDirective = Extract<PhrasingContent, { type: 'textDirective' }>;

/** The only names of directives within a line; any other `:word` is text. */
export const TEXT_DIRECTIVES = ['sc', 'sup', 'sub', 'lang', 'page'] as const;

export type TextDirectiveName = (typeof TEXT_DIRECTIVES)[number];

/** A directive within a line; `language`, BCP 47, is what `lang` alone has. */
export function textDirective(
	name: TextDirectiveName,
	children: PhrasingContent[],
	language: string | null = null
): TextDirective {
	const attributes: Record<string, string> = language === null ? {} : { [language]: '' };
	return { type: 'textDirective', name, attributes, children };
}

/** The language that `:lang[…]{fr}` says, as it is written; `null` when it says none. */
export function languageOf({ attributes }: TextDirective): string | null {
	return Object.keys(attributes ?? {})[0] ?? null;
}
