import { dev } from '$app/environment';
import type { Handle } from '@sveltejs/kit';
import { findChapter, library } from '$lib/server/library';
import { CHAPTER_PLACEHOLDER } from '$lib/ui/reading/placeholder';
import { integrity } from './tools/integrity.js';

/**
 * Puts into each page what must not pass through a component: the inline scripts,
 * since the policy allows them by their hashes, and the chapter's text, so that it
 * stands in the page once, and neither in a script nor in hydration data.
 */
export const handle: Handle = async ({ event, resolve }) => {
	const { work, chapter } = event.params;
	const isShelf = event.route.id === '/';
	const showsOwnWorks = isShelf || event.route.id === '/own';
	const found = work && chapter ? findChapter(library(), work, chapter) : null;
	return resolve(event, {
		transformPageChunk: ({ html }) => {
			const compact = html
				.replace(BETWEEN_TAGS, '')
				.replace(BETWEEN_ATTRIBUTES, ' ')
				.replaceAll(NEVER_APPLIES, '');
			let page = replace(compact, /\s*%postil\.before-paint%\s*/, BEFORE_PAINT);
			if (found) page = replace(page, CHAPTER_PLACEHOLDER, found.html);
			// In development there is nothing to preload, and the policy is a header.
			if (dev) return page;
			if (isShelf) page = orderBeforePaint(page);
			if (showsOwnWorks) page = allowStoredPictures(page);
			return startWhenPainted(movePreloads(movePolicy(page)));
		}
	});
};

/** What separates the tags of app.html, and the attributes of one. Scripts are left alone: their hashes are taken. */
const BETWEEN_TAGS = /\n\s+(?=<(?!\/script))/g;
const BETWEEN_ATTRIBUTES = /\n\s+(?=name=|content=|\/>)/g;

/** Of a link to styles that the page has already: it is disabled, and so never fetched. */
const NEVER_APPLIES = ' media="(max-width: 0)"';

/** Line ends of a script that mean nothing, whatever the lines are. */
const LINE_ENDS = /(?<=[{[(,;])\n\s*|\n\s*(?=[}\])])/g;

/** What a page's data depend on, by which Kit decides at a navigation whether to fetch them again: ours load documents. */
const USES = /,uses:\{[^}]*\}/g;

/** What a page without form actions and without an error says of both, which is what Kit takes for granted. */
const NEITHER_FORM_NOR_ERROR = ',form: null,error: null';

/** Replaces what must be there. */
function replace(html: string, what: string | RegExp, by: string): string {
	const replaced = html.replace(what, () => by);
	if (replaced === html) throw new Error(`A page does not hold what is replaced in it: ${what}`);
	return replaced;
}

/** Takes out what must be there, and gives it and the rest. */
function take(html: string, pattern: RegExp): [taken: string, rest: string] {
	const [taken = ''] = pattern.exec(html) ?? [];
	return [taken, replace(html, pattern, '')];
}

/** Has the shelf's entries ordered as soon as they are parsed, and nothing painted until what stands after that is. */
function orderBeforePaint(html: string): string {
	const [policy, icon, rescue] = ["script-src 'self'", '<link rel="icon"', '<a class="rescue"'];
	const allowed = replace(html, policy, `${policy} '${integrity(SHELF_ORDER)}'`);
	const expecting = '<link rel="expect" href="#rescue" blocking="render">';
	return replace(
		replace(allowed, icon, `${expecting}\n${icon}`),
		rescue,
		`<script>${SHELF_ORDER}</script>\n<a id="rescue" class="rescue"`
	);
}

/** Allows pictures out of the database, which have addresses of this page's own. */
function allowStoredPictures(html: string): string {
	const policy = "default-src 'self'";
	return replace(html, policy, `${policy}; img-src 'self' blob:`);
}

/** Moves the policy before our inline script: a policy does not hold for what stands before it. */
function movePolicy(html: string): string {
	const [policy, rest] = take(html, /<meta http-equiv="content-security-policy"[^>]*>/);
	return replace(rest, '<script>', `${policy}\n<script>`);
}

/**
 * Puts the links to the app's modules into a template before our inline script, which takes them out
 * where no service worker is in charge: on a first visit the browser asks for all of them at once,
 * later they would only keep it from the text. Measured by `npm run bench`.
 */
function movePreloads(html: string): string {
	const [preloads, rest] = take(html, /(\s*<link href="[^"]+" rel="modulepreload">)+/);
	return replace(rest, '<script>', `<template>${preloads}</template>\n<script>`);
}

/**
 * Has Kit's inline script import the app's modules when our inline script says so, by the promise
 * `whenToStart`, and takes out of it what a chapter's page does without. The policy allows a script by the hash of its text, so that hash changes too.
 */
function startWhenPainted(html: string): string {
	const [, script = ''] = /<script>([^<]*__sveltekit_[^<]*)<\/script>/.exec(html) ?? [];
	const later = script
		.replace(LINE_ENDS, '')
		.replace(USES, '')
		.replace(NEITHER_FORM_NOR_ERROR, '')
		.trim()
		.replace(/Promise\.all\(\[[^\]]*\]\)/, 'whenToStart.then(() => $&)');
	return replace(replace(html, script, later), integrity(script), integrity(later));
}
