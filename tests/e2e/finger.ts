import type { Page } from '@playwright/test';

/** Px from the top left corner of the screen. */
interface Point {
	x: number;
	y: number;
}

/** What points at the screen: it is put down, moved while it is down, and lifted. */
export interface Finger {
	down(point: Point): Promise<void>;
	move(point: Point): Promise<void>;
	up(): Promise<void>;
}

/** Moves of which one gesture is made. */
const STEPS = 4;

/** A finger, by touches of the browser itself; the mouse where the screen has no touch. */
export async function fingerOf(page: Page, hasTouch: boolean): Promise<Finger> {
	if (!hasTouch) {
		return {
			down: async ({ x, y }) => {
				await page.mouse.move(x, y);
				await page.mouse.down();
			},
			move: ({ x, y }) => page.mouse.move(x, y, { steps: STEPS }),
			up: () => page.mouse.up()
		};
	}
	const cdp = await page.context().newCDPSession(page);
	let at: Point = { x: 0, y: 0 };
	const touch = async (type: 'touchStart' | 'touchMove', point: Point) => {
		at = point;
		await cdp.send('Input.dispatchTouchEvent', { type, touchPoints: [point] });
	};
	return {
		down: (point) => touch('touchStart', point),
		move: async ({ x, y }) => {
			const from = at;
			for (let step = 1; step <= STEPS; step++) {
				const share = step / STEPS;
				const point = { x: from.x + (x - from.x) * share, y: from.y + (y - from.y) * share };
				await touch('touchMove', point);
			}
		},
		up: async () => {
			await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
		}
	};
}
