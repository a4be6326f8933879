import { describe, expect, test } from 'vitest';
import type { Annotation } from '$lib/core/annotation/annotation';
import { describe as describeTarget } from '$lib/core/annotation/describe';
import { firstLetters, LONGEST_NOTE, LONGEST_TAG, MOST_TAGS } from '$lib/core/annotation/limits';
import { merge } from '$lib/core/annotation/merge';
import { toBackup } from '$lib/core/formats/backup/write';
import { readFile } from '$lib/core/formats/read-file';
import { summarize } from '$lib/core/importing/import-summary';
import { planImport, type LocalData } from '$lib/core/importing/plan';
import { surplusText, withinLimits } from '$lib/core/importing/within-limits';
import { bytesOf, CHAPTERS, CONTEXT } from '../formats/library';

const at = (n: number) => `001a2000000${n.toString(16).padStart(2, '0')}-0000-phone`;
const [EXILE] = CHAPTERS;
const TARGET = describeTarget(EXILE.text, { start: 100, end: 140 }, EXILE);
const made = (fields: Annotation['fields'], more: Partial<Annotation> = {}): Annotation => ({
	id: 'one',
	v: 1,
	kind: 'highlight',
	created: '2026-01-01T00:00:00.000Z',
	targets: [TARGET],
	fields,
	...more
});
const tagsOf = (count: number) => Array.from({ length: count }, (_, n) => `tag ${n}`);
const LONG = `${'a'.repeat(LONGEST_NOTE)} and the end`;

const planOf = (file: string, annotations: Annotation[] = []) => {
	const mine: LocalData = { annotations, snapshots: CONTEXT.texts, positions: [], preferences: {} };
	return planImport(readFile(bytesOf(file)), mine, CHAPTERS, { now: CONTEXT.generated });
};

describe('What is more than a mark can hold is left out of it, and given apart:', () => {
	test('what follows the longest note', () => {
		const { annotation, surplus } = withinLimits(made({ note: { value: LONG, at: at(1) } }), null);
		expect(annotation.fields.note!.value).toBe('a'.repeat(LONGEST_NOTE));
		expect(surplus).toEqual({
			id: 'one',
			words: TARGET.quote.exact,
			note: ' and the end',
			tags: [],
			earlier: []
		});
	});

	test('no half of a character', () => {
		expect(firstLetters('ab😀c', 3)).toBe('ab');
		expect(firstLetters('ab😀c', 4)).toBe('ab😀');
		expect(firstLetters('ab', 3)).toBe('ab');
	});

	test('tags that are too many, and those that are too long', () => {
		const long = 'x'.repeat(LONGEST_TAG + 1);
		const value = [long, ...tagsOf(MOST_TAGS + 2)];
		const { annotation, surplus } = withinLimits(made({ tags: { value, at: at(1) } }), null);
		expect(annotation.fields.tags!.value).toEqual(tagsOf(MOST_TAGS));
		expect(surplus!.tags).toEqual([long, `tag ${MOST_TAGS}`, `tag ${MOST_TAGS + 1}`]);
	});

	test('what follows in an earlier text of the note', () => {
		const history = [
			{ value: LONG, at: at(1) },
			{ value: 'short', at: at(2) }
		];
		const { annotation, surplus } = withinLimits(made({}, { history }), null);
		expect(annotation.history!.map(({ value }) => value.length)).toEqual([LONGEST_NOTE, 5]);
		expect(surplus!.earlier).toEqual([' and the end']);
	});

	test('nothing of what fits', () => {
		const one = made({
			note: { value: 'a'.repeat(LONGEST_NOTE), at: at(1) },
			tags: { value: tagsOf(MOST_TAGS), at: at(1) }
		});
		expect(withinLimits(one, null)).toEqual({ annotation: one, surplus: null });
	});

	test('nothing that is here already', () => {
		const one = made({ note: { value: LONG, at: at(1) } });
		expect(withinLimits(one, one)).toEqual({ annotation: one, surplus: null });
	});
});

describe('A plan', () => {
	const big = made({
		note: { value: LONG, at: at(1) },
		tags: { value: tagsOf(10_000), at: at(1) }
	});

	test('of a backup names each mark that has more, and writes the rest', () => {
		const plan = planOf(toBackup([big, made({}, { id: 'two' })], CONTEXT));
		expect([plan.added, plan.refused]).toEqual([['one', 'two'], []]);
		expect(plan.surplus.map(({ id }) => id)).toEqual(['one']);
		expect(summarize(plan).surplus).toEqual([
			{ id: 'one', words: TARGET.quote.exact, letters: 12, tags: 9800 }
		]);
		expect(summarize(plan).counts.surplus).toBe(1);
		const [written] = plan.write.annotations;
		expect(written.fields.tags!.value).toHaveLength(MOST_TAGS);
		const text = surplusText(plan.surplus);
		for (const words of [TARGET.quote.exact, ' and the end', 'tag 9999']) {
			expect(text).toContain(words);
		}
	});

	test('of a file of another app does too, and again when it is imported again', () => {
		const file = JSON.stringify({
			items: [
				{
					type: 'Annotation',
					id: 'x:1',
					target: EXILE.address,
					body: [
						{ type: 'TextualBody', value: LONG },
						...tagsOf(300).map((value) => ({ purpose: 'tagging', value }))
					]
				}
			]
		});
		const plan = planOf(file);
		const [{ note, tags }] = plan.surplus;
		expect([note, tags.length]).toEqual([' and the end', 100]);
		const again = planOf(file, merge(plan.write.annotations, []));
		expect(again.write.annotations).toEqual([]);
		expect(again.surplus).toEqual(plan.surplus);
	});
});
