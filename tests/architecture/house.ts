/** The house of the README as data: its layers, what each may import, what lies at the top. */

export interface Rule {
	/** Other layers; its own it may always import. */
	layers: readonly string[];
	/** Names of packages, as regular expressions of the whole name; `node` stands for `node:*`. */
	packages: readonly string[];
}

/** unified with its plugins, and the packages of types for its trees. */
export const UNIFIED = [
	'unified',
	'remark-.+',
	'rehype-.+',
	'unist-.+',
	'mdast-util-.+',
	'micromark-util-types',
	'hast',
	'mdast'
];

export const HOUSE = {
	core: {
		layers: [],
		packages: ['@noble/hashes', 'fast-diff', 'valibot', 'entities']
	},
	content: { layers: ['core'], packages: [...UNIFIED, 'htmlparser2', 'fflate', 'leven', 'saxes'] },
	server: { layers: ['core', 'content'], packages: ['yaml', 'image-size', 'node'] },
	dom: { layers: ['core'], packages: [] },
	storage: { layers: ['core'], packages: ['idb'] },
	offline: { layers: ['core'], packages: ['workbox-window'] },
	state: { layers: ['core', 'storage', 'offline'], packages: ['svelte'] },
	ui: { layers: ['core', 'dom', 'state'], packages: ['svelte', '\\$app'] },
	routes: {
		layers: ['core', 'content', 'server', 'dom', 'offline', 'state', 'ui'],
		packages: ['svelte', '\\$app', '@sveltejs/kit']
	},
	'service-worker': { layers: ['core'], packages: ['workbox-.+'] }
} as const satisfies Record<string, Rule>;

export type Layer = keyof typeof HOUSE;

/** Files that may import other layers than the rest of their own, and why. */
export const EXCEPTIONS: Readonly<Record<string, readonly Layer[]>> = {
	// The one place that opens storage and makes state: all other pages reach storage through state.
	'src/routes/+layout.svelte': ['storage'],
	// A worker reads pages without a DOM.
	'src/lib/state/search/search.worker.ts': ['content'],
	// A worker opens books; the page's side of it knows plain records of core alone.
	'src/lib/state/own-works/book.worker.ts': ['content']
};

/** The layer a path is in; `null` outside: src/tools runs in a terminal. Kit's hooks belong to the routes. */
export function layerOf(path: string): Layer | null {
	if (/^src\/hooks\./.test(path)) return 'routes';
	const [, name] = path.match(/^src\/(?:lib\/)?([^/]+)\//) ?? [];
	return name !== undefined && Object.hasOwn(HOUSE, name) ? (name as Layer) : null;
}

/**
 * The rooms of layers that have any: a folder of the layer, and the other rooms of the same layer
 * that its files may import. A layer that is listed here has no files outside of its rooms.
 */
export const ROOMS: Readonly<Partial<Record<Layer, Readonly<Record<string, readonly string[]>>>>> =
	{
		core: {
			text: [],
			annotation: ['text'],
			citation: ['text'],
			anchoring: ['text', 'annotation'],
			search: ['text'],
			listening: ['text'],
			reading: ['text', 'annotation'],
			'own-works': ['text'],
			notebook: ['text', 'annotation', 'search'],
			formats: ['text', 'annotation', 'notebook', 'reading', 'own-works'],
			importing: [
				'text',
				'annotation',
				'anchoring',
				'search',
				'notebook',
				'formats',
				'reading',
				'own-works',
				'shelf'
			],
			shelf: ['text', 'annotation', 'reading', 'search'],
			app: []
		},
		content: {
			publishing: [],
			article: ['publishing'],
			'normal-form': ['article'],
			markdown: ['article', 'publishing', 'normal-form'],
			pages: [],
			books: ['article', 'publishing', 'normal-form', 'markdown']
		},
		ui: {
			styles: [],
			kit: ['styles'],
			notices: ['kit', 'styles'],
			frames: ['kit', 'notices', 'styles'],
			annotations: ['kit', 'styles'],
			appearance: ['kit', 'styles'],
			files: ['kit', 'styles'],
			print: ['kit', 'frames', 'styles'],
			works: ['kit', 'frames', 'print', 'styles'],
			books: ['kit', 'frames', 'styles'],
			search: ['kit', 'frames', 'styles'],
			reading: [
				'kit',
				'frames',
				'notices',
				'annotations',
				'appearance',
				'print',
				'works',
				'search',
				'styles'
			]
		}
	};

/** Files that a folder of `src` may hold: one screen of names. */
export const MOST_FILES = 20;

/** The room of a path within its layer: the folder below the layer's; `null` for a file beside the rooms. */
export function roomOf(path: string): string | null {
	return path.match(/^src\/(?:lib\/)?[^/]+\/([^/]+)\//)?.[1] ?? null;
}

/** All that may lie at the top. */
export const TOP_LEVEL: readonly string[] = [
	'.ci',
	'.gitignore',
	'LICENSE',
	'README.md',
	'content',
	'eslint.config.js',
	'package-lock.json',
	'package.json',
	'src',
	'static',
	'svelte.config.js',
	'tests',
	'tsconfig.json',
	'vite.config.ts'
];

/** Names that say nothing of what a folder's code may know. */
export const NO_FOLDER: readonly string[] = ['utils', 'helpers', 'common', 'types'];

/** Packages that may put script into the browser. */
export const MOST_PACKAGES = 15;
