import type { Handle } from '@sveltejs/kit';
import { findChapter, library } from '$lib/server/library';
import { CHAPTER_PLACEHOLDER } from './routes/[work]/[chapter]/placeholder';

/**
 * Puts into each page what must not pass through a component: the inline script,
 * since the policy allows it by its hash, and the chapter's text, so that it
 * stands in the page once, and neither in a script nor in hydration data.
 */
export const handle: Handle = async ({ event, resolve }) => {
	const { work, chapter } = event.params;
	const found = work && chapter ? findChapter(library(), work, chapter) : null;
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			movePreloads(movePolicy(html))
				.replace(INDENT, '\n')
				.replace(/\s*%postil\.before-paint%\s*/, () => BEFORE_PAINT)
				.replace(CHAPTER_PLACEHOLDER, () => found?.html ?? CHAPTER_PLACEHOLDER)
	});
};

/** Indentation before a tag or an attribute of app.html. Scripts are left alone: their hashes are taken. */
const INDENT = /\n\t+(?=<[^/]|name=|content=)/g;

const POLICY = /\s*<meta http-equiv="content-security-policy"[^>]*>/;

/** Moves the policy before our inline script: a policy does not hold for what stands before it. */
function movePolicy(html: string): string {
	const [policy = ''] = html.match(POLICY) ?? []; // none in development, where it is a header
	return html.replace(POLICY, '').replace(/\s*<script>/, (script) => policy + script);
}

const PRELOAD = /\s*<link href="[^"]+" rel="modulepreload">/g;

/**
 * Moves the links to the app's modules before the text, so that the browser asks for all of them as
 * soon as it has read the head. After the text they would wait until it is laid out: the page would
 * be interactive after 1,404 ms instead of 1,158, and the text on the screen after 528 instead of
 * 544 (medians of six; `npm run bench -- --only first-visit`).
 */
function movePreloads(html: string): string {
	const preloads = html.match(PRELOAD) ?? [];
	return html.replace(PRELOAD, '').replace(/<body[^>]*>/, (body) => body + preloads.join(''));
}
