/** `npm run edition -- WORK`: what a correction of a work does, before it is published. */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { loadLayers } from './load-layers.js';

const USAGE = `npm run edition -- my-life      what the corrected text does to blocks and to readers' marks

  --from HEAD~3 | FOLDER    what is published: a commit, or a folder; else the last commit`;

const { values, positionals } = readArguments();
if (positionals.length !== 1) fail(USAGE, 2);

/** @type {{ explainCorrection: (work: object, from?: string) => string[] }} */
const { explainCorrection } = await loadLayers('server/corrections/explain-correction.ts');
/** @type {{ contentFolder: () => string }} */
const { contentFolder } = await loadLayers('server/library.ts');
try {
	const work = { folder: contentFolder(), slug: basename(positionals[0]) };
	console.log(explainCorrection(work, values.from).join('\n'));
} catch (error) {
	if (!(error instanceof Error) || !/^(Correction|Content)Error$/.test(error.name)) throw error;
	fail(error.message, 1);
}

function readArguments() {
	try {
		return parseArgs({ allowPositionals: true, options: { from: { type: 'string' } } });
	} catch (error) {
		return fail(`${error instanceof Error ? error.message : error}\n\n${USAGE}`, 2);
	}
}

/**
 * @param {string} message
 * @param {number} status
 * @returns {never}
 */
function fail(message, status) {
	console.error(message);
	process.exit(status);
}
