import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './site';

/** A page of each kind. */
export const PAGES = [
	'',
	'my-life/',
	'my-life/43-the-exile/',
	'notebook/',
	'settings/',
	'settings/import/',
	'no/such/'
];

/** Expects that axe finds nothing on a page as it is now. */
export async function expectNoViolations(page: Page, what: string): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`);
	expect(found, what).toEqual([]);
}
