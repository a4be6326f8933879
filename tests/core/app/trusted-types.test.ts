import { beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => vi.resetModules());

const load = () => import('$lib/core/app/trusted-types');

/** A browser with Trusted Types: it says what was vouched for, and by which policy. */
function browser() {
	const createPolicy = vi.fn((name: string) => ({
		createHTML: (html: string) => ({ name, html }),
		createScriptURL: (address: string) => ({ name, address })
	}));
	return { trustedTypes: { createPolicy } };
}

test('Addresses and HTML are vouched for by one policy, which is made once', async () => {
	const { trustedHtml, trustedScriptAddress } = await load();
	const window = browser();
	expect(trustedScriptAddress('/a.js', window)).toEqual({ name: 'postil', address: '/a.js' });
	expect(trustedScriptAddress('/b.js', window)).toEqual({ name: 'postil', address: '/b.js' });
	expect(trustedHtml('<p>', window)).toEqual({ name: 'postil', html: '<p>' });
	expect(window.trustedTypes.createPolicy).toHaveBeenCalledTimes(1);
});

test('A browser without Trusted Types takes them as they are', async () => {
	const { trustedHtml, trustedScriptAddress } = await load();
	expect(trustedScriptAddress('/a.js', {})).toBe('/a.js');
	expect(trustedHtml('<p>', {})).toBe('<p>');
});
