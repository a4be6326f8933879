/** `npm run edition -- WORK`: what a correction of a work does, before it is published. */
import { basename } from 'node:path';
import { fail, readArguments } from '../command-line.js';
import { loadLayers } from './load-layers.js';

const USAGE = `npm run edition -- my-life      what the corrected text does to blocks and to readers' marks

  --from HEAD~3 | FOLDER    what is published: a commit, or a folder; else the last commit`;

const { values, positionals } = readArguments(USAGE, {
	allowPositionals: true,
	options: { from: { type: 'string' } }
});
if (positionals.length !== 1) fail(USAGE);

/** @type {{ explainCorrection: (work: object, from?: string) => string[] }} */
const { explainCorrection } = await loadLayers('server/corrections/explain-correction.ts');
/** @type {{ contentFolder: () => string }} */
const { contentFolder } = await loadLayers('server/library.ts');
try {
	const work = { folder: contentFolder(), slug: basename(positionals[0]) };
	console.log(explainCorrection(work, values.from).join('\n'));
} catch (error) {
	if (!(error instanceof Error) || !/^(Correction|Content)Error$/.test(error.name)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
