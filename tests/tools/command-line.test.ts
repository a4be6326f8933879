import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const COMMANDS = [
	'src/tools/serve.js',
	'src/tools/publisher/add.js',
	'src/tools/publisher/edition.js',
	'tests/bench/run.js',
	'tests/run.js'
];

/** Runs a command of this project to its end. */
function run(command: string, ...args: string[]) {
	return new Promise<{ code: unknown; out: string; err: string }>((done) => {
		const cwd = resolve(import.meta.dirname, '../..');
		execFile(process.execPath, [command, ...args], { cwd }, (error, out, err) =>
			done({ code: error?.code ?? 0, out, err })
		);
	});
}

describe.concurrent.each(COMMANDS)('%s', (command) => {
	test('says how it is used when asked', async () => {
		const { code, out, err } = await run(command, '--help');
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(out).toMatch(/^(npm|node) .+ {6}\S/);
	});

	test('ends with a line about an option that it has not, and how it is used', async () => {
		const { code, out, err } = await run(command, '--frob');
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err).toMatch(/^Unknown option '--frob'\.\n\n(npm|node) /);
		expect(err).not.toMatch(/^\s+at /m);
	});
});

test.concurrent.each([
	['src/tools/serve.js', ['--port', 'http'], '--port wants a number from 0 to 65535.\n'],
	['tests/bench/run.js', ['--runs', '0'], '--runs wants a number from 1.\n'],
	['tests/bench/run.js', ['--only', 'frob'], /^--only wants one of ([\w-]+, )+[\w-]+\.\n$/]
])('%s %j says what it wants', async (command, args, sentence) => {
	const { code, err } = await run(command, ...args);
	expect(code).toBe(2);
	expect(err).toEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence));
});
