import { readFileSync } from 'node:fs';

/** The version of the app, as package.json has it: `0.1.0`. */
export function appVersion(): string {
	return JSON.parse(readFileSync('package.json', 'utf8')).version;
}
