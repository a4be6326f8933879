import ChoiceChip from '$lib/ui/kit/ChoiceChip.svelte';
import { createRawSnippet } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import '../../../src/lib/ui/styles/tokens.css';
import '../../../src/lib/ui/styles/base.css';
import { showComponent } from '../annotations/one-mark';

test('a choice is as wide chosen as not, so that those beside it keep still', () => {
	const children = createRawSnippet(() => ({ render: () => '<span>This chapter</span>' }));
	document.body.style.cssText = 'display: flex; font-family: var(--ui-font)'; // as in a group of them
	onTestFinished(() => document.body.removeAttribute('style'));
	for (const checked of [false, true]) showComponent(ChoiceChip, { checked, children });
	const [plain, chosen] = [...document.querySelectorAll('label > span')].map(
		(chip) => chip.getBoundingClientRect().width
	);
	expect(plain).toBeGreaterThan(50);
	expect(chosen).toBeCloseTo(plain, 1);
});
