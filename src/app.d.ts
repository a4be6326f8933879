/** The script of `lib/dom/inline/before-paint.inline.js`, minified by the build (vite.config.ts). */
declare const BEFORE_PAINT: string;

/** The script of `lib/dom/inline/shelf-order.inline.js`, likewise. */
declare const SHELF_ORDER: string;

/** The base path, in those scripts only; src/tools/before-paint-script.js puts it there. */
declare const __BASE__: string;

interface Window {
	/** Resolves when the app may start; the same script makes it. */
	whenToStart: Promise<void>;
	/** Px it has scrolled the page to, to where it was left; absent when it has not. */
	restoredTo?: number;
}
