/**
 * The inside of a line as a flat list of runs: words with the marks they bear. Every source becomes
 * runs first, so that the tree made of them holds nothing that Markdown cannot say.
 */
import type { Break, FootnoteReference, Image } from 'mdast';
import type { TextDirective } from '../article/directives';

/** What the words of a run look like, or lead to. */
export interface Marks {
	readonly emphasis: boolean;
	readonly strong: boolean;
	readonly deleted: boolean;
	readonly code: boolean;
	readonly smallCaps: boolean;
	/** Raised or lowered letters. */
	readonly shifted: 'sup' | 'sub' | null;
	/** BCP 47, where it is not the language of the text. */
	readonly language: string | null;
	/** An address. */
	readonly link: string | null;
}

/** What stands in a line and is not words; the directive is the number of a page. */
export type Atom = Break | FootnoteReference | Image | TextDirective;

/** Words that bear the same marks, or one thing among them that is no words. */
export interface Run {
	readonly value: string | Atom;
	readonly marks: Marks;
}

/** The marks of words that bear none. */
export const PLAIN: Marks = {
	emphasis: false,
	strong: false,
	deleted: false,
	code: false,
	smallCaps: false,
	shifted: null,
	language: null,
	link: null
};

export const LINE_BREAK: Run = { value: { type: 'break' }, marks: PLAIN };

/** Whether a run is the end of a line within a paragraph; `undefined`, beyond the last run, is none. */
export function isBreak(run: Run | undefined): boolean {
	return run !== undefined && typeof run.value !== 'string' && run.value.type === 'break';
}

/** Whether words with either look alike and lead to the same, so that two runs can be one. */
export function areSame(a: Marks, b: Marks): boolean {
	if (a === b) return true;
	return (Object.keys(PLAIN) as (keyof Marks)[]).every((name) => a[name] === b[name]);
}

/** The marks that both have, as the space between two runs bears them. */
export function commonMarks(a: Marks, b: Marks): Marks {
	if (a === b) return a;
	return {
		emphasis: a.emphasis && b.emphasis,
		strong: a.strong && b.strong,
		deleted: a.deleted && b.deleted,
		code: a.code && b.code,
		smallCaps: a.smallCaps && b.smallCaps,
		shifted: a.shifted === b.shifted ? a.shifted : null,
		language: a.language === b.language ? a.language : null,
		link: a.link === b.link ? a.link : null
	};
}
