import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliBytes, criticalSheets, inlineScripts } from '../weight.js';

const MARGIN = 4096; // bytes over the text alone

/** What the chapter's page weighs. `plain` is the text alone here: no page can weigh less. */
export const group = /** @satisfies {import('../row.js').Group} */ ({
	sides: ['plain', 'ours'],
	once: true,
	rows: {
		page: {
			what: 'chapter page with its critical CSS, brotli (plain: the text alone)',
			unit: 'B',
			budget: { limit: (text) => text + MARGIN, says: 'text + 4 KB' }
		},
		inline: { what: 'script before the first paint', unit: 'B', budget: { limit: 1535 } }
	},
	async measure({ dir, html, text }, side) {
		if (side === 'plain') return { page: brotliBytes(text) };
		const sheets = criticalSheets(html).map((path) => readFileSync(join(dir, path)));
		const page = [html, ...sheets].map(brotliBytes).reduce((sum, bytes) => sum + bytes);
		return { page, inline: Buffer.byteLength(inlineScripts(html)[0] ?? '') };
	}
});
