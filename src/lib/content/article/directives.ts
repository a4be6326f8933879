/** The directives of Markdown (https://github.com/remarkjs/remark-directive) as nodes of its tree. */
import type { RootContent } from 'mdast';
import type {} from 'remark-directive'; // adds the nodes to the types of mdast

/** `:::name` … `:::`, with blocks between the two lines. */
export type ContainerDirective = Extract<RootContent, { type: 'containerDirective' }>;

/** `::name[words]`, on a line of its own. */
export type LeafDirective = Extract<RootContent, { type: 'leafDirective' }>;
