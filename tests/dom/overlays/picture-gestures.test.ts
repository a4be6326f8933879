import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { followGestures } from '$lib/dom/overlays/picture-gestures';
import { show } from '../page';

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
	vi.useRealTimers();
});

function follow() {
	const element = show(
		'<div style="position: fixed; inset: 0 auto auto 0; width: 200px; height: 100px"></div>'
	);
	element.setPointerCapture = () => {}; // no real pointers here
	const gestures = { onmove: vi.fn(), onzoom: vi.fn(), ondoubletap: vi.fn(), ontap: vi.fn() };
	onTestFinished(followGestures(element, gestures));
	const send = (type: string, pointerId: number, [clientX, clientY]: [number, number]) =>
		element.dispatchEvent(new PointerEvent(type, { pointerId, clientX, clientY, bubbles: true }));
	return { element, gestures, send };
}

test('a finger drags, once it has moved further than a finger trembles', () => {
	const { gestures, send } = follow();
	send('pointerdown', 1, [50, 50]);
	send('pointermove', 1, [53, 50]);
	expect(gestures.onmove).not.toHaveBeenCalled();
	send('pointermove', 1, [70, 45]);
	expect(gestures.onmove).toHaveBeenLastCalledWith({ x: 20, y: -5 });
	send('pointerup', 1, [70, 45]);
	vi.runAllTimers();
	expect(gestures.ontap).not.toHaveBeenCalled();
});

test('two fingers zoom between them, and move', () => {
	const { gestures, send } = follow();
	send('pointerdown', 1, [80, 50]);
	send('pointerdown', 2, [120, 50]);
	send('pointermove', 2, [160, 50]);
	expect(gestures.onzoom).toHaveBeenLastCalledWith(2, { x: 20, y: 0 });
	expect(gestures.onmove).toHaveBeenLastCalledWith({ x: 20, y: 0 });
	send('pointerup', 2, [160, 50]);
	send('pointerup', 1, [80, 50]);
	vi.runAllTimers();
	expect(gestures.ontap).not.toHaveBeenCalled();
});

test('two taps at once are a double tap; one alone is a tap when no second came', () => {
	const { gestures, send } = follow();
	const tap = () => {
		send('pointerdown', 1, [150, 75]);
		send('pointerup', 1, [150, 75]);
	};
	tap();
	tap();
	expect(gestures.ondoubletap).toHaveBeenCalledExactlyOnceWith({ x: 50, y: 25 });
	vi.runAllTimers();
	expect(gestures.ontap).not.toHaveBeenCalled();
	tap();
	vi.runAllTimers();
	expect(gestures.ontap).toHaveBeenCalledOnce();
});

test('the wheel zooms at the mouse, and scrolls nothing', () => {
	const { element, gestures } = follow();
	const wheel = new WheelEvent('wheel', {
		deltaY: -100,
		clientX: 100,
		clientY: 50,
		cancelable: true
	});
	element.dispatchEvent(wheel);
	expect(wheel.defaultPrevented).toBe(true);
	expect(gestures.onzoom.mock.lastCall![0]).toBeGreaterThan(1);
	expect(gestures.onzoom.mock.lastCall![1]).toEqual({ x: 0, y: 0 });
});
