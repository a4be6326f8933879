import { afterEach, expect, test } from 'vitest';
import type { PositionMirror } from '$lib/storage/before-paint-mirror';
import { readPositionMirror, savePositionMirror } from '$lib/storage/before-paint-mirror';

const [BASE, PATH] = ['/tests', '/book/one/'];
const KEY = `postil${BASE}:position:${PATH}`;
const MIRROR: PositionMirror = {
	place: { block: 'p2', at: 3, top: 40 },
	y: 38,
	width: 400,
	edition: 'e1',
	away: true,
	position: {
		v: 1,
		target: {
			work: 'book',
			chapter: 'one',
			edition: 'e1',
			norm: 1,
			start: 10,
			end: 20,
			blocks: ['p2', 'p2'],
			quote: { exact: 'words', prefix: '', suffix: '' }
		},
		progress: 0.5,
		paragraph: 2,
		at: '2026-11-24T10:00:00.000Z'
	}
};

afterEach(() => {
	localStorage.removeItem(KEY);
	sessionStorage.removeItem(KEY);
});

test('A mirrored position is read again, by whichever tab', () => {
	savePositionMirror(BASE, PATH, MIRROR);
	expect(readPositionMirror(BASE, PATH)).toMatchObject(MIRROR);
	sessionStorage.removeItem(KEY);
	expect(readPositionMirror(BASE, PATH)).toEqual({ ...MIRROR, own: false });
});

test.each([
	['no JSON', '{'],
	['nothing', 'null'],
	['no record', '7'],
	['a mirror without a position', JSON.stringify({ ...MIRROR, position: undefined })],
	['a position without a time', JSON.stringify({ ...MIRROR, position: { target: {} } })],
	[
		'a target without words',
		JSON.stringify({
			...MIRROR,
			position: { ...MIRROR.position, target: { ...MIRROR.position.target, quote: {} } }
		})
	]
])('What anybody wrote there is no mirror: %s', (_, text) => {
	localStorage.setItem(KEY, text);
	sessionStorage.setItem(KEY, text);
	expect(readPositionMirror(BASE, PATH)).toBeNull();
});
