import { describe, expect, test } from 'vitest';
import {
	bytesOf,
	filesToBring,
	neededToRead,
	packState,
	splitPack,
	type PackFiles
} from '$lib/core/app/packs';

const FILES: PackFiles = {
	'w/1/': { integrity: 'sha256-1', bytes: 10, pictures: ['w/a.png', 'w/gone.png'] },
	'w/2/': { integrity: 'sha256-2', bytes: 20 },
	'w/a.png': { integrity: 'sha256-a', bytes: 300 },
	'w/contents.json': { integrity: 'sha256-c', bytes: 4 },
	'w/': { integrity: 'sha256-w', bytes: 5 }
};
const ALL = Object.keys(FILES);

test('a file of another version is missing, and bytes are counted by file', () => {
	const { cached, missing } = splitPack(
		FILES,
		(address, { integrity }) => address !== 'w/2/' && integrity !== 'sha256-w'
	);
	expect([cached, missing]).toEqual([
		['w/1/', 'w/a.png', 'w/contents.json'],
		['w/2/', 'w/']
	]);
	expect([bytesOf(FILES, cached), bytesOf(FILES, missing), bytesOf(FILES, [])]).toEqual([
		314, 25, 0
	]);
});

test.each([
	['w/1/', ['w/1/', 'w/a.png', 'w/contents.json', 'w/']],
	['w/2/', ['w/2/', 'w/contents.json', 'w/']],
	['w/', ['w/', 'w/contents.json']],
	['w/a.png', []],
	['w/3/', []],
	['toString/', []]
])('to read %s without a network, these are needed: %j', (page, needed) => {
	expect(neededToRead(FILES, 'w', page)).toEqual(needed);
});

describe('How far a pack is', () => {
	test.each([
		[undefined, true, false, 'absent'],
		[undefined, false, true, 'absent'],
		['keep', true, false, 'kept'],
		['keep', false, true, 'fetching'],
		['keep', false, false, 'waiting'],
		['paused', false, false, 'paused'],
		['paused', true, false, 'kept']
	] as const)('asked for %s, whole %s, fetching %s: %s', (choice, isWhole, isFetching, state) => {
		expect(packState(choice, { isWhole, isFetching })).toBe(state);
	});
});

test('a new version brings all of what is kept, and of the rest what was read', () => {
	const read = new Set(['w/2/', 'w/contents.json', 'w/gone.png']);
	expect(filesToBring(FILES, 'keep', new Set())).toEqual(ALL);
	expect(filesToBring(FILES, 'paused', read)).toEqual(['w/2/', 'w/contents.json']);
	expect(filesToBring(FILES, undefined, new Set())).toEqual([]);
});
