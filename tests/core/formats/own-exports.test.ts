/** Our own exports, read into an empty Postil, give back every mark and note, as far as a format can carry them. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Annotation } from '$lib/core/annotation/annotation';
import { isDeleted } from '$lib/core/annotation/deletion';
import { toHypothesis } from '$lib/core/formats/hypothesis/write';
import { toKindle } from '$lib/core/formats/kindle/write';
import { readFile } from '$lib/core/formats/read-file';
import { toReadwise } from '$lib/core/formats/readwise/write';
import { toJsonLd } from '$lib/core/formats/web-annotation/write';
import { merge } from '$lib/core/annotation/merge';
import { planImport } from '$lib/core/importing/plan';
import { normalize } from '$lib/core/text/chapter-text';
import { anyLibrary as anyMarks } from './generated';
import { bytesOf, CHAPTERS, CONTEXT } from './library';

vi.setConfig({ testTimeout: 60_000 });

// No reader marks a space alone, and no format but our own can say it.
const anyLibrary = anyMarks.map((library) =>
	library.filter(({ targets }) => targets.every(({ quote }) => quote.exact.trim() !== ''))
);

interface Content {
	kind: string;
	quote: string;
	note: string;
	tags: string[];
	colour?: string;
}

const contentOf = ({ kind, targets, fields }: Annotation): Content => ({
	kind,
	quote: normalize(targets.at(-1)!.quote.exact),
	note: (fields.note?.value ?? '').trim(),
	tags: [...new Set((fields.tags?.value ?? []).map(normalize))].filter((tag) => tag !== ''),
	colour: fields.colour?.value
});

/** What of a library is alive, and what an empty Postil has of it after an import of `file`. */
function outAndIn(library: readonly Annotation[], file: string): [Content[], Content[]] {
	const live = merge(library, []).filter((one) => !isDeleted(one));
	const empty = { annotations: [], snapshots: new Map(), positions: [], preferences: {} };
	const plan = planImport(readFile(bytesOf(file)), empty, CHAPTERS, { now: CONTEXT.generated });
	expect([plan.refused, plan.undated]).toEqual([[], []]);
	return [live.map(contentOf), plan.write.annotations.map(contentOf)];
}

const sorted = (contents: readonly unknown[]) => contents.map((one) => JSON.stringify(one)).sort();

test('Hypothesis: words, notes, tags and bookmarks of each', () => {
	fc.assert(
		fc.property(anyLibrary, (library) => {
			const [out, back] = outAndIn(library, toHypothesis(merge(library, []), CONTEXT));
			const carried = ({ kind, quote, note, tags }: Content) => [
				kind === 'bookmark',
				quote,
				note,
				tags
			];
			expect(sorted(back.map(carried))).toEqual(sorted(out.map(carried)));
		}),
		{ numRuns: 60 }
	);
});

test('Web annotations, read as those of another app: all that the model can say', () => {
	fc.assert(
		fc.property(anyLibrary, (library) => {
			const { items } = toJsonLd(library, CONTEXT);
			const foreign = items.map(({ 'x-postil': _, ...item }) => item);
			const [out, back] = outAndIn(library, JSON.stringify({ items: foreign }));
			const carried = ({ kind, quote, note, tags, colour }: Content) => [
				kind === 'bookmark',
				quote,
				note,
				tags,
				kind === 'bookmark' && note + tags.join('') === '' ? null : colour
			];
			expect(sorted(back.map(carried))).toEqual(sorted(out.map(carried)));
		}),
		{ numRuns: 60 }
	);
});

const lines = (note: string) => note.replace(/\r\n?/g, '\n');

test('Readwise: the words, the note and the tags of each that has words or a note', () => {
	fc.assert(
		fc.property(anyLibrary, (library) => {
			const [out, back] = outAndIn(library, toReadwise(merge(library, []), CONTEXT));
			const tagOf = (tag: string) => normalize(tag.trim().replace(/\s+/g, '_').replace(/^\.+/, ''));
			for (const { kind, quote, note, tags } of out) {
				if (quote + note === '' || (kind === 'bookmark' && note === '')) continue;
				const words = quote === '' ? normalize(note) : quote;
				const own = quote === '' ? '' : lines(note);
				const found = back.filter((one) => one.quote === words && one.note.includes(own));
				expect(found, JSON.stringify([words, own, back])).not.toEqual([]);
				const all = found.flatMap((one) => one.tags);
				expect(all).toEqual(expect.arrayContaining(tags.map(tagOf).filter((tag) => tag !== '')));
			}
		}),
		{ numRuns: 60 }
	);
});

test('My Clippings: the words and the note of each', () => {
	fc.assert(
		fc.property(anyLibrary, (library) => {
			const file = toKindle(merge(library, []), CONTEXT);
			fc.pre(file.length > 1);
			const [out, back] = outAndIn(library, file);
			for (const { kind, quote, note } of out) {
				const words = kind === 'bookmark' ? '' : quote;
				const found = back.filter(
					(one) => (one.quote === words || words === '') && one.note.includes(lines(note))
				);
				expect(found, JSON.stringify([words, note, back])).not.toEqual([]);
			}
		}),
		{ numRuns: 60 }
	);
});

test('My Clippings of overlapping marks within one location, whichever was made first', () => {
	const [{ text }] = CHAPTERS;
	const [base] = fc.sample(
		anyLibrary.filter((all) => all.length > 0),
		{ numRuns: 1, seed: 4 }
	)[0];
	const made = (start: number, end: number, second: number): Annotation => ({
		...base,
		id: `${start}`.padStart(16, '0') + `${end}`.padStart(16, '0'),
		kind: 'highlight',
		created: `2026-01-01T00:00:${String(second).padStart(2, '0')}.000Z`,
		targets: [
			{
				...base.targets[0],
				...{ work: 'my-life', chapter: '43-the-exile', start, end },
				quote: { exact: text.slice(start, end), prefix: '', suffix: '' }
			}
		],
		fields: { note: { value: `note ${second}`, at: '001a20000000a-0000-desk' } }
	});
	const ranges = [
		[0, 40],
		[0, 60],
		[10, 60],
		[10, 40]
	];
	for (const order of [
		[1, 2, 3, 4],
		[4, 3, 2, 1],
		[2, 4, 1, 3]
	]) {
		const library = ranges.map(([start, end], i) => made(start, end, order[i]));
		const [out, back] = outAndIn(library, toKindle(library, CONTEXT));
		const carried = ({ quote, note }: Content) => [quote, note];
		expect(sorted(back.map(carried))).toEqual(sorted(out.map(carried)));
	}
});

test('My Clippings of notes at one location, of which one has the words of another', () => {
	const [{ text }] = CHAPTERS;
	const [base] = fc.sample(
		anyLibrary.filter((all) => all.length > 0),
		{ numRuns: 1, seed: 4 }
	)[0];
	const made = (note: string, second: number, end: number): Annotation => ({
		...base,
		id: `${second}`.padStart(32, '0'),
		kind: 'note',
		created: `2026-01-01T00:00:${String(second).padStart(2, '0')}.000Z`,
		targets: [
			{
				...base.targets[0],
				...{ work: 'my-life', chapter: '43-the-exile', start: 0, end },
				quote: { exact: text.slice(0, end), prefix: '', suffix: '' }
			}
		],
		fields: { note: { value: note, at: '001a20000000a-0000-desk' } }
	});
	const notes = ['Why?', 'Why? Because.', '==========\nWhy?'];
	for (const seconds of [
		[1, 2, 3],
		[3, 2, 1],
		[1, 1, 1]
	]) {
		// With words of their own, and without any.
		for (const ends of [
			[10, 20, 30],
			[0, 0, 0]
		]) {
			const library = notes.map((note, i) => ({
				...made(note, seconds[i], ends[i]),
				id: `${i}`.padStart(32, '0')
			}));
			const [out, back] = outAndIn(library, toKindle(library, CONTEXT));
			const carried = ({ quote, note }: Content) => [quote, note];
			expect(sorted(back.map(carried))).toEqual(sorted(out.map(carried)));
		}
	}
});
