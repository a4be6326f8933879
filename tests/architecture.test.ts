import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layerOf, MOST_FILES, MOST_PACKAGES, NO_FOLDER, TOP_LEVEL } from './architecture/house';
import {
	barrels,
	browserPackages,
	callers,
	circles,
	crossRouteImports,
	faultyImports,
	importsOf,
	type Tree
} from './architecture/imports';

const ROOT = join(import.meta.dirname, '..');
const LAYOUT = 'src/routes/+layout.svelte';

/** Every path under `folder`, from the root; without what our tests build. */
function pathsIn(folder: string): string[] {
	return readdirSync(join(ROOT, folder), { withFileTypes: true })
		.filter(({ name }) => !name.startsWith('.'))
		.flatMap((entry) => {
			const path = `${folder}/${entry.name}`;
			return entry.isDirectory() ? [path, ...pathsIn(path)] : [path];
		});
}

/** How many files lie in a folder, those of its own folders not counted. */
function filesIn(folder: string): number {
	const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
	return entries.filter((entry) => entry.isFile()).length;
}

/** What lies at the top of a clone; what is there of a published copy without git, less what is ignored. */
function topLevel(): string[] {
	try {
		const options = { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' } as const;
		const files = execFileSync('git', ['ls-files'], options).trim().split('\n');
		return [...new Set(files.map((file) => file.split('/')[0]))];
	} catch {
		const ignored = readFileSync(join(ROOT, '.gitignore'), 'utf8').split('\n');
		return readdirSync(ROOT).filter((name) => name !== '.git' && !ignored.includes(`${name}/`));
	}
}

const house: Tree = new Map(
	pathsIn('src')
		.filter((path) => /\.(ts|js|svelte)$/.test(path) && !path.startsWith('src/tools/'))
		.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')])
);
const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
	dependencies: Record<string, string>;
};

describe('The house', () => {
	test('has files in every layer', () => {
		const layers = new Set([...house.keys()].map(layerOf));
		expect([...layers].filter((layer) => layer !== null)).toHaveLength(10);
	});

	test('keeps to the arrows', () => {
		expect(faultyImports(house)).toEqual([]);
	});

	test('lets no route use what belongs to another', () => {
		expect(crossRouteImports(house)).toEqual([]);
	});

	test('has no circles', () => {
		expect(circles(house)).toEqual([]);
	});

	test('has no barrels', () => {
		expect(barrels(house)).toEqual([]);
	});

	test.each([
		['opens storage', /new Database\(/],
		['watches the worker', /watchServiceWorker\(/]
	])('%s in one place', (_, call) => {
		expect(callers(house, call)).toEqual([LAYOUT]);
	});

	test('has no folder whose name says nothing', () => {
		const folders = [...pathsIn('src'), ...pathsIn('tests')].flatMap((path) => path.split('/'));
		expect(folders.filter((name) => NO_FOLDER.includes(name))).toEqual([]);
	});

	test('has no folder of more than one screen of names', () => {
		const crowded = ['src', ...pathsIn('src')].filter(
			(path) => statSync(join(ROOT, path)).isDirectory() && filesIn(path) > MOST_FILES
		);
		expect(crowded).toEqual([]);
	});

	test('sends few packages to the browser', () => {
		const packages = browserPackages(house, Object.keys(dependencies));
		expect(packages.length, packages.join()).toBeLessThanOrEqual(MOST_PACKAGES);
	});

	test('has a reason in the README for each package that reaches the browser', () => {
		const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
		const packages = Object.keys(dependencies).filter((name) => !readme.includes(`\`${name}\``));
		expect(packages).toEqual([]);
	});

	test('has nothing else at the top', () => {
		expect(topLevel().filter((name) => !TOP_LEVEL.includes(name))).toEqual([]);
	});
});

describe('The check', () => {
	test.each([
		['a static import', 'a.ts', `import { b } from './b';`],
		['an import for its effect', 'a.ts', `import './b';`],
		['an import of types', 'a.ts', `import type { B } from './b';`],
		['an export from', 'a.ts', `export { b } from './b';`],
		['an import on demand', 'a.ts', `const b = () => import('./b');`],
		['JavaScript', 'a.js', `import b from './b';`],
		['a component', 'a.svelte', `<p>Hello</p><script lang="ts">import b from './b';</script>`],
		['markup', 'a.svelte', `{#await import('./b') then b}{b.x}{/await}`]
	])('reads %s', (_, path, source) => {
		expect(importsOf(path, source)).toEqual(['./b']);
	});

	test.each([
		['src/lib/core/text/a.ts', '$lib/dom/b', 'core may not import dom'],
		['src/lib/core/text/a.ts', '../../dom/b', 'core may not import dom'],
		['src/lib/core/text/a.ts', 'idb', 'core may not import idb'],
		['src/lib/core/text/a.ts', 'node:fs', 'core may not import node'],
		['src/lib/dom/a.ts', '$lib/storage/b', 'dom may not import storage'],
		['src/lib/dom/a.ts', 'svelte/reactivity', 'dom may not import svelte'],
		['src/lib/storage/a.ts', '$lib/dom/b', 'storage may not import dom'],
		['src/lib/state/a.svelte.ts', '$lib/ui/B.svelte', 'state may not import ui'],
		['src/lib/ui/kit/A.svelte', '$lib/storage/b', 'ui may not import storage'],
		['src/lib/ui/kit/A.svelte', '$lib/server/b', 'ui may not import server'],
		['src/routes/+page.svelte', 'node:fs', 'routes may not import node'],
		['src/routes/+page.svelte', '$lib/storage/b', 'routes may not import storage'],
		['src/routes/notebook/+layout.svelte', '$lib/storage/b', 'routes may not import storage'],
		['src/service-worker/a.ts', '../lib/storage/b', 'service-worker may not import storage'],
		['src/lib/core/text/a.ts', '$lib/core/text/b', 'the same layer'],
		['src/lib/core/text/a.ts', '../annotation/b', 'core/text may not import core/annotation'],
		['src/lib/core/search/a.ts', '../anchoring/b', 'core/search may not import core/anchoring'],
		['src/lib/core/a.ts', 'fast-diff', 'in no room of core'],
		['src/lib/content/markdown/a.ts', '$lib/server/b', 'content may not import server'],
		['src/lib/content/markdown/a.ts', 'node:fs', 'content may not import node'],
		[
			'src/lib/content/article/a.ts',
			'../markdown/b',
			'content/article may not import content/markdown'
		],
		['src/lib/dom/a.ts', '$lib/content/b', 'dom may not import content'],
		['src/lib/dom/a.ts', '../core/b', 'another layer'],
		['src/lib/dom/a.ts', '../../tools/b.js', 'in no layer'],
		['src/hooks.client.ts', './tools/b.js', 'in no layer']
	])('refuses in %s: %s', (path, name, fault) => {
		const code = `import b from '${name}';`;
		const source = path.endsWith('.svelte') ? `<script>${code}</script>` : code;
		const faults = faultyImports(new Map([[path, source]]));
		expect(faults).toEqual([expect.stringContaining(fault)]);
	});

	test.each([
		['src/lib/core/anchoring/a.ts', 'fast-diff'],
		['src/lib/core/annotation/a.ts', '../text/b'],
		['src/lib/dom/a.ts', './fonts/b.css?url'],
		['src/lib/dom/a.ts', '$lib/core/b'],
		['src/lib/server/a.ts', 'node:fs'],
		['src/lib/server/a.ts', 'yaml'],
		['src/lib/content/markdown/a.ts', 'remark-gfm'],
		['src/lib/content/markdown/a.ts', '../article/b'],
		['src/lib/ui/kit/A.svelte', '$app/paths'],
		['src/routes/+layout.svelte', '$lib/storage/b'],
		['src/routes/+page.server.ts', 'node:fs'],
		['src/hooks.server.ts', './routes/b'],
		['src/hooks.server.ts', './tools/b.js'],
		['src/service-worker/a.ts', '../lib/core/b'],
		['src/service-worker/a.ts', 'workbox-routing/Route.js']
	])('allows in %s: %s', (path, name) => {
		const code = `import b from '${name}';`;
		const source = path.endsWith('.svelte') ? `<script>${code}</script>` : code;
		expect(faultyImports(new Map([[path, source]]))).toEqual([]);
	});

	const ROUTES = [
		'src/routes/+layout.svelte',
		'src/routes/[work]/+page.svelte',
		'src/routes/[work]/[chapter]/+page.svelte',
		'src/routes/[work]/[...image=image]/+server.ts',
		'src/routes/notebook/+page.svelte'
	];

	test.each([
		['src/routes/[work]/[chapter]/bars/a.ts', '../../../notebook/b', 'notebook'],
		['src/routes/notebook/list/A.svelte', '../../[work]/[chapter]/marking/B.svelte', '[chapter]'],
		['src/routes/[work]/a.ts', './[chapter]/b', '[chapter]'],
		['src/routes/[work]/[...image=image]/a.ts', '../[chapter]/b', '[chapter]']
	])('refuses in %s, of another route: %s', (path, name, route) => {
		const code = `import b from '${name}';`;
		const source = path.endsWith('.svelte') ? `<script>${code}</script>` : code;
		const tree = new Map([...ROUTES.map((file): [string, string] => [file, '']), [path, source]]);
		expect(crossRouteImports(tree)).toEqual([expect.stringContaining(route)]);
	});

	test.each([
		['src/routes/[work]/[chapter]/bars/a.ts', '../marking/b'],
		['src/routes/[work]/[chapter]/bars/a.ts', '../../b'],
		['src/routes/notebook/a.ts', '../b'],
		['src/routes/notebook/a.ts', '$lib/ui/b'],
		['src/hooks.server.ts', './routes/[work]/[chapter]/b']
	])('allows in %s, of its own route or one around it: %s', (path, name) => {
		const tree = new Map([
			...ROUTES.map((file): [string, string] => [file, '']),
			[path, `import b from '${name}';`]
		]);
		expect(crossRouteImports(tree)).toEqual([]);
	});

	test('finds a circle, also of types and through $lib', () => {
		const tree = new Map([
			['src/lib/core/text/a.ts', `import { b } from './b';`],
			['src/lib/core/text/b.ts', `import type { C } from './c.svelte';`],
			['src/lib/core/text/c.svelte.ts', `import { a } from '$lib/core/text/a';`],
			['src/lib/core/text/d.ts', `import { a } from './a';`]
		]);
		const [a, b, c] = [...tree.keys()];
		expect(circles(tree)).toEqual([[a, b, c, a]]);
	});

	test.each([
		['src/lib/core/index.ts', `export { a } from './a';\nexport const b = 1;`, true],
		['src/lib/core/all.ts', `export * from './a';`, true],
		['src/service-worker/index.ts', `import { a } from './a';\na();`, false],
		['src/lib/core/text/a.ts', `export type { B } from './b';\nexport const c = 1;`, false]
	])('tells a barrel: %s', (path, source, is) => {
		expect(barrels(new Map([[path, source]]))).toEqual(is ? [path] : []);
	});

	test('finds a second caller, and takes no definition for one', () => {
		const tree = new Map([
			['src/a.ts', 'export function watchServiceWorker() {}'],
			['src/b.ts', 'const x = watchServiceWorker({});']
		]);
		expect(callers(tree, /watchServiceWorker\(/)).toEqual(['src/b.ts']);
	});

	test('counts what reaches the browser: Workbox and unified once, fonts not, a build’s packages not', () => {
		const tree = new Map([
			['src/lib/storage/a.ts', `import { openDB } from 'idb';`],
			['src/lib/state/b.ts', `import 'svelte/reactivity';`],
			['src/lib/content/article/c.ts', `import 'unified';\nimport 'remark-rehype';`],
			['src/lib/server/c.ts', `import 'yaml';`],
			['src/routes/+page.server.ts', `import '@sveltejs/kit';`],
			['src/service-worker/d.ts', `import 'workbox-routing/Route.js';`]
		]);
		const dependencies = ['@fontsource/x', 'fflate', 'idb', 'workbox-window'];
		expect(browserPackages(tree, dependencies)).toEqual([
			'fflate',
			'idb',
			'svelte',
			'unified',
			'workbox'
		]);
	});
});
