import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { editionOf, makeMarks, phoneWith } from '../marks.js';
import { observeTasks } from '../observe-tasks.js';
import { slowTab } from '../phone.js';

const COUNT = 10_000;

/** A backup of 10,000 annotations, imported into an empty phone: the file chosen, then *Import*. */
export const group = /** @satisfies {import('../row.js').Group} */ ({
	sides: ['ours'],
	runs: 3,
	rows: {
		whole: { what: '10,000 imported: chosen to imported', unit: 'ms', budget: { limit: 5000 } },
		planned: { what: '10,000 imported: chosen to shown what it will do', unit: 'ms' },
		blocked: { what: '10,000 imported: longest task', unit: 'ms', budget: { limit: 200 } }
	},
	async measure(bench) {
		const edition = editionOf(bench.text);
		const phone = await phoneWith(bench, [], edition);
		try {
			const page = await slowTab(phone);
			await page.addInitScript(observeTasks);
			await page.goto(`${bench.hosts.ours.url}settings/import/`);
			await page.locator('html.awake').waitFor({ state: 'attached' });
			// From the disk: what Playwright hands over itself, it unpacks in the page, for seconds.
			const file = join(await mkdtemp(join(tmpdir(), 'postil-')), 'postil.annotation');
			await writeFile(file, backupOf(makeMarks(edition, COUNT), edition));
			const chosen = Date.now();
			await page.locator('input[type=file]').setInputFiles(file);
			await page.getByRole('button', { name: 'Import' }).waitFor();
			const planned = Date.now() - chosen;
			const tapped = Date.now();
			await page.getByRole('button', { name: 'Import' }).click();
			await page.getByRole('heading', { name: 'Imported' }).waitFor();
			const whole = planned + Date.now() - tapped;
			const blocked = await page.evaluate(
				() => /** @type {{ longest: number }} */ (/** @type {unknown} */ (window)).longest
			);
			await rm(dirname(file), { recursive: true });
			return { whole, planned, blocked };
		} finally {
			await phone.close();
		}
	}
});

/**
 * @param {import('../marks.js').Annotation[]} marks
 * @param {import('../marks.js').Edition} edition
 */
function backupOf(marks, edition) {
	return JSON.stringify({
		type: 'AnnotationSet',
		items: marks.map((mark) => ({ type: 'Annotation', 'x-postil': mark })),
		'x-postil': { v: 1, holds: 'backup', snapshots: [{ ...edition, v: 1 }] }
	});
}
