/** What fingers and a mouse do to a picture that is open large. */

import type { Point } from '$lib/core/reading/picture-view';

interface Gestures {
	/** Fingers or the mouse have moved by so many px. */
	onmove: (by: Point) => void;
	/** Two fingers or the wheel ask for more or less of it, at a point: px from the middle of the element. */
	onzoom: (factor: number, point: Point) => void;
	ondoubletap: (point: Point) => void;
	/** A tap that no second one can follow any more. */
	ontap: (event: PointerEvent) => void;
}

/** Px that a finger moves before it drags. */
const SLOP = 8;
/** Ms and px within which a second tap is of the same double tap. */
const DOUBLE = { within: 300, apart: 40 };
/** How much a px of the wheel zooms. */
const WHEEL = 0.002;

/**
 * Follows what is done on an element until the function it gives is called. By hand and not by
 * `dblclick` and gesture events: those of touch differ from browser to browser.
 */
export function followGestures(element: HTMLElement, gestures: Gestures): () => void {
	const fingers = new Map<number, Point>();
	/** Where the finger came down; `null` when what it does is no tap. */
	let tap: Point | null = null;
	let before: { at: Point; time: number } | null = null;
	let waiting: ReturnType<typeof setTimeout> | undefined;

	function press(event: PointerEvent) {
		if (event.button !== 0) return;
		element.setPointerCapture(event.pointerId);
		tap = fingers.size === 0 ? pointOf(event) : null;
		fingers.set(event.pointerId, pointOf(event));
	}

	function drag(event: PointerEvent) {
		const from = fingers.get(event.pointerId);
		if (!from) return;
		const to = pointOf(event);
		if (tap && distance(tap, to) < SLOP) return;
		tap = null;
		const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
		fingers.set(event.pointerId, to);
		if (!other) return gestures.onmove({ x: to.x - from.x, y: to.y - from.y });
		const middle = { x: (to.x + other.x) / 2, y: (to.y + other.y) / 2 };
		gestures.onmove({ x: (to.x - from.x) / 2, y: (to.y - from.y) / 2 });
		gestures.onzoom(distance(to, other) / Math.max(1, distance(from, other)), fromMiddle(middle));
	}

	function lift(event: PointerEvent) {
		if (!fingers.delete(event.pointerId) || !tap) return;
		const at = tap;
		tap = null;
		const isSecond =
			before &&
			event.timeStamp - before.time < DOUBLE.within &&
			distance(before.at, at) < DOUBLE.apart;
		before = isSecond ? null : { at, time: event.timeStamp };
		clearTimeout(waiting);
		if (isSecond) return gestures.ondoubletap(fromMiddle(at));
		waiting = setTimeout(() => gestures.ontap(event), DOUBLE.within);
	}

	function cancel(event: PointerEvent) {
		fingers.delete(event.pointerId);
		tap = null;
	}

	function turnWheel(event: WheelEvent) {
		event.preventDefault(); // a browser would zoom the page, or scroll what is behind
		const turned = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
		// What a trackpad's pinch is told as: small steps, with Ctrl.
		const speed = event.ctrlKey ? 5 : 1;
		gestures.onzoom(Math.exp(-event.deltaY * turned * speed * WHEEL), fromMiddle(pointOf(event)));
	}

	function fromMiddle({ x, y }: Point): Point {
		const { left, top, width, height } = element.getBoundingClientRect();
		return { x: x - left - width / 2, y: y - top - height / 2 };
	}

	const stop = new AbortController();
	const { signal } = stop;
	element.addEventListener('pointerdown', press, { signal });
	element.addEventListener('pointermove', drag, { signal });
	element.addEventListener('pointerup', lift, { signal });
	element.addEventListener('pointercancel', cancel, { signal });
	element.addEventListener('wheel', turnWheel, { signal, passive: false });
	return () => {
		clearTimeout(waiting);
		stop.abort();
	};
}

function pointOf({ clientX, clientY }: MouseEvent): Point {
	return { x: clientX, y: clientY };
}

function distance(a: Point, b: Point): number {
	return Math.hypot(a.x - b.x, a.y - b.y);
}
