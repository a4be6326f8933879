/** Annotations for tests of what holds for all of them. */
import fc from 'fast-check';
import type { Annotation, Register, Target } from '$lib/core/annotation/annotation';

/** A stamp `n` ms after the beginning. */
export const at = (n: number, device = 'a') => `${n.toString(16).padStart(13, '0')}-0000-${device}`;

export const target = (start: number, when?: string): Target => ({
	work: 'w',
	chapter: 'c',
	edition: 'e',
	norm: 1,
	start,
	end: start + 1,
	blocks: ['p1', 'p1'],
	quote: { exact: 'x', prefix: '', suffix: '' },
	...(when ? { at: when } : {})
});

// Few values and few clocks, so that ties, also malformed ones, are frequent.
export const anyClock = fc
	.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('a', 'b'))
	.map(([n, device]) => at(n, device));
const register = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Register<T>> =>
	fc.oneof(
		fc.record({ value, at: anyClock }),
		fc.record({ value, at: anyClock, base: anyClock }),
		fc.record({ value, at: anyClock, since: anyClock })
	);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(register(value), { nil: undefined });
export const anyAnnotation = fc
	.record({
		id: fc.constantFrom('a', 'b'),
		kind: fc.constantFrom('highlight', 'note'),
		created: fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'),
		starts: fc.array(
			fc.tuple(fc.integer({ min: 0, max: 2 }), fc.option(anyClock, { nil: undefined })),
			{ maxLength: 3 }
		),
		note: maybe(fc.constantFrom('', 'x', 'y')),
		colour: maybe(fc.constantFrom('pink', 'blue')),
		tags: maybe(fc.array(fc.constantFrom('s', 't'), { maxLength: 2 })),
		deleted: maybe(fc.boolean()),
		history: fc.option(fc.array(register(fc.constantFrom('x', 'z')), { maxLength: 3 }), {
			nil: undefined
		}),
		superseded: fc.option(
			fc.array(
				fc.oneof(
					anyClock,
					fc.tuple(anyClock, anyClock).map((ends) => ends.join('..'))
				),
				{
					maxLength: 2
				}
			),
			{ nil: undefined }
		),
		later: fc.option(fc.constantFrom('new', 'newer'), { nil: undefined })
	})
	.map(({ starts, note, colour, tags, deleted, ...rest }) => ({
		...rest,
		v: 1,
		targets: starts.map(([start, when]) => target(start, when)),
		fields: { note, colour, tags, deleted }
	})) as unknown as fc.Arbitrary<Annotation>;
