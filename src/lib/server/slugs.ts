/** Addresses of our own pages and files: a work of that name would stand in their place. */
export const RESERVED_SLUGS: readonly string[] = [
	'404',
	'_app',
	'notebook',
	'rescue',
	'service-worker',
	'settings'
];

/** Whether a name can be part of an address as it stands: lowercase letters, digits, hyphens. */
export function isSlug(name: string): boolean {
	return /^[a-z0-9][a-z0-9-]*$/.test(name);
}

/** The slug a publisher most likely wants for `name` ("The Exile" gives "the-exile"); may be empty. */
export function toSlug(name: string): string {
	return name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}
