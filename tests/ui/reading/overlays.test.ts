import { expect, test, vi } from 'vitest';
import { Overlays, type Dialog } from '../../../src/lib/ui/reading/overlays.svelte';

const CARD: Dialog = { kind: 'mark-card', ids: ['a'] };
const MENU: Dialog = { kind: 'block-menu', block: { id: 'p1', start: 0, end: 9 } };

test('One dialog is open at a time: the next takes the place of the one before', () => {
	const overlays = new Overlays();
	expect(overlays.dialog).toBeNull();
	overlays.open(MENU);
	overlays.open(CARD);
	expect(overlays.dialog).toEqual(CARD);
});

test('A dialog that says late that it was closed does not close the next', () => {
	const overlays = new Overlays();
	overlays.open(MENU);
	overlays.open(CARD);
	overlays.close(MENU);
	expect(overlays.dialog).toEqual(CARD);
	overlays.close(CARD);
	expect(overlays.dialog).toBeNull();
});

test('Nor does the card of a mark close the card of the next', () => {
	const overlays = new Overlays();
	const next: Dialog = { kind: 'mark-card', ids: ['b'] };
	overlays.open(CARD);
	overlays.open(next);
	overlays.close(CARD);
	expect(overlays.dialog).toEqual(next);
});

test('Taps mean one thing at a time: the marker is off while a mark is placed by hand', () => {
	const overlays = new Overlays();
	overlays.toggleMarker();
	expect(overlays.mode).toEqual({ kind: 'marker' });
	overlays.startHandPlacing('a');
	expect([overlays.isMarkerOn, overlays.handPlaced]).toEqual([false, 'a']);
	overlays.toggleMarker();
	expect([overlays.isMarkerOn, overlays.handPlaced]).toEqual([false, 'a']);
	overlays.stopHandPlacing();
	expect(overlays.mode).toBeNull();
});

test('A tap for a marker that is off again marks nothing', () => {
	const overlays = new Overlays();
	overlays.toggleMarker();
	overlays.textTaps.push({ x: 12, y: 12 });
	overlays.toggleMarker();
	const handler = vi.fn();
	overlays.textTaps.handle(handler);
	expect(handler).not.toHaveBeenCalled();
});
