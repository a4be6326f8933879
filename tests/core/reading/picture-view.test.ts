import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	fitSize,
	move,
	toggleZoom,
	viewByKey,
	WHOLE,
	zoom,
	type PictureView
} from '$lib/core/reading/picture-view';

const SIZES = { screen: { width: 400, height: 800 }, picture: { width: 400, height: 300 } };

test.each([
	[
		{ width: 800, height: 600 },
		{ width: 400, height: 300 }
	],
	[
		{ width: 100, height: 400 },
		{ width: 200, height: 800 }
	],
	[{ width: 0, height: 0 }, SIZES.screen]
])('a picture of %j is as large as the screen allows: %j', (natural, fitted) => {
	expect(fitSize(natural, SIZES.screen)).toEqual(fitted);
});

describe('A picture', () => {
	test('comes nearer at the fingers: what is under them stays there', () => {
		// Far enough inside that no edge is in the way.
		const near = { scale: 4, x: 0, y: 0 };
		const point = { x: 30, y: -20 };
		const nearer = zoom(near, 1.5, point, SIZES);
		const under = ({ scale, x, y }: PictureView) => [(point.x - x) / scale, (point.y - y) / scale];
		expect(under(nearer)[0]).toBeCloseTo(under(near)[0]);
		expect(under(nearer)[1]).toBeCloseTo(under(near)[1]);
	});

	test('is never further away than whole, nor moved then', () => {
		expect(zoom(WHOLE, 0.5, { x: 50, y: 50 }, SIZES)).toEqual(WHOLE);
		expect(move(WHOLE, { x: 50, y: 50 }, SIZES)).toEqual(WHOLE);
	});

	test('comes near by a double tap, and is whole by the next', () => {
		const near = toggleZoom(WHOLE, { x: 100, y: 0 }, SIZES);
		expect(near.scale).toBe(2.5);
		expect(near.x).toBeLessThan(0);
		expect(toggleZoom(near, { x: 0, y: 0 }, SIZES)).toEqual(WHOLE);
	});

	test.each([
		['+', 1.5],
		['=', 1.5],
		['-', 1],
		['0', 1]
	])('by the key %s is %d times as large', (key, scale) => {
		expect(viewByKey(WHOLE, key, SIZES)?.scale).toBe(scale);
	});

	test('goes to its sides by arrows, and means nothing by other keys', () => {
		const near = { scale: 4, x: 0, y: 0 };
		expect(viewByKey(near, 'ArrowRight', SIZES)).toEqual({ scale: 4, x: -80, y: 0 });
		expect(viewByKey(near, 'ArrowUp', SIZES)).toEqual({ scale: 4, x: 0, y: 80 });
		expect(viewByKey(near, 'a', SIZES)).toBeNull();
	});

	test('never leaves the screen, whatever is done', () => {
		const step = fc.oneof(
			fc.record({
				factor: fc.double({ min: 0.1, max: 10, noNaN: true }),
				x: fc.integer({ min: -200, max: 200 }),
				y: fc.integer({ min: -400, max: 400 })
			}),
			fc.record({
				x: fc.integer({ min: -2000, max: 2000 }),
				y: fc.integer({ min: -2000, max: 2000 })
			})
		);
		fc.assert(
			fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
				let view = WHOLE;
				for (const one of steps) {
					view = 'factor' in one ? zoom(view, one.factor, one, SIZES) : move(view, one, SIZES);
				}
				expect(view.scale).toBeGreaterThanOrEqual(1);
				expect(view.scale).toBeLessThanOrEqual(8);
				expect(Math.abs(view.x) * 2).toBeLessThanOrEqual(400 * view.scale - 400 + 1e-6);
				expect(Math.abs(view.y) * 2).toBeLessThanOrEqual(
					Math.max(0, 300 * view.scale - 800) + 1e-6
				);
			})
		);
	});
});
