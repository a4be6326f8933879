import { describe, expect, test } from 'vitest';
import { merge } from '$lib/core/annotation/merge';
import { readAnnotation } from '$lib/core/annotation/read-annotation';
import { latestClock } from '$lib/core/annotation/latest-clock';

const at = (n: number) => `${n.toString(16).padStart(13, '0')}-0000-a`;
const target = {
	work: 'w',
	chapter: 'c',
	edition: 'e',
	norm: 1,
	start: 0,
	end: 1,
	blocks: ['p1', 'p1'],
	quote: { exact: 'x', prefix: '', suffix: '' }
};
const sound = {
	id: 'a',
	v: 1,
	kind: 'highlight',
	created: '2026-11-22T10:00:00Z',
	targets: [target, { ...target, at: at(3) }],
	fields: {
		note: { value: 'n', at: at(2), base: at(1), since: at(2) },
		colour: { value: 'pink', at: at(5) },
		tags: { value: ['t'], at: at(1) }
	},
	history: [{ value: 'lost', at: at(1) }],
	superseded: [at(0), `${at(0)}..${at(1)}`]
};

describe('An annotation from elsewhere', () => {
	test('is taken as it is when it is sound, with what we do not know', () => {
		const newer = {
			...sound,
			mood: 'grave',
			fields: { ...sound.fields, shape: { value: { a: 1 }, at: at(9) } },
			targets: [{ ...target, page: 3 }]
		};
		expect(readAnnotation(sound)).toEqual(sound);
		expect(readAnnotation(newer)).toEqual(newer);
	});

	test('keeps a colour that only a newer version knows, and one that was unset', () => {
		for (const value of ['mauve', undefined]) {
			const fields = { colour: { value, at: at(1) } };
			expect(readAnnotation({ ...sound, fields })?.fields).toEqual(fields);
		}
	});

	test.each([
		['nothing', null],
		['text', 'annotation'],
		['a list', [sound]],
		['no id', { ...sound, id: '' }],
		['no version', { ...sound, v: undefined }],
		['an unknown kind', { ...sound, kind: 'drawing' }],
		['no date', { ...sound, created: 7 }],
		['no fields', { ...sound, fields: null }],
		['no targets', { ...sound, targets: undefined }],
		[
			'an original without a quote',
			{ ...sound, targets: [{ ...target, quote: undefined }, target] }
		],
		['no place, and not deleted', { ...sound, targets: [] }],
		[
			'no place, and brought back',
			{ ...sound, targets: [], fields: { deleted: { value: false, at: at(9) } } }
		],
		[
			'no place, and written after its deletion',
			{
				...sound,
				targets: [],
				fields: { deleted: { value: true, at: at(1) }, note: { value: 'n', at: at(2) } }
			}
		]
	])('is refused: %s', (_, value) => {
		expect(readAnnotation(value)).toBeNull();
	});

	test.each<[string, object, object]>([
		['a register without a clock', { fields: { note: { value: 'n' } } }, { fields: {} }],
		['a clock that is none', { fields: { note: { value: 'n', at: 'now' } } }, { fields: {} }],
		[
			'a base that is none',
			{ fields: { note: { value: 'n', at: at(1), base: 4 } } },
			{ fields: {} }
		],
		['a note that is no text', { fields: { note: { value: 4, at: at(1) } } }, { fields: {} }],
		['a field that is nothing', { fields: { shape: null } }, { fields: {} }],
		['tags that are no texts', { fields: { tags: { value: [4], at: at(1) } } }, { fields: {} }],
		['a hand-made place', { targets: [target, { at: at(2) }] }, { targets: [target] }],
		['history', { history: [null, { value: 1, at: at(1) }] }, { history: undefined }],
		['superseded', { superseded: [4, 'x', `${at(1)}..x`] }, { superseded: undefined }]
	])('loses only what is damaged: %s', (_, damage, left) => {
		const read = readAnnotation({ ...sound, ...damage });
		expect(read).toEqual({ ...sound, ...left });
		expect(() => merge([read!], [read!])).not.toThrow();
	});

	test('tells its latest reading', () => {
		expect(latestClock(readAnnotation(sound)!)).toBe(at(5));
		expect(latestClock(readAnnotation({ ...sound, fields: {} })!)).toBe(at(3));
		expect(latestClock(readAnnotation({ ...sound, fields: {}, targets: [target] })!)).toBeNull();
	});
});
