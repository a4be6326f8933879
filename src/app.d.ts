/** The script of `lib/dom/before-paint.inline.js`, minified by the build (vite.config.ts). */
declare const BEFORE_PAINT: string;

/** The base path as a string, in that script only: src/tools/before-paint.js puts it there. */
declare const __BASE__: string;
