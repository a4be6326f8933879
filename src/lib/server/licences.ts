/** The licences of what is shipped to readers. */
import { readFileSync } from 'node:fs';

export interface Licence {
	name: string;
	/** `null` where only shapes were taken over, and no package. */
	version: string | null;
	/** SPDX identifier, as the package states it. */
	licence: string;
}

/** Shipped beside `dependencies`: what the build takes from its own tools and from packages of packages. */
const ALSO_SHIPPED = ['@sveltejs/kit', 'devalue', 'svelte', 'workbox-core', 'workbox-strategies'];

/** Drawn after Lucide: ui/icons.ts. */
const ICONS: Licence = { name: 'Lucide, shapes of icons', version: null, licence: 'ISC' };

function readPackage(path: string): Record<string, unknown> {
	return JSON.parse(readFileSync(path, 'utf8'));
}

/** Everything whose code, fonts or shapes reach the browser, by name. */
export function licences(): Licence[] {
	const { dependencies } = readPackage('package.json') as { dependencies: Record<string, string> };
	const packages = [...Object.keys(dependencies), ...ALSO_SHIPPED].map((name) => {
		const { version, license } = readPackage(`node_modules/${name}/package.json`);
		return { name, version: String(version), licence: String(license) };
	});
	return [...packages, ICONS].sort((a, b) => (a.name < b.name ? -1 : 1));
}
