/** Where a book's chapters begin: at its documents, at lines of its contents, at headings of long ones. */
import type { Nodes } from 'mdast';
import type { Block } from '../../normal-form/blocks';
import type { Anchors } from '../html/anchors';
import type { ContentsEntry } from '../source-book';
import { chooseCuts, SHORT, type Cut, type Place } from './choose-cuts';
import { countLetters, hasWords } from './numbers';

/** A document as blocks. */
export interface Section {
	path: string;
	blocks: Block[];
}

/** A chapter before it has an address. */
export interface Draft {
	/** What the contents call it; `null` when they do not. */
	title: string | null;
	level: number;
	blocks: Block[];
}

/** Blocks by their numbers, the last not included. */
interface BlockRange {
	from: number;
	to: number;
}

/** Letters, about an hour's reading; a longer chapter is cut again. */
const LONGEST = 60_000;
/** Letters; one without any headings is cut at paragraphs, for the memory of a phone. */
const LONGEST_AT_ALL = 400_000;

/** The chapters of a book. `anchors` are the nodes that `path#id` lead to. */
export function cutIntoChapters(
	sections: readonly Section[],
	contents: readonly ContentsEntry[],
	anchors: Pick<Anchors, 'get'>
): Draft[] {
	const places = sections.flatMap(({ path, blocks }) =>
		blocks.map((block, index) => ({ block, path, isFirst: index === 0 }))
	);
	const entries = locate(contents, sections, places, anchors);
	let cuts = chooseCuts(entries, places);
	if (cuts.size < 2)
		cuts = new Map(
			places.flatMap(({ isFirst }, at) =>
				isFirst ? [[at, entries.get(at) ?? { title: null, level: 1 }] as const] : []
			)
		);
	if (!cuts.has(0)) cuts.set(0, { title: null, level: 1 });
	const starts = [...cuts.keys()].sort((a, b) => a - b);
	const drafts = starts.flatMap((from, index) =>
		shorten({ from, to: starts[index + 1] ?? places.length }, cuts.get(from)!, places, entries)
	);
	return joinWordless(drafts);
}

/** The lines of the contents by the number of the block that each leads to; of several, the innermost. */
function locate(
	contents: readonly ContentsEntry[],
	sections: readonly Section[],
	places: readonly Place[],
	anchors: Pick<Anchors, 'get'>
): Map<number, Cut> {
	const indexOf = new Map<object, number>();
	const visit = (node: Nodes, index: number) => {
		indexOf.set(node, index);
		if ('children' in node) for (const child of node.children) visit(child, index);
	};
	places.forEach(({ block }, index) => visit(block, index));
	const starts = startsOf(sections);
	const cuts = new Map<number, Cut>();
	for (const { title, path, fragment, level } of contents) {
		const anchor = fragment ? anchors.get(`${path}#${fragment}`) : undefined;
		const at = (anchor && indexOf.get(anchor)) ?? starts.get(path);
		if (at !== undefined && at < places.length) cuts.set(at, { title: title || null, level });
	}
	return cuts;
}

/** By path, the number of a document's first block; of one without any, the next document's. */
function startsOf(sections: readonly Section[]): Map<string, number> {
	const starts = new Map<string, number>();
	let count = 0;
	for (const { path, blocks } of sections) {
		starts.set(path, count);
		count += blocks.length;
	}
	return starts;
}

/** The chapter of a range, cut again while it is too long: at its outermost lines of the contents, then at headings. */
function shorten(
	{ from, to }: BlockRange,
	cut: Cut,
	places: readonly Place[],
	entries: ReadonlyMap<number, Cut>
): Draft[] {
	const draft = { ...cut, blocks: places.slice(from, to).map(({ block }) => block) };
	if (countLetters(draft.blocks) <= LONGEST) return [draft];
	const inner = [...entries].filter(([at]) => at > from && at < to);
	if (inner.length === 0) return shortenAtHeadings(draft, 1);
	const outermost = inner.reduce((least, [, { level }]) => Math.min(least, level), Infinity);
	const all = inner.filter(([, { level }]) => level === outermost).map(([at]) => at - from);
	all.sort((a, b) => a - b);
	const starts = withoutShortParts(draft.blocks, all).map((at) => at + from);
	return [from, ...starts].flatMap((start, index) =>
		shorten(
			{ from: start, to: starts[index] ?? to },
			start === from ? cut : entries.get(start)!,
			places,
			entries
		)
	);
}

/** Of the numbers of blocks at which a chapter could be cut, those that begin more than a few paragraphs. */
function withoutShortParts(blocks: readonly Block[], starts: readonly number[]): number[] {
	const chosen: number[] = [];
	let letters = countLetters(blocks.slice(0, starts[0]));
	starts.forEach((start, index) => {
		const part = countLetters(blocks.slice(start, starts[index + 1]));
		if (part < SHORT && letters + part <= LONGEST) letters += part;
		else {
			chosen.push(start);
			letters = part;
		}
	});
	return chosen;
}

function shortenAtHeadings(draft: Draft, depth: number): Draft[] {
	const { blocks, level } = draft;
	const letters = countLetters(blocks);
	if (letters <= LONGEST) return [draft];
	if (depth > 6) return letters > LONGEST_AT_ALL ? cutAtParagraphs(draft) : [draft];
	const headings = blocks.flatMap((block, at) =>
		at > 0 && block.type === 'heading' && block.depth === depth ? [at] : []
	);
	const starts = withoutShortParts(blocks, headings);
	return [0, ...starts].flatMap((start, index) => {
		const part = {
			level: index === 0 ? level : level + 1,
			blocks: blocks.slice(start, starts[index])
		};
		return shortenAtHeadings({ title: index === 0 ? draft.title : null, ...part }, depth + 1);
	});
}

function cutAtParagraphs({ title, level, blocks }: Draft): Draft[] {
	const drafts: Draft[] = [];
	let letters = Infinity;
	for (const block of blocks) {
		if (letters > LONGEST) {
			const number = drafts.length === 0 ? '' : ` (${drafts.length + 1})`;
			drafts.push({ title: title === null ? null : title + number, level, blocks: [] });
			letters = 0;
		}
		drafts.at(-1)!.blocks.push(block);
		letters += countLetters([block]);
	}
	return drafts;
}

/** A chapter without words, such as a picture's page, is the beginning of the next one; the last is an end. */
function joinWordless(drafts: readonly Draft[]): Draft[] {
	const joined: Draft[] = [];
	let waiting: Block[] = [];
	for (const draft of drafts) {
		if (draft.blocks.some(hasWords)) {
			joined.push({ ...draft, blocks: [...waiting, ...draft.blocks] });
			waiting = [];
		} else waiting = [...waiting, ...draft.blocks];
	}
	const last = joined.at(-1);
	if (last) for (const block of waiting) last.blocks.push(block);
	return joined;
}
