import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { licences } from '$lib/server/licences';

test('what reaches readers is listed with its licence: dependencies, the framework, shapes', () => {
	const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
	const listed = Object.fromEntries(licences().map(({ name, licence }) => [name, licence]));
	expect(Object.keys(listed)).toEqual(expect.arrayContaining(Object.keys(dependencies)));
	expect(listed).toMatchObject({
		svelte: 'MIT',
		'@sveltejs/kit': 'MIT',
		'Lucide, shapes of icons': 'ISC',
		'workbox-core': 'MIT'
	});
	expect(Object.values(listed)).not.toContain('undefined');
});
