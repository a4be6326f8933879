import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation, Register } from '$lib/core/annotation/annotation';
import { merge } from '$lib/core/annotation/merge';
import { isDeleted } from '$lib/core/annotation/deletion';
import { withNote } from '$lib/core/annotation/note-history';
import { anyAnnotation, at, target } from './arbitraries';

const annotation = (fields: Annotation['fields'], rest: Partial<Annotation> = {}): Annotation => ({
	id: 'one',
	v: 1,
	kind: 'highlight',
	created: '2026-11-22T10:00:00Z',
	targets: [target(0)],
	fields,
	...rest
});

describe('merge', () => {
	test('keeps what only one side has, ordered by id', () => {
		const [a, b] = [annotation({}, { id: 'b' }), annotation({}, { id: 'a' })];
		expect(merge([a], [b])).toEqual([b, a]);
	});

	test('takes the later writing of each field', () => {
		const mine = annotation({
			colour: { value: 'pink', at: at(5) },
			style: { value: 'fill', at: at(1) }
		});
		const theirs = annotation({
			colour: { value: 'blue', at: at(4) },
			style: { value: 'underline', at: at(2) }
		});
		expect(merge([mine], [theirs])[0].fields).toEqual({
			colour: mine.fields.colour,
			style: theirs.fields.style
		});
	});

	test('lets a later edit beat an older delete, and a later delete an older edit', () => {
		const deleted = annotation({ deleted: { value: true, at: at(5) } });
		const edited = (n: number) => annotation({ colour: { value: 'pink', at: at(n) } });
		expect(isDeleted(merge([deleted], [edited(6)])[0])).toBe(false);
		expect(isDeleted(merge([deleted], [edited(4)])[0])).toBe(true);
		expect(isDeleted(merge([deleted], [edited(5)])[0])).toBe(false);
		expect(isDeleted(annotation({ deleted: { value: false, at: at(9) } }))).toBe(false);
		expect(isDeleted(annotation({}))).toBe(false);
	});

	test('lets a place made by hand later beat an older delete', () => {
		const deleted = annotation({ deleted: { value: true, at: at(5) } });
		const placed = (n: number) => annotation({}, { targets: [target(0), target(3, at(n, 'b'))] });
		expect(isDeleted(merge([deleted], [placed(6)])[0])).toBe(false);
		expect(isDeleted(merge([deleted], [placed(4)])[0])).toBe(true);
	});

	test('keeps a note that the winner was not built on', () => {
		const phone = annotation({ note: { value: 'on the phone', at: at(3, 'phone') } });
		const desk = annotation({ note: { value: 'at the desk', at: at(4, 'desk') } });
		const [merged] = merge([phone], [desk]);
		expect(merged.fields.note?.value).toBe('at the desk');
		expect(merged.history).toEqual([phone.fields.note]);
	});

	test('floods nothing from an old backup, however often the note was rewritten since', () => {
		const versions = [annotation({ note: { value: 'draft', at: at(1) } })];
		for (let n = 2; n < 9; n += 1) versions.push(withNote(versions[n - 2], `version ${n}`, at(n)));
		for (const old of versions) {
			const [merged] = merge(versions.slice(-1), [old]);
			expect(merged.fields.note?.value).toBe('version 8');
			expect(merged.history).toBeUndefined();
		}
	});

	test('takes all that one opening of the editor wrote as one version', () => {
		const before = annotation({ note: { value: 'before', at: at(1) } });
		const opening = { base: at(1), since: at(2) };
		const states = [before];
		for (let n = 2; n < 9; n += 1) {
			states.push(withNote(states[n - 2], 'x'.repeat(n), at(n), opening));
		}
		const last = states[states.length - 1];
		expect(last.superseded).toBeUndefined();
		for (const old of states) expect(merge([last], [old])).toEqual([last]);
		const [together] = states.reduceRight<Annotation[]>((sum, one) => merge(sum, [one]), [last]);
		expect(together.history).toBeUndefined();
	});

	test('keeps what another device typed into the same note at the same time, once', () => {
		const type = (device: string, from: number) =>
			[0, 2, 4].reduce<Annotation[]>(
				(states, n) => [
					...states,
					withNote(states.at(-1) ?? annotation({}), `${device}${n}`, at(from + n, device), {
						base: undefined,
						since: at(from, device)
					})
				],
				[]
			);
		const [mine, theirs] = [type('a', 1), type('b', 2)];
		const turns = [mine[0], theirs[0], mine[1], theirs[1], mine[2], theirs[2]];
		const [merged] = turns.reduce<Annotation[]>((sum, one) => merge(sum, [one]), []);
		expect(merged.fields.note?.value).toBe('b4');
		expect(merged.history?.map(({ value }) => value)).toEqual(['a4']);
		// Also when it was built on by a third, and an old copy comes late.
		const third = withNote(merged, 'third', at(9));
		expect(merge([third], [mine[1]])[0].history?.map(({ value }) => value)).toEqual(['a4']);
	});

	test('keeps no empty note in the history', () => {
		const [merged] = merge(
			[annotation({ note: { value: '', at: at(3) } })],
			[annotation({ note: { value: 'text', at: at(4) } })]
		);
		expect(merged.history).toBeUndefined();
	});

	test('keeps the original target first and the newest made by hand last', () => {
		const [early, late] = [target(7, at(2)), target(3, at(9))];
		const mine = annotation({}, { targets: [target(0), late] });
		const theirs = annotation({}, { targets: [target(0), early] });
		expect(merge([mine], [theirs])[0].targets).toEqual([target(0), early, late]);
	});

	test('keeps fields it does not know', () => {
		const mine = { ...annotation({}), foreign: { from: 'elsewhere' } };
		const shape: Register<string> = { value: 'wavy', at: at(2) };
		const theirs = annotation({ shape } as Annotation['fields']);
		expect(merge([mine], [theirs])[0]).toMatchObject({
			foreign: { from: 'elsewhere' },
			fields: { shape }
		});
	});

	test('changes neither side', () => {
		const mine = [annotation({ note: { value: 'a', at: at(1) } })];
		const theirs = [annotation({ note: { value: 'b', at: at(2) } })];
		const before = JSON.stringify([mine, theirs]);
		merge(mine, theirs);
		expect(JSON.stringify([mine, theirs])).toBe(before);
	});
});

const collection = fc.array(anyAnnotation, { maxLength: 4 });

describe('the laws of merge', () => {
	test('the order of two does not matter', () => {
		fc.assert(
			fc.property(collection, collection, (a, b) => {
				expect(merge(a, b)).toEqual(merge(b, a));
			})
		);
	});

	test('the grouping of three does not matter', () => {
		fc.assert(
			fc.property(collection, collection, collection, (a, b, c) => {
				expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
			})
		);
	});

	test('a second time changes nothing', () => {
		fc.assert(
			fc.property(collection, collection, (a, b) => {
				const once = merge(a, b);
				expect(merge(once, b)).toEqual(once);
				expect(merge(once, once)).toEqual(once);
				expect(merge(once, [])).toEqual(once);
			})
		);
	});
});
