/** Libraries as readers might have them: marks over all chapters, with every field there is. */
import fc from 'fast-check';
import {
	COLOURS,
	type Annotation,
	type Register,
	type Target
} from '$lib/core/annotation/annotation';
import { describe } from '$lib/core/annotation/describe';
import { CHAPTERS } from './library';

const reading = (time: number, device: string) =>
	`${time.toString(16).padStart(13, '0')}-0000-${device}`;

const text = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 60 }),
	fc.constantFrom(
		'',
		'שלום 👩‍👧‍👦 e\u0301',
		'<script>alert(1)</script>',
		'=HYPERLINK("https://evil.example")',
		'a, "b"\nc\r\nd\te',
		']]> --> </script> \u2028',
		'==========\n- Your Highlight on page 1',
		'\\ud83d is no half of a pair'
	)
);

const clock = fc
	.tuple(
		fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2026, 11) }),
		fc.constantFrom('phone', 'desk')
	)
	.map(([time, device]) => reading(time, device));

const register = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Register<T>> =>
	fc.oneof(fc.record({ value, at: clock }), fc.record({ value, at: clock, base: clock }));

const target: fc.Arbitrary<Target> = fc
	.tuple(fc.constantFrom(...CHAPTERS), fc.nat(), fc.integer({ min: 1, max: 400 }))
	.map(([chapter, from, length]) => {
		const start = from % (chapter.text.length - 1);
		const end = Math.min(chapter.text.length, start + length);
		return describe(chapter.text, { start, end }, chapter);
	});

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(register(value), { nil: undefined });
const date = fc.date({
	min: new Date('2020-01-01'),
	max: new Date('2026-01-01'),
	noInvalidDate: true
});

export const anyAnnotation: fc.Arbitrary<Annotation> = fc
	.record({
		id: fc.stringMatching(/^[0-9a-f]{32}$/),
		kind: fc.constantFrom('highlight' as const, 'note' as const, 'bookmark' as const),
		created: date.map((one) => one.toISOString()),
		target,
		byHand: fc.array(fc.tuple(target, clock), { maxLength: 2 }),
		note: maybe(text),
		colour: maybe(fc.constantFrom(...COLOURS)),
		style: maybe(fc.constantFrom('fill' as const, 'underline' as const)),
		tags: maybe(fc.uniqueArray(text, { maxLength: 3 })),
		deleted: maybe(fc.boolean()),
		loose: maybe(fc.boolean()),
		history: fc.array(register(text), { maxLength: 2 })
	})
	.map(({ target: original, byHand, history, id, kind, created, ...fields }) => ({
		id,
		v: 1,
		kind,
		created,
		targets: [original, ...byHand.map(([one, at]) => ({ ...one, at }))],
		fields: Object.fromEntries(Object.entries(fields).filter(([, one]) => one !== undefined)),
		...(history.length > 0 ? { history } : {})
	}));

export const anyLibrary = fc.uniqueArray(anyAnnotation, {
	selector: ({ id }) => id,
	maxLength: 12
});
