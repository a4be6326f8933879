/** Which file imports what, read from their sources; and the faults in it. */
import { posix } from 'node:path';
import ts from 'typescript';
import { EXCEPTIONS, HOUSE, layerOf, roomOf, ROOMS, UNIFIED, type Layer, type Rule } from './house';

/** Sources by path from the repository's root. */
export type Tree = ReadonlyMap<string, string>;

/** Addresses that a file imports, of types and on demand too, as they stand there. */
export function importsOf(path: string, source: string): string[] {
	const read = (code: string) =>
		ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName);
	if (!path.endsWith('.svelte')) return read(source);
	const scripts = [...source.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].flatMap(([, code]) =>
		read(code)
	);
	const markup = source.replace(/<script[^>]*>.*?<\/script>/gs, '');
	const onDemand = [...markup.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map(([, name]) => name);
	return [...scripts, ...onDemand];
}

/** The path that `name`, imported by the file at `from`, stands for; `null` for a package. */
export function pathOf(from: string, name: string): string | null {
	const [address] = name.split('?');
	if (address.startsWith('$lib/')) return `src/lib/${address.slice('$lib/'.length)}`;
	return address.startsWith('.') ? posix.join(posix.dirname(from), address) : null;
}

/** The file of `tree` at `path`, which an import may name without its ending. */
function fileAt(tree: Tree, path: string): string | null {
	const paths = ['', '.ts', '.js', '/index.ts'].map((ending) => path + ending);
	return paths.find((one) => tree.has(one)) ?? null;
}

/** A package's name: `@a/b` of `@a/b/c.js`, `node` of `node:fs`, `$app` of `$app/paths`. */
export function packageOf(name: string): string {
	if (name.startsWith('node:')) return 'node';
	return name.match(/^(@[^/]+\/)?[^/]+/)![0];
}

/** `path: what is wrong` for every import that the table does not allow. */
export function faultyImports(tree: Tree): string[] {
	return [...tree].flatMap(([path, source]) => {
		const layer = layerOf(path);
		if (!layer) return [];
		const faults = importsOf(path, source).map((name) => faultOf(path, layer, name));
		return [homeless(path, layer), ...faults]
			.filter((fault) => fault !== null)
			.map((fault) => `${path}: ${fault}`);
	});
}

/** What is wrong with where a file lies, in a layer that has rooms. */
function homeless(path: string, layer: Layer): string | null {
	const rooms = ROOMS[layer];
	const room = roomOf(path);
	if (!rooms || (room !== null && Object.hasOwn(rooms, room))) return null;
	return `is in no room of ${layer}`;
}

/** What is wrong with an import from one room of a layer into another. */
function roomFault(path: string, target: string, layer: Layer): string | null {
	const [from, to] = [roomOf(path), roomOf(target)];
	if (from === null || to === null || from === to) return null;
	return ROOMS[layer]?.[from]?.includes(to) === false
		? `${layer}/${from} may not import ${layer}/${to}`
		: null;
}

function faultOf(path: string, layer: Layer, name: string): string | null {
	const rule: Rule = HOUSE[layer];
	const target = pathOf(path, name);
	// It runs only while building, as the tools do.
	const onlyBuilds = /[.+]server\.ts$/.test(path);
	if (target === null) {
		const known = packageOf(name);
		const allowed = rule.packages.some((one) => new RegExp(`^${one}$`).test(known));
		return allowed || (onlyBuilds && known === 'node') ? null : `${layer} may not import ${known}`;
	}
	const other = layerOf(target);
	if (other === null) {
		return onlyBuilds && target.startsWith('src/tools/') ? null : `${name} is in no layer`;
	}
	const mayImport = rule.layers.includes(other) || EXCEPTIONS[path]?.includes(other);
	if (other !== layer && !mayImport) return `${layer} may not import ${other}`;
	const alias = name.startsWith('$lib/');
	if (other === layer && alias) return `${name} is in the same layer: give its relative path`;
	if (other === layer) {
		const fault = roomFault(path, target, layer);
		if (fault !== null) return fault;
	}
	// Kit forbids `$lib` in the service worker.
	const relative = other === layer || layer === 'service-worker';
	return relative || alias ? null : `${name} is in another layer: begin with $lib/`;
}

/** The route that a file belongs to: the nearest folder around it that Kit makes a page or an answer of. */
function routeOf(tree: Tree, path: string): string | null {
	if (!path.startsWith('src/routes/')) return null;
	const routes = [...tree.keys()]
		.filter((file) => /^src\/routes\/(.+\/)?\+[^/]+$/.test(file))
		.map((file) => posix.dirname(file));
	let folder = posix.dirname(path);
	while (folder !== 'src/routes' && !routes.includes(folder)) folder = posix.dirname(folder);
	return folder;
}

/**
 * `path: what is wrong` for every import from one route into another, unless that one is around it:
 * what two routes use stands in `ui`, or with the route around both.
 */
export function crossRouteImports(tree: Tree): string[] {
	return [...tree].flatMap(([path, source]) => {
		const own = routeOf(tree, path);
		if (own === null) return [];
		return importsOf(path, source).flatMap((name) => {
			const target = pathOf(path, name);
			const other = target && routeOf(tree, target);
			const isAround = other === own || own.startsWith(`${other}/`);
			return other === null || isAround ? [] : [`${path}: ${name} belongs to the route ${other}`];
		});
	});
}

/** Every circle of imports, as paths from one file back to it; types count. */
export function circles(tree: Tree): string[][] {
	const found: string[][] = [];
	const done = new Set<string>();
	const visit = (path: string, trail: string[]): void => {
		if (trail.includes(path)) return void found.push([...trail.slice(trail.indexOf(path)), path]);
		if (done.has(path)) return;
		for (const name of importsOf(path, tree.get(path)!)) {
			const target = pathOf(path, name);
			const file = target && fileAt(tree, target);
			if (file) visit(file, [...trail, path]);
		}
		done.add(path);
	};
	for (const path of tree.keys()) visit(path, []);
	return found;
}

/** Files that only hand on what others export. */
export function barrels(tree: Tree): string[] {
	return [...tree]
		.filter(([path, source]) => {
			const code = ts.createSourceFile(path, source, ts.ScriptTarget.Latest);
			const handsOn = code.statements.map(
				(one) => ts.isExportDeclaration(one) && one.moduleSpecifier !== undefined
			);
			const isIndex = /(^|\/)index\.[jt]s$/.test(path);
			return handsOn.length > 0 && (isIndex ? handsOn.includes(true) : !handsOn.includes(false));
		})
		.map(([path]) => path);
}

/** Files in whose code a call matches `call`, which must begin with a name. */
export function callers(tree: Tree, call: RegExp): string[] {
	const pattern = new RegExp(`(?<!function )\\b${call.source}`);
	return [...tree].filter(([, source]) => pattern.test(source)).map(([path]) => path);
}

/**
 * Packages whose code reaches the browser: dependencies by their own word, and
 * whatever a layer of the browser imports. The modules of Workbox count once, and
 * so do those of unified; fonts do not count.
 */
export function browserPackages(tree: Tree, dependencies: readonly string[]): string[] {
	const imported = [...tree]
		.filter(
			([path]) => layerOf(path) && layerOf(path) !== 'server' && !/[.+]server\.ts$/.test(path)
		)
		.flatMap(([path, source]) => importsOf(path, source).filter((name) => !pathOf(path, name)))
		.map(packageOf)
		.filter((name) => !name.startsWith('$'));
	const names = [...dependencies, ...imported]
		.filter((name) => !name.startsWith('@fontsource'))
		.map(familyOf);
	return [...new Set(names)].sort();
}

/** The modules of Workbox, and those of unified with the types of its trees, are one package each. */
function familyOf(name: string): string {
	if (name.startsWith('workbox-')) return 'workbox';
	return UNIFIED.some((pattern) => new RegExp(`^${pattern}$`).test(name)) ? 'unified' : name;
}
