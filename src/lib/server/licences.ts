/** The licences of everything of others that readers get, for the page of settings. */
import { readFileSync } from 'node:fs';

export interface Licence {
	/** Of a package, or of what was taken over without one. */
	name: string;
	/** `null` where there is no package. */
	version: string | null;
	/** The SPDX identifier that the package states. */
	licence: string;
}

/** Packages that are shipped and are not `dependencies`: the build brings them, or other packages do. */
const ALSO_SHIPPED = ['@sveltejs/kit', 'devalue', 'svelte', 'workbox-core', 'workbox-strategies'];

/** The icons of ui/kit/icons.ts and more-icons.ts are drawn after those of Lucide. */
const ICONS: Licence = { name: 'Lucide, shapes of icons', version: null, licence: 'ISC' };

function readPackage(path: string): Record<string, unknown> {
	return JSON.parse(readFileSync(path, 'utf8'));
}

/** The licences, by name. Reads the `package.json` of each package that is installed. */
export function licences(): Licence[] {
	const { dependencies } = readPackage('package.json') as { dependencies: Record<string, string> };
	const packages = [...Object.keys(dependencies), ...ALSO_SHIPPED].map((name) => {
		const { version, license } = readPackage(`node_modules/${name}/package.json`);
		return { name, version: String(version), licence: String(license) };
	});
	return [...packages, ICONS].sort((a, b) => (a.name < b.name ? -1 : 1));
}
