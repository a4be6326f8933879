import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const kit = dirname(createRequire(import.meta.url).resolve('@sveltejs/kit/package.json'));
const page = resolve('src/lib/ui/reading');

/** What the reading page loads by itself, by when: what it needs to answer, then what follows. */
const STAGES = {
	reading: [
		join(kit, 'src/runtime/client/entry.js'),
		resolve('src/routes/+layout.svelte'),
		join(page, 'ChapterPage.svelte')
	],
	annotations: [
		join(page, 'annotated-page.ts'),
		resolve('src/lib/offline/watch-service-worker.ts'),
		join(page, 'input/add-buttons.ts')
	]
};

/** Bytes of a module that may come along where it is not needed. */
const SMALL = 4096;

/** A style sheet, or the styles of a component. */
const STYLES = /\.css(\?|$)/;

/** @typedef {{ getModuleInfo(id: string): { importedIds: string[], dynamicallyImportedIds: string[] } | null }} ModuleGraph */

/**
 * A plugin that puts what the reading page loads into one file a stage, and not into a dozen of a few
 * hundred bytes, each a round trip of its own. The server's build is left alone: Kit knows a page's styles by its files.
 *
 * @returns {import('vite').Plugin}
 */
export function readingPageChunks() {
	/** @type {Map<string, string> | null} */
	let stages = null;
	// One group for each, in this order: a group takes what its modules import, unless that is taken.
	const groups = Object.keys(STAGES).map((stage) => ({
		/** @type {(id: string, graph: ModuleGraph) => string | null} */
		name(id, graph) {
			stages ??= stagesOf(graph);
			return stages.get(id) === stage && !staysWithPage(id, graph) ? stage : null;
		}
	}));
	// What other pages and what opens on demand share goes into one more: most of these modules would be a
	// file of a few hundred bytes each.
	const shared = {
		/** @type {(id: string, graph: ModuleGraph) => string | null} */
		name(id, graph) {
			stages ??= stagesOf(graph);
			const stays = stages.has(id) || staysWithPage(id, graph) || importsOnDemand(id, graph);
			return stays ? null : 'shared';
		},
		minShareCount: 2,
		maxModuleSize: SMALL
	};
	return {
		name: 'postil:reading-page-chunks',
		config: (_, { isSsrBuild }) =>
			isSsrBuild
				? null
				: {
						build: {
							rolldownOptions: { output: { codeSplitting: { groups: [...groups, shared] } } }
						}
					}
	};
}

/**
 * The first stage that needs each module.
 *
 * @param {ModuleGraph} graph
 */
function stagesOf(graph) {
	/** @type {Map<string, string>} */
	const stages = new Map();
	for (const [stage, roots] of Object.entries(STAGES)) {
		const open = [...roots];
		for (let id; (id = open.pop());) {
			if (stages.has(id)) continue;
			stages.set(id, stage);
			open.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
		}
	}
	return stages;
}

/**
 * Styles, and components that have some, which would come to pages that do not show them; and what
 * imports components on demand: Kit would take their styles for none of any page that shares the file.
 *
 * @param {string} id
 * @param {ModuleGraph} graph
 */
function staysWithPage(id, graph) {
	const imported = graph.getModuleInfo(id)?.importedIds ?? [];
	return [id, ...imported].some((id) => STYLES.test(id)) || id.endsWith('lazy-components.ts');
}

/**
 * @param {string} id
 * @param {ModuleGraph} graph
 */
function importsOnDemand(id, graph) {
	return (graph.getModuleInfo(id)?.dynamicallyImportedIds ?? []).length > 0;
}
