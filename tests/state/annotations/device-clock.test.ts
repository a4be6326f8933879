import { expect, test } from 'vitest';
import type { Annotation } from '$lib/core/annotation/annotation';
import { compareClocks, MOST_AHEAD, tick, timeOf } from '$lib/core/annotation/clock';
import { DeviceClock } from '$lib/state/annotations/device-clock';

const NOW = Date.UTC(2026, 10, 22);

/** An annotation that another device wrote at `time`. */
function writtenAt(time: number): Annotation {
	const deleted = { value: true, at: tick(null, time, 'there') };
	return { id: 'a', v: 1, kind: 'highlight', created: '', targets: [], fields: { deleted } };
}

test('A clock goes on from what other devices wrote, when theirs is a little ahead', () => {
	const clock = new DeviceClock('here', () => NOW);
	clock.observe([writtenAt(NOW + MOST_AHEAD), writtenAt(NOW - 1)]);
	expect(timeOf(clock.tick())).toBe(NOW + MOST_AHEAD);
});

test('A clock does not follow one that is set to another year', () => {
	const clock = new DeviceClock('here', () => NOW);
	clock.observe([writtenAt(NOW + 5), writtenAt(Date.UTC(2080, 0)), writtenAt(NOW + 3)]);
	expect(timeOf(clock.tick())).toBe(NOW + 5);
});

test('A clock stamps an edit after what it is made upon, and other things with its own time', () => {
	const clock = new DeviceClock('here', () => NOW);
	const far = writtenAt(Date.UTC(2080, 0));
	clock.observe([far]);
	expect(compareClocks(clock.tickFor(far), far.fields.deleted!.at)).toBeGreaterThan(0);
	expect(timeOf(clock.tick())).toBe(NOW);
});

test('A clock comes back from another year when the wall clock does', () => {
	let now = Date.UTC(2080, 0);
	const clock = new DeviceClock('here', () => now);
	clock.tick();
	now = NOW;
	expect(timeOf(clock.tick())).toBe(NOW);
	now -= 1000; // a little back: it stands still
	expect(timeOf(clock.tick())).toBe(NOW);
});
