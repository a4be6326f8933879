/** The licences of what is shipped to readers: the packages that `dependencies` lists. */
import { readFileSync } from 'node:fs';

export interface Licence {
	name: string;
	version: string;
	/** SPDX identifier, as the package states it. */
	licence: string;
}

function readPackage(path: string): Record<string, unknown> {
	return JSON.parse(readFileSync(path, 'utf8'));
}

/** Every package whose code or fonts reach the browser, by name. */
export function licences(): Licence[] {
	const { dependencies } = readPackage('package.json') as { dependencies: Record<string, string> };
	return Object.keys(dependencies)
		.sort()
		.map((name) => {
			const { version, license } = readPackage(`node_modules/${name}/package.json`);
			return { name, version: String(version), licence: String(license) };
		});
}
