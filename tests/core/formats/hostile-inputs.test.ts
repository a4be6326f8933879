import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FileError } from '$lib/core/formats/file-error';
import { readFile } from '$lib/core/formats/read-file';
import { toBackup } from '$lib/core/formats/backup/write';
import { planImport, type ImportPlan } from '$lib/core/importing/plan';
import { describe as describeTarget } from '$lib/core/annotation/describe';
import { FILES, type RightFile } from '../../hostile/files';
import { processorTime } from '../../growth';
import { bytesOf, CHAPTERS, CONTEXT } from './library';

const FOLDER = 'tests/hostile/fixtures/files';

const planOf = (bytes: Uint8Array): ImportPlan =>
	planImport(
		readFile(bytes),
		{ annotations: [], snapshots: new Map(), positions: [], preferences: {} },
		CHAPTERS,
		{ now: CONTEXT.generated }
	);

function readAs(bytes: Uint8Array): RightFile {
	try {
		const plan = planOf(bytes);
		const notes = plan.write.annotations.flatMap(({ fields }) => fields.note?.value ?? []);
		return {
			format: plan.format,
			added: plan.added.length,
			notPlaced: plan.notPlaced.length,
			undated: plan.undated.length,
			refused: plan.refused.map(({ code }) => code),
			notes
		};
	} catch (error) {
		if (!(error instanceof FileError)) throw error;
		return { error: error.code };
	}
}

test('what is right is said of every file', () => {
	expect(Object.keys(FILES).sort()).toEqual(readdirSync(FOLDER).sort());
});

test.each(Object.entries(FILES))('%s', (name, right) => {
	const nothing = { added: 0, notPlaced: 0, undated: 0, refused: [], notes: [] };
	const file = new Uint8Array(readFileSync(`${FOLDER}/${name}`));
	expect(readAs(file)).toEqual(right.error ? right : { ...nothing, ...right });
});

// What was quadratic took from 10 to 70 s with as many; a slow machine takes ten times as long as ours.
const SOON = 15_000; // ms

describe('What is large and odd is read soon', () => {
	const [exile] = CHAPTERS;
	const at = (n: number) => `001a2${n.toString(16).padStart(8, '0')}-0000-phone`;
	const made = (more: object) =>
		bytesOf(
			toBackup(
				[
					{
						id: 'one',
						v: 1,
						kind: 'highlight',
						created: '2026-01-01T00:00:00.000Z',
						targets: [describeTarget(exile.text, { start: 100, end: 140 }, exile)],
						fields: {},
						...more
					}
				],
				CONTEXT
			)
		);
	const count = (length: number) => Array.from({ length }, (_, n) => n);

	test.each<[string, () => Uint8Array]>([
		[
			'an id said 50,000 times',
			() => {
				const items = count(50_000).map((n) => ({
					type: 'Annotation',
					id: 'x:1',
					target: exile.address,
					bodyValue: `note ${n}`
				}));
				return bytesOf(JSON.stringify({ items }));
			}
		],
		[
			'a note with 20,000 earlier texts, each typed by itself',
			() =>
				made({
					history: count(20_000).map((n) => ({
						value: `text ${n}`,
						at: at(2 * n + 3),
						since: at(2 * n + 2)
					}))
				})
		],
		[
			'20,000 openings of an editor, and 5,000 texts',
			() =>
				made({
					history: count(5000).map((n) => ({ value: `t${n}`, at: at(9 * n + 300_000) })),
					superseded: count(20_000).map((n) => `${at(2 * n + 2)}..${at(2 * n + 3)}`)
				})
		]
	])('%s', (_, file) => {
		const bytes = file();
		const start = processorTime();
		expect(planOf(bytes).added).toHaveLength(1);
		expect(processorTime() - start).toBeLessThan(SOON);
	});
});
