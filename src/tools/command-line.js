/** What a command was called with, and how it ends when that is not understood. */
import { parseArgs } from 'node:util';

/**
 * The options and arguments of a command. `--help` prints the usage and ends the command; what it does
 * not know ends it with a line that says so, and the usage.
 *
 * @template {import('node:util').ParseArgsConfig} T
 * @param {string} usage
 * @param {T} config as `parseArgs` takes it
 */
export function readArguments(usage, config) {
	if (process.argv.slice(2).includes('--help')) {
		console.log(usage);
		process.exit();
	}
	try {
		return parseArgs(config);
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		// What Node goes on with is about arguments that begin with a hyphen.
		const [sentence] = error.message.split(/\.\s/);
		return fail(`${sentence}.\n\n${usage}`);
	}
}

/**
 * Ends a command that cannot be done as it was called.
 *
 * @param {string} message
 * @returns {never}
 */
export function fail(message) {
	console.error(message);
	process.exit(2);
}
