import '$lib/ui/styles/tokens.css';
import '$lib/ui/styles/base.css';
import '$lib/ui/styles/reading.css';
import '$lib/ui/styles/elements.css';
import '$lib/ui/styles/after-text.css';
import { expect, test } from 'vitest';
import { show } from '../../dom/page';

const RIBBON = '<span class="ribbon"></span>';
const ITEM = `<li id="p2" class="bookmarked">Words${RIBBON}</li>`;

test.each([
	['ltr', `<ol>${ITEM}</ol>`],
	['rtl', `<ol>${ITEM}</ol>`],
	['ltr', `<ol><li>Words<ul>${ITEM}</ul></li></ol>`],
	['rtl', `<ol><li><p id="p2" class="bookmarked">Words${RIBBON}</p></li></ol>`],
	['rtl', `<section role="doc-endnotes"><ol>${ITEM}</ol></section>`]
])('the ribbon covers no number of a list, in a text of %s: %s', (dir, list) => {
	show(
		`<main style="padding: 0 var(--gutter)"><article class="text" dir="${dir}">${list}</article></main>`
	);
	const ribbon = document.querySelector('.ribbon')!.getBoundingClientRect();
	// Numbers stand between the side of the list and its items.
	const around = document.querySelector('#p2')!.closest('ol, ul')!.getBoundingClientRect();
	if (dir === 'rtl') expect(ribbon.left).toBeGreaterThanOrEqual(around.right - 1);
	else expect(ribbon.right).toBeLessThanOrEqual(around.left + 1);
});
