import type { PackSummary } from '../lib/core/app/packs';

declare const self: ServiceWorkerGlobalScope & {
	/** The build puts its list here: src/tools/precache/precache-list.js, which says what is on it. */
	__POSTIL_FILES__: {
		version: string;
		files: Record<string, string>;
		fonts: Record<string, string>;
		packs: Record<string, PackSummary>;
	};
};

/**
 * This build's name; its files and its fonts, by address relative to the worker, with their hashes; and
 * its packs by work.
 */
export const { version, files, fonts, packs } = self.__POSTIL_FILES__;

/** The site's root as an absolute address, with the slash. */
export const root = new URL('./', location.href).href;

/** The base path, `''` or `/book`. */
export const base = new URL(root).pathname.slice(0, -1);
