/** The script of `lib/dom/before-paint.inline.js`, minified by the build (vite.config.ts). */
declare const BEFORE_PAINT: string;

/** The base path, in that script only; src/tools/before-paint-script.js puts it there. */
declare const __BASE__: string;

interface Window {
	/** Resolves when the app may start; the same script makes it. */
	whenToStart: Promise<void>;
}
