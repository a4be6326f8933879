import { afterEach, expect, test } from 'vitest';
import {
	readPositionMirror,
	savePositionMirror,
	type PositionMirror
} from '$lib/storage/before-paint-mirror';

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

const withPosition = (changes: object) => ({ position: { ...MIRROR.position, ...changes } });
const withTarget = (changes: object) =>
	withPosition({ target: { ...MIRROR.position.target, ...changes } });

test.each<[string, unknown]>([
	['nothing', null],
	['no record', 7],
	['a list', []],
	['no position', { position: undefined }],
	['a position without a time', withPosition({ at: undefined })],
	['more than all of it read', withPosition({ progress: 1.5 })],
	['no target', withPosition({ target: null })],
	['a target without words', withTarget({ quote: {} })],
	['a target before the text', withTarget({ start: -1 })],
	['a target backwards', withTarget({ start: 30 })],
	['half a letter', withTarget({ start: 0.5 })],
	['a letter before the first', { place: { ...MIRROR.place, at: -1 } }],
	['half a letter of a block', { place: { ...MIRROR.place, at: 0.5 } }],
	['far below every screen', { place: { ...MIRROR.place, top: 1e9 } }],
	['a share that is no number', withPosition({ progress: 'half' })],
	['no height', { place: { ...MIRROR.place, top: 'high' } }],
	['a place that is none', { place: 'p2' }]
])('What anybody wrote there is no mirror: %s', (_, changes) => {
	const isRecord = typeof changes === 'object' && changes !== null && !Array.isArray(changes);
	const text = JSON.stringify(isRecord ? { ...MIRROR, ...changes } : changes);
	localStorage.setItem(KEY, text);
	sessionStorage.setItem(KEY, text);
	expect(readPositionMirror(BASE, PATH)).toBeNull();
});

test('What breaks off is no mirror', () => {
	localStorage.setItem(KEY, JSON.stringify(MIRROR).slice(0, -9));
	expect(readPositionMirror(BASE, PATH)).toBeNull();
});
