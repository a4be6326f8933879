/**
 * Stands for the chapter's text in what the component renders; `hooks.server.ts`
 * puts the text in its place. The browser hydrates the same constant, and so
 * leaves the text, and the marks put into it, alone.
 */
export const CHAPTER_PLACEHOLDER = '<!--chapter-->';
