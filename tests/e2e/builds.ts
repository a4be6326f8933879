import { execFile } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { codeVersion } from '../../src/tools/code-version.js';

const HOUSE = resolve(import.meta.dirname, '../..');
const BUILDS = join(HOUSE, 'tests/.builds');
/** What servers of the tests have compressed: each browser's tests have a process of their own. */
export const COMPRESSED = join(BUILDS, 'compressed');
const CHAPTER = 'my-life/43-the-exile.md';
const SOURCE = ['src', 'static', 'package.json', 'package-lock.json', 'tsconfig.json'];
const CONFIG = ['svelte.config.js', 'vite.config.ts'];

/** A word of "The Exile" that stands there once, and what the build `typo` has instead. */
export const TYPO = { was: 'naively advising', is: 'kindly advising' };

/**
 * What a publisher did to "The Exile" in the build `edited`, one of each kind: what stands there
 * once, and what it has instead. Its code is newer too.
 */
export const EDITS = {
	corrected: ['first one jerk, than another', 'first one jerk, then another'],
	split: ['Everything was quiet. The wife of', 'Everything was quiet.\n\nThe wife of'],
	taken: [
		' There were clashes with the police and the agents of the GPU, with casualties on both sides.',
		''
	],
	setDown: [
		'neither suppressed nor distorted.',
		'neither suppressed nor distorted. There were clashes with the police and the agents of the GPU, with casualties on both sides.'
	],
	deleted: [' Embraces, hand shaking, expressions of sympathy and good wishes.', '']
} satisfies Record<string, [was: string, is: string]>;

/** What they did next, in the build `edited-again`: `edited`, and more of it before and around the same words. */
const MORE_EDITS = {
	first: [
		'I will quote in full',
		'This paragraph was not there before, and moves all that follow.\n\nI will quote in full'
	],
	inserted: ['“The chaos is being', 'Nothing was packed yet.\n\n“The chaos is being'],
	corrected: ['We watch the time', 'We watched the time']
} satisfies Record<string, [was: string, is: string]>;

interface Build {
	env?: Record<string, string>;
	/** Changes the chapter's source. */
	edit?: (source: string) => string;
	/** Changes the code, in a copy of the house. */
	patch?: (house: string) => void;
}

// What the tests publish, one after the other as a publisher would.
const builds = {
	main: {},
	typo: { edit: (source) => replaceOnce(source, TYPO.was, TYPO.is) },
	edited: {
		edit: (source) => editedBy(source, EDITS),
		patch: (house) =>
			editFile(join(house, 'src/lib/offline/watch-service-worker.ts'), (source) =>
				replaceOnce(source, 'UPDATE_INTERVAL = 30', 'UPDATE_INTERVAL = 31')
			)
	},
	'edited-again': { edit: (source) => editedBy(editedBy(source, EDITS), MORE_EDITS) },
	book: { env: { BASE_PATH: '/book' } },
	kill: { env: { KILL_SWITCH: '1' } },
	fixtures: { env: { CONTENT_DIR: join(HOUSE, 'tests/fixtures/content') } }
} satisfies Record<string, Build>;

/** A build that tests can serve. */
export type BuildName = keyof typeof builds;

/** Where a build is. */
export function buildDir(name: BuildName): string {
	return join(BUILDS, name);
}

/** How many builds are made at once, each in a copy of the house: Kit has one folder for its output. */
const AT_ONCE = 2;

/** Makes all builds; for Playwright, before the first test. */
export default function makeAllBuilds(): Promise<void> {
	return makeBuilds(Object.keys(builds) as BuildName[]);
}

/** Makes some builds. One is kept from the last run when nothing it is made of has changed. */
export async function makeBuilds(names: readonly BuildName[]): Promise<void> {
	process.chdir(HOUSE);
	const stale = names
		.map((name): [string, Build] => [name, builds[name]])
		.filter(([name, build]) => !isMade(name, build));
	if (stale.length > 0) rmSync(COMPRESSED, { recursive: true, force: true });
	const makeNext = async (house: string): Promise<void> => {
		const next = stale.shift();
		if (!next) return;
		await makeBuild(...next, house);
		return makeNext(house);
	};
	const houses = stale.slice(0, AT_ONCE).map((_, n) => copyHouse(`house-${n}`));
	await Promise.all(houses.map(makeNext));
}

function stampFile(name: string): string {
	return join(BUILDS, `${name}.stamp`);
}

/** What a build is made of, as one word. */
function stampOf(name: string, { env }: Build): string {
	const content = env?.CONTENT_DIR ?? join(HOUSE, 'content');
	const source = ['src/', 'static/', ...CONFIG, 'package-lock.json', 'tests/e2e/builds.ts'];
	return codeVersion([...source, `${content}/`], name);
}

function isMade(name: string, build: Build): boolean {
	const file = stampFile(name);
	return existsSync(file) && readFileSync(file, 'utf8') === stampOf(name, build);
}

/** A copy of all that a build is made of. */
function copyHouse(name: string): string {
	const house = join(BUILDS, name);
	rmSync(house, { recursive: true, force: true });
	for (const path of [...SOURCE, ...CONFIG, 'content']) {
		cpSync(join(HOUSE, path), join(house, path), { recursive: true });
	}
	symlinkSync(join(HOUSE, 'node_modules'), join(house, 'node_modules'));
	return house;
}

async function makeBuild(name: string, build: Build, house: string): Promise<void> {
	const { env, edit, patch } = build;
	const stamp = stampOf(name, build);
	rmSync(stampFile(name), { force: true });
	const changed: Record<string, string> = {};
	if (edit) {
		changed.CONTENT_DIR = join(BUILDS, `${name}.content`);
		cpSync(join(HOUSE, 'content'), changed.CONTENT_DIR, { recursive: true });
		editFile(join(changed.CONTENT_DIR, CHAPTER), edit);
	}
	if (patch) {
		house = copyHouse(`${name}.house`);
		patch(house);
	}
	await promisify(execFile)(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
		cwd: house,
		env: { ...process.env, BUILD_DIR: buildDir(name as BuildName), ...env, ...changed }
	});
	writeFileSync(stampFile(name), stamp);
}

function editFile(path: string, edit: (source: string) => string) {
	writeFileSync(path, edit(readFileSync(path, 'utf8')));
}

function editedBy(source: string, edits: Record<string, [was: string, is: string]>): string {
	return Object.values(edits).reduce((text, [was, is]) => replaceOnce(text, was, is), source);
}

function replaceOnce(source: string, was: string, is: string): string {
	const parts = source.split(was);
	if (parts.length !== 2) throw new Error(`"${was}" stands there ${parts.length - 1} times`);
	return parts.join(is);
}
