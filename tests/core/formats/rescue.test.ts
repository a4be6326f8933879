import { describe, expect, test } from 'vitest';
import type { Annotation } from '$lib/core/annotation/annotation';
import { withChanges } from '$lib/core/annotation/edit';
import { planImport } from '$lib/core/importing/plan';
import { merge } from '$lib/core/annotation/merge';
import { readFile } from '$lib/core/formats/read-file';
import { describe as describeTarget } from '$lib/core/annotation/describe';
import { bytesOf, CHAPTERS } from './library';

// As static/rescue.js writes it; e2e/recovery.spec.ts has a real one.

const [chapter] = CHAPTERS;
const { work, edition, text } = chapter;
const AT = '001a20000000c-0000-phone';
const LATER = '001a20000000c-0001-phone';

function mark(id: string, start: number): Annotation {
	const at = { work, chapter: chapter.chapter, edition, blocks: chapter.blocks };
	const target = describeTarget(text, { start, end: start + 12 }, at);
	const bare = { id, v: 1, kind: 'highlight', created: '2026-11-02T10:00:00.000Z' } as const;
	return withChanges({ ...bare, targets: [target], fields: {} }, { colour: 'yellow' }, AT);
}

const [one, two, three] = [mark('one', 0), mark('two', 20), mark('three', 40)];
const recoloured = withChanges(one, { colour: 'blue' }, LATER);
const position = {
	v: 1,
	target: one.targets[0],
	progress: 0.5,
	paragraph: 3,
	at: '2026-11-02T10:00:00.000Z'
};

const RESCUE = {
	format: 'postil-rescue',
	v: 1,
	saved: '2026-11-24T10:00:00.000Z',
	database: {
		name: 'postil',
		version: 2,
		stores: {
			annotations: [
				{ ...one, saved: 1 },
				{ id: 'broken', saved: 2, targets: 'gone' }
			],
			unmerged: [{ key: 1, value: two }],
			snapshots: [{ edition, text, v: 1 }],
			positions: [{ key: `${work}/${chapter.chapter}`, value: position }],
			preferences: [{ key: 'appearance', value: { v: 1, theme: 'sepia' } }]
		}
	},
	journal: [
		{ watermark: { last: 3 } },
		{ annotation: recoloured },
		{ annotation: three },
		{ snapshot: { edition, text, v: 1 } }
	],
	faults: []
};

describe('A file of the rescue page', () => {
	test('brings back what either store had, each in its newest state', () => {
		const read = readFile(bytesOf(JSON.stringify(RESCUE)));
		expect(read.format).toBe('rescue');
		expect(merge(read.annotations, [])).toEqual(merge([recoloured, two, three], []));
		expect(read.positions).toEqual([position]);
		expect(read.snapshots[0]).toEqual({ edition, text, v: 1 });
		expect(read.preferences).toEqual({ appearance: { v: 1, theme: 'sepia' } });
		expect(read.refused).toMatchObject([{ path: 'database.stores.annotations[1]' }]);
	});

	test('is imported like a backup, and a second time changes nothing', () => {
		const read = readFile(bytesOf(JSON.stringify(RESCUE)));
		const options = { now: '2026-11-24T10:00:00.000Z', at: LATER };
		const mine = { annotations: [], snapshots: new Map(), positions: [], preferences: {} };
		const plan = planImport(read, mine, CHAPTERS, options);
		expect([...plan.added].sort()).toEqual(['one', 'three', 'two']);
		expect(plan.notPlaced).toEqual([]);
		const after = { ...mine, annotations: plan.write.annotations };
		expect(planImport(read, after, CHAPTERS, options).write.annotations).toEqual([]);
	});

	test('without a database has what the second copy had', () => {
		const read = readFile(bytesOf(JSON.stringify({ ...RESCUE, database: null })));
		expect(read.annotations.map(({ id }) => id).sort()).toEqual(['one', 'three']);
	});
});
