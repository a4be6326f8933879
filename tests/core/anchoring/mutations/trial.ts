/** One edit of one text: marks made before it, placed after it, judged by the truth. */
import { placeAll } from '$lib/core/anchoring/place-all';
import type { Place, Target } from '$lib/core/annotation/annotation';
import { describe } from '$lib/core/annotation/describe';
import { LENGTHS, markable, markOf, type Mark, type Markable } from './marks';
import type { Operator } from './edit';
import type { Random } from './random';
import type { SuiteText } from './texts';
import { render, trace, truthOf, type Rendered, type Traced, type Truth } from './traced';
import { writerLike, type Writer } from './writer';

export interface Judged {
	mark: Mark;
	target: Target;
	truth: Truth;
	withSnapshot: Place;
	withoutSnapshot: Place;
}

export interface Trial {
	old: string;
	now: string;
	judged: Judged[];
	/** Milliseconds for all marks. */
	took: { withSnapshot: number; withoutSnapshot: number };
}

/** What is made of a text once, for any number of trials. */
interface Prepared {
	from: Markable;
	traced: Traced;
}

const writers = new Map<string, Writer>();
const prepared = new Map<string, Prepared>();

function prepare({ name, language, blocks }: SuiteText): Prepared {
	const known = prepared.get(name);
	if (known) return known;
	const made = { from: markable(language, blocks), traced: trace(blocks) };
	prepared.set(name, made);
	return made;
}

export function tryEdit(
	text: SuiteText,
	operator: Operator,
	random: Random,
	marksEach: number
): Trial {
	const { name, language } = text;
	const blocks = operator.prepare?.(text.blocks, random);
	const { from, traced } = blocks
		? { from: markable(language, blocks), traced: trace(blocks) }
		: prepare(text);
	const writer = writers.get(name) ?? writerLike(text.blocks);
	writers.set(name, writer);

	const anywhere = sample(random, from, marksEach, []);
	const edited = render(
		operator.apply(traced, { random, writer, marks: anywhere }),
		from.text.length
	);
	const marks = [...anywhere, ...sample(random, from, marksEach, changedPlaces(from.text, edited))];
	const at = { work: 'suite', chapter: name, edition: 'old', blocks: from.blocks };
	const targets = marks.map((mark) => describe(from.text, mark, at));
	const now = { edition: 'new', text: edited.text };
	const begun = performance.now();
	const withSnapshot = placeAll(now, targets, new Map([['old', from.text]]));
	const between = performance.now();
	const withoutSnapshot = placeAll(now, targets, new Map());
	const done = performance.now();
	return {
		old: from.text,
		now: edited.text,
		judged: marks.map((mark, n) => ({
			mark,
			target: targets[n],
			truth: truthOf(edited, from.text, mark),
			withSnapshot: withSnapshot[n],
			withoutSnapshot: withoutSnapshot[n]
		})),
		took: { withSnapshot: between - begun, withoutSnapshot: done - between }
	};
}

/** As many marks of each length, in turn; near one of `places`, if there are any. */
function sample(random: Random, from: Markable, each: number, places: readonly number[]): Mark[] {
	const marks: Mark[] = [];
	for (let times = 0; times < each; times += 1) {
		for (const length of LENGTHS) {
			const near = places.length > 0 ? random.pick(places) : undefined;
			marks.push(markOf(random, from, length, near));
		}
	}
	return marks;
}

/** Offsets of the old text where something was changed, lost, added or moved. */
function changedPlaces(old: string, { units }: Rendered): number[] {
	const places = new Set<number>();
	const seen = new Uint8Array(old.length);
	let before = -1;
	for (const { id, isSame, moved } of units) {
		if (id === -1) continue;
		seen[id] = 1;
		if (!isSame || moved || id !== before + 1) places.add(id);
		before = id;
	}
	for (let id = 0; id < old.length; id += 1) if (!seen[id] && old[id] !== '\n') places.add(id);
	return [...places];
}
