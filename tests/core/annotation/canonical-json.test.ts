import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, greater, isEqual } from '$lib/core/annotation/canonical-json';

// Few keys and values, so that equal ones are frequent.
const { data } = fc.letrec((tie) => ({
	data: fc.oneof(
		{ maxDepth: 3 },
		fc.constantFrom(1, 'a', null, true),
		fc.array(tie('data'), { maxLength: 2 }),
		fc.dictionary(fc.constantFrom('a', 'b'), tie('data'), { maxKeys: 2 })
	)
}));

describe('Plain data', () => {
	test('are equal when their canonical texts are', () => {
		fc.assert(
			fc.property(data, data, (a, b) => {
				expect(isEqual(a, b)).toBe(canonical(a) === canonical(b));
			})
		);
	});

	test.each([
		[{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
		[{ a: undefined }, {}, true],
		[[1, 2], [2, 1], false],
		[[], {}, false],
		[null, {}, false]
	])('%j and %j: %s', (a, b, are) => {
		expect(isEqual(a, b)).toBe(are);
	});

	test('have a greater one, the same in any order', () => {
		fc.assert(
			fc.property(data, data, (a, b) => {
				expect(canonical(greater(a, b))).toBe(canonical(greater(b, a)));
			})
		);
	});
});
