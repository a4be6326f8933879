import { describe, expect, test } from 'vitest';
import type { Annotation } from '$lib/core/annotation/annotation';
import { toBackup } from '$lib/core/formats/backup/write';
import { withChanges, withDeleted, withTarget } from '$lib/core/annotation/edit';
import { summarize } from '$lib/core/importing/import-summary';
import { planImport, type ImportPlan, type LocalData } from '$lib/core/importing/plan';
import { MAX_SHOWN } from '$lib/core/formats/limits';
import { undoImport } from '$lib/core/importing/undo-import';
import { toJsonLd } from '$lib/core/formats/web-annotation/write';
import { writeJson } from '$lib/core/formats/json';
import { merge } from '$lib/core/annotation/merge';
import { isDeleted } from '$lib/core/annotation/deletion';
import { readFile } from '$lib/core/formats/read-file';
import { describe as describeTarget } from '$lib/core/annotation/describe';
import { CONTEXT, bytesOf, CHAPTERS, fixture } from '../formats/library';

const at = (n: number) => `001a2000000${n.toString(16).padStart(2, '0')}-0000-phone`;
const OPTIONS = { now: CONTEXT.generated };
const [EXILE] = CHAPTERS;

const mark = (id: string, start: number): Annotation => ({
	id,
	v: 1,
	kind: 'highlight',
	created: '2026-01-01T00:00:00.000Z',
	targets: [describeTarget(EXILE.text, { start, end: start + 40 }, EXILE)],
	fields: { colour: { value: 'yellow', at: at(1) } }
});

const mineOf = (annotations: readonly Annotation[]): LocalData => ({
	annotations: merge(annotations, []),
	snapshots: CONTEXT.texts,
	positions: [],
	preferences: {}
});

const planOf = (theirs: Annotation[], mine: LocalData): ImportPlan =>
	planImport(readFile(bytesOf(toBackup(theirs, CONTEXT))), mine, CHAPTERS, OPTIONS);

const after = (mine: LocalData, written: readonly Annotation[]): LocalData => ({
	...mine,
	annotations: merge(mine.annotations, written)
});

describe('What an import will do', () => {
	const one = mark('one', 100);
	const noted = (n: number, note: string) => withChanges(one, { note }, at(n));
	const deleted = (n: number) => withDeleted(one, true, at(n));

	test.each<[string, Annotation[], Annotation[], Partial<Record<keyof ImportPlan, string[]>>]>([
		['not here before', [], [one], { added: ['one'] }],
		['here as it is', [one], [one], { same: ['one'] }],
		['older than here', [noted(5, 'new')], [one], { same: ['one'] }],
		['newer than here', [one], [noted(5, 'new')], { changed: ['one'] }],
		['another note than here', [noted(6, 'mine')], [noted(5, 'theirs')], { changed: ['one'] }],
		['deleted here later', [deleted(9)], [noted(5, 'x')], { deletedHere: ['one'] }],
		['deleted here, and edited there later', [deleted(4)], [noted(5, 'x')], { changed: ['one'] }],
		['deleted there later', [noted(5, 'x')], [deleted(9)], { removed: ['one'] }],
		['deleted on both sides', [deleted(9)], [deleted(9)], { same: ['one'] }],
		['deleted there, and never here', [], [deleted(9)], {}]
	])('%s', (_, mine, theirs, lists) => {
		const { added, changed, same, deletedHere, removed } = planOf(theirs, mineOf(mine));
		const empty = { added: [], changed: [], same: [], deletedHere: [], removed: [] };
		expect({ added, changed, same, deletedHere, removed }).toEqual({ ...empty, ...lists });
	});

	test('names what was deleted here, by the words that the file has of it', () => {
		const { stayDeleted } = planOf([noted(5, 'x')], mineOf([deleted(9)]));
		expect(stayDeleted.map(({ id, targets }) => [id, targets[0].quote.exact])).toEqual([
			['one', one.targets[0].quote.exact]
		]);
	});

	test('counts what is not placed: another text, another work, a passage that is gone', () => {
		const other = 'A text that is not in the library any more. It has two sentences.';
		const target = describeTarget(
			other,
			{ start: 0, end: 20 },
			{
				...EXILE,
				edition: 'e0',
				blocks: [{ id: 'p1', start: 0, end: other.length }]
			}
		);
		const marks = [
			mark('here', 5),
			{ ...mark('gone', 5), targets: [target] },
			{ ...mark('elsewhere', 5), targets: [{ ...target, work: 'no-such-work' }] }
		];
		expect(planOf(marks, mineOf([])).notPlaced.sort()).toEqual(['elsewhere', 'gone']);
	});

	test('brings the texts that its marks need, and no others', () => {
		const mine = { ...mineOf([]), snapshots: new Map() };
		expect(planOf([one], mine).write.snapshots).toEqual([
			{ edition: EXILE.edition, text: EXILE.text, v: 1 }
		]);
		expect(planOf([one], mineOf([])).write.snapshots).toEqual([]);
	});

	test('takes a mark that went through another app for the one that it is', () => {
		const mine = mineOf([withChanges(one, { note: 'mine' }, at(3))]);
		const set = toJsonLd(mine.annotations, CONTEXT);
		const foreign = set.items.map(({ 'x-postil': _, ...item }) => ({
			...item,
			id: 'https://other.example/1'
		}));
		const plan = (note: string) => {
			const items = foreign.map((item) => ({
				...item,
				body: { type: 'TextualBody', value: note }
			}));
			return planImport(readFile(bytesOf(writeJson({ items }))), mine, CHAPTERS, OPTIONS);
		};
		expect([plan('mine').same, plan('mine').added]).toEqual([['one'], []]);
		expect([plan('').same, plan('').added]).toEqual([['one'], []]);
		expect([plan('other').same, plan('other').added.length]).toEqual([[], 1]);
	});

	test('takes newer places in texts, and never replaces a preference', () => {
		const position = (n: number) => ({
			v: 1 as const,
			target: one.targets[0],
			progress: 0.5,
			paragraph: n,
			at: `2026-11-${10 + n}T00:00:00.000Z`
		});
		const kept = (n: number, preferences: Record<string, unknown>) => ({
			positions: [position(n)],
			preferences
		});
		const plan = (theirs: ReturnType<typeof kept>, mine: ReturnType<typeof kept>) =>
			planImport(
				readFile(bytesOf(toBackup([], { ...CONTEXT, ...theirs }))),
				{ ...mineOf([]), ...mine },
				CHAPTERS,
				OPTIONS
			).write;
		expect(plan(kept(2, {}), kept(1, {})).positions).toEqual([position(2)]);
		expect(plan(kept(1, {}), kept(2, {})).positions).toEqual([]);
		const theirs = { theme: { name: 'dark' }, seen: { a: 'old', b: 'b' }, flag: true };
		expect(
			plan(kept(1, theirs), kept(1, { theme: { name: 'sepia' }, seen: { a: 'a' } })).preferences
		).toEqual({
			seen: { a: 'a', b: 'b' },
			flag: true
		});
	});

	test('tells how far it is', () => {
		const heard: number[][] = [];
		const marks = Array.from({ length: 450 }, (_, n) => mark(`m${n}`, n));
		const file = readFile(bytesOf(toBackup(marks, CONTEXT)));
		const progress = (done: number, all: number) => heard.push([done, all]);
		planImport(file, mineOf([]), CHAPTERS, { ...OPTIONS, progress });
		expect(heard).toEqual([
			[200, 450],
			[400, 450],
			[450, 450]
		]);
	});
});

describe('Taking an import back', () => {
	const undone = (
		plan: ImportPlan,
		mine: LocalData,
		since: (one: Annotation) => Annotation = (one) => one
	) => {
		const imported = after(mine, plan.write.annotations);
		const now = after(imported, imported.annotations.map(since));
		const byId = new Map(now.annotations.map((one) => [one.id, one]));
		const undo = undoImport(plan.undo, { ...now, annotations: byId }, at(220));
		return { ...undo, after: after(now, undo.annotations).annotations };
	};
	const values = ({ fields, targets }: Pick<Annotation, 'fields' | 'targets'>) => ({
		deleted: isDeleted({ fields, targets } as Annotation),
		note: fields.note?.value ?? '',
		colour: fields.colour?.value,
		start: targets.at(-1)!.start
	});

	test('deletes what was new', () => {
		const { after: all } = undone(planOf([mark('one', 100)], mineOf([])), mineOf([]));
		expect(all.map(isDeleted)).toEqual([true]);
	});

	test('writes again what was before: fields, place, deletion', () => {
		const one = withChanges(mark('one', 100), { note: 'mine' }, at(2));
		const gone = withDeleted(mark('gone', 100), true, at(2));
		const stays = mark('stays', 100);
		const mine = mineOf([one, gone, stays]);
		const moved = withTarget(
			withChanges(one, { note: 'theirs', colour: 'pink' }, at(5)),
			mark('x', 300).targets[0],
			at(6)
		);
		const plan = planOf(
			[moved, withChanges(gone, { note: 'back' }, at(7)), withDeleted(stays, true, at(8))],
			mine
		);
		expect([plan.changed, plan.removed]).toEqual([['gone', 'one'], ['stays']]);
		expect(undone(plan, mine).after.map(values)).toEqual([
			{ deleted: true, note: 'back', colour: 'yellow', start: 100 },
			{ deleted: false, note: 'mine', colour: 'yellow', start: 100 },
			{ deleted: false, note: '', colour: 'yellow', start: 100 }
		]);
	});

	test('leaves what the reader changed since', () => {
		const mine = mineOf([mark('one', 100)]);
		const theirs = withChanges(mark('one', 100), { colour: 'pink', note: 'theirs' }, at(5));
		const plan = planOf([theirs, mark('new', 300)], mine);
		const edit = (one: Annotation) => withChanges(one, { colour: 'blue' }, at(210));
		const { after: all, kept } = undone(plan, mine, edit);
		expect(kept).toEqual(['new']);
		expect(all.map(values)).toEqual([
			{ deleted: false, note: '', colour: 'blue', start: 300 },
			{ deleted: false, note: '', colour: 'blue', start: 100 }
		]);
	});

	test('leaves deleted what the reader deleted since, whatever the import changed of it', () => {
		const theirs = withChanges(mark('one', 100), { colour: 'pink', note: 'theirs' }, at(5));
		const plan = planOf([theirs], mineOf([mark('one', 100)]));
		const { after: all } = undone(plan, mineOf([mark('one', 100)]), (one) =>
			withDeleted(one, true, at(190))
		);
		expect(all.map(isDeleted)).toEqual([true]);
	});

	test('leaves what it had brought back, when the reader wrote into it since', () => {
		const mine = mineOf([withDeleted(mark('one', 100), true, at(4))]);
		const plan = planOf([withChanges(mark('one', 100), { colour: 'pink' }, at(5))], mine);
		expect(plan.changed).toEqual(['one']);
		const { after: all, kept } = undone(plan, mine, (one) =>
			withChanges(one, { note: 'mine' }, at(190))
		);
		expect(kept).toEqual(['one']);
		expect(all.map(values)).toEqual([{ deleted: false, note: 'mine', colour: 'pink', start: 100 }]);
	});

	test('takes the marks of another app back, and brings them again when asked', () => {
		const file = readFile(fixture('my-clippings-en.txt'));
		const plan = planImport(file, mineOf([]), CHAPTERS, OPTIONS);
		const { after: all } = undone(plan, mineOf([]));
		expect(all.every(isDeleted)).toBe(true);
		const again = planImport(file, mineOf(all), CHAPTERS, OPTIONS);
		expect([again.deletedHere.length, again.write.annotations]).toEqual([all.length, []]);
	});
});

test('The outline of a plan has its numbers, the first that are not placed, and no more marks', () => {
	const lost = Array.from({ length: MAX_SHOWN + 20 }, (_, n) => {
		const [target] = mark(`lost${n}`, 100).targets;
		const elsewhere = { ...target, chapter: 'gone' };
		return { ...mark(`lost${n}`, 100), targets: [elsewhere] };
	});
	const plan = planOf([mark('one', 100), ...lost], mineOf([]));
	const outline = summarize(plan);
	expect(outline.counts).toEqual({
		added: lost.length + 1,
		changed: 0,
		same: 0,
		deletedHere: 0,
		removed: 0,
		notPlaced: lost.length,
		undated: 0,
		withoutBook: 0,
		duplicates: 0,
		written: lost.length + 1,
		surplus: 0
	});
	expect(outline.lost).toHaveLength(MAX_SHOWN);
	expect(plan.notPlaced).toEqual(expect.arrayContaining(outline.lost.map(({ id }) => id)));
	expect(Object.keys({ ...outline.write, ...outline.undo })).not.toContain('annotations');
});
