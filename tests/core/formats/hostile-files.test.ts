/** Files that somebody made to do harm: refused with the place and the reason, or merged harmlessly. */
import { describe, expect, test } from 'vitest';
import type { Annotation } from '$lib/core/annotation/annotation';
import { isDeleted } from '$lib/core/annotation/deletion';
import { withChanges } from '$lib/core/annotation/edit';
import { merge } from '$lib/core/annotation/merge';
import { readAnnotation } from '$lib/core/annotation/read-annotation';
import { toBackup } from '$lib/core/formats/backup/write';
import { toStudyPacket } from '$lib/core/formats/study-packet/write';
import { FileError } from '$lib/core/formats/file-error';
import { fileErrorText } from '$lib/core/formats/file-error-text';
import { planImport, type LocalData } from '$lib/core/importing/plan';
import { readFile } from '$lib/core/formats/read-file';
import { describe as describeTarget } from '$lib/core/annotation/describe';
import { editionOf } from '$lib/core/text/edition';
import { CONTEXT, bytesOf, CHAPTERS, toldOf } from './library';
import { processorTime } from '../../growth';

const at = (n: number) => `001a2000000${n.toString(16).padStart(2, '0')}-0000-phone`;
/** The last stamp that can be written. */
const LAST = 'fffffffffffff-ffff-x';
const [EXILE] = CHAPTERS;
const SOUND: Annotation = {
	id: 'sound',
	v: 1,
	kind: 'highlight',
	created: '2026-01-01T00:00:00.000Z',
	targets: [describeTarget(EXILE.text, { start: 100, end: 140 }, EXILE)],
	fields: { note: { value: 'n', at: at(1) } }
};
const KEPT = { positions: [], preferences: {} };
const EMPTY: LocalData = { annotations: [], snapshots: new Map(), ...KEPT };

const backup = JSON.parse(toBackup([SOUND], CONTEXT)) as Record<string, unknown> & {
	items: Record<string, unknown>[];
};
/** A backup in which the one record is another, and the own part has more. */
const fileOf = (record: unknown, ours: object = {}) =>
	bytesOf(
		JSON.stringify({
			...backup,
			items: [{ ...backup.items[0], 'x-postil': record }],
			'x-postil': { ...(backup['x-postil'] as object), ...ours }
		})
	);
const web = (item: object) =>
	bytesOf(
		JSON.stringify({ items: [{ type: 'Annotation', id: 'x:1', target: EXILE.address, ...item }] })
	);
const clippings = (count: number, head: (n: number) => string) =>
	Array.from(
		{ length: count },
		(_, n) => `T (A)\n- Your ${head(n)} | Added on x\n\n${n}\n==========\n`
	).join('');
const planOf = (bytes: Uint8Array, mine = EMPTY) =>
	planImport(readFile(bytes), mine, CHAPTERS, { now: CONTEXT.generated });

describe('A whole file is refused', () => {
	const text = toBackup([SOUND], CONTEXT);
	test.each<[string, string | Uint8Array, string, RegExp]>([
		['nothing', '', '', /is empty/],
		['spaces', ' \n ', '', /is empty/],
		['words', 'Dear Sir or Madam', '', /of a kind that/],
		[
			'a table whose head goes on in the next line',
			'"Highlight\nx",Title\na,b',
			'',
			/of a kind that/
		],
		[
			'a picture',
			Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa),
			'',
			/not one in UTF-8/
		],
		['a backup that breaks off', text.slice(0, text.length / 2), '', /breaks off/],
		['a backup without its end', text.slice(0, -1), '', /breaks off/],
		['a number', '[1e999', '', /breaks off/],
		['NaN', '{"items": [NaN]}', '', /breaks off before its end, or is damaged/],
		['some other JSON', '{"name": "x"}', '', /no annotations/],
		[
			'a collection that is elsewhere',
			'{"type": "AnnotationCollection", "first": "https://x.example/"}',
			'first',
			/only the address/
		],
		['a page of somebody else', '<!doctype html><p>Hello', '', /without annotations/],
		[
			'a page with broken data',
			'<html><script type="application/ld+json">{"type": "AnnotationPage", "items": [</script>',
			'',
			/breaks off/
		],
		['a table of something else', 'Name,Age\nA,1\n', '', /of a kind that/],
		['too many', `{"items": [${'0,'.repeat(200_001)}0]}`, 'items', /more than 200,000/],
		['too many rows', `Highlight\n${'a\n'.repeat(200_002)}`, '', /more than 200,000/],
		[
			'too deep',
			`{"items": [${'{"a":'.repeat(50)}1${'}'.repeat(50)}]}`,
			'items[0].a.a.a.a',
			/more than 32 levels/
		]
	])('%s', (_, content, path, reason) => {
		const bytes = typeof content === 'string' ? bytesOf(content) : content;
		expect(toldOf(() => readFile(bytes))).toEqual({ path, text: expect.stringMatching(reason) });
	});
});

describe('One record is refused, and the rest is taken', () => {
	const target = SOUND.targets[0];
	test.each<[string, unknown, RegExp]>([
		['nothing', null, /not a record/],
		['an id that is none', { ...SOUND, id: 7 }, /no id/],
		['an id with a space, which would name two', { ...SOUND, id: 'a b' }, /id/],
		['an endless id', { ...SOUND, id: 'x'.repeat(600) }, /id/],
		['a kind of tomorrow', { ...SOUND, kind: 'drawing' }, /of a kind that/],
		['a date that is none', { ...SOUND, created: 'yesterday' }, /no creation date/],
		['a date of the year 9999', { ...SOUND, created: '9999-01-01T00:00:00Z' }, /no creation date/],
		[
			'a colour that is a style sheet',
			{ ...SOUND, fields: { colour: { value: 'red;background:url(//x)', at: at(1) } } },
			/no word/
		],
		['a target before its text', { ...SOUND, targets: [{ ...target, start: -5 }] }, /target/],
		[
			'a target that ends before it starts',
			{ ...SOUND, targets: [{ ...target, start: 9, end: 3 }] },
			/target/
		],
		['a number beyond numbers', { ...SOUND, targets: [{ ...target, end: 1e300 }] }, /target/],
		['a target that is a text', { ...SOUND, targets: ['here'] }, /target/],
		['no target', { ...SOUND, targets: [] }, /no target/],
		['an origin that is none', { ...SOUND, origin: { app: 1 } }, /origin/]
	])('%s', (_, record, reason) => {
		const { refused, added } = planOf(fileOf(record));
		expect(added).toEqual([]);
		expect(refused.map(({ code, path }) => [path, fileErrorText(code)])).toEqual([
			['items[0].x-postil', expect.stringMatching(reason)]
		]);
	});

	test('a text that is not the one its edition names would lead marks astray', () => {
		const snapshots = [
			{ edition: EXILE.edition, text: 'x', v: 1 },
			{ edition: editionOf('a'.repeat(2 ** 21 + 1)), text: 'a'.repeat(2 ** 21 + 1), v: 1 },
			{ edition: 7 }
		];
		const { refused, write } = planOf(fileOf(SOUND, { snapshots }));
		expect(refused.map(({ path }) => path)).toEqual(
			[0, 1, 2].map((n) => `x-postil.snapshots[${n}]`)
		);
		// The library has it.
		expect(write.snapshots).toEqual([{ edition: EXILE.edition, text: EXILE.text, v: 1 }]);
	});

	test('places and deleted ones are looked at like all others', () => {
		const ours = {
			deleted: [{ id: 'x' }],
			positions: [{ v: 1, target: {}, progress: 7 }],
			snapshots: 'none'
		};
		expect(planOf(fileOf(SOUND, ours)).refused.map(({ path }) => path)).toEqual([
			'x-postil.deleted[0]',
			'x-postil.snapshots',
			'x-postil.positions[0]'
		]);
	});
});

describe('Harmlessly merged', () => {
	test('keys that reach a prototype, wherever they stand', () => {
		const evil = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
		const text = new TextDecoder().decode(fileOf('HERE', { preferences: 'HERE' }));
		const record =
			`{"__proto__":{"kind":"note"},${JSON.stringify({ ...SOUND, more: 'MORE' }).slice(1)}`.replace(
				'"MORE"',
				evil
			);
		const plan = planOf(bytesOf(text.replaceAll('"HERE"', record)));
		expect(plan.added).toEqual(['sound']);
		const [one] = plan.write.annotations as (Annotation & { more: object })[];
		expect(Object.getPrototypeOf(one)).toBe(Object.prototype);
		expect([one.kind, one.more]).toEqual(['highlight', {}]);
		expect(({} as { polluted?: number }).polluted).toBeUndefined();
	});

	test.each<[string, Partial<Annotation>]>([
		['a stamp', { fields: { note: { value: 'n', at: LAST } } }],
		['of a place', { targets: [SOUND.targets[0], { ...SOUND.targets[0], at: LAST }] }],
		['of a deletion', { fields: { ...SOUND.fields, deleted: { value: true, at: LAST } } }],
		['of a text', { fields: { note: { value: 'n', at: LAST, base: LAST, since: LAST } } }],
		['of an old text', { history: [{ value: 'o', at: LAST }], superseded: [`${at(0)}..${LAST}`] }],
		['of 2150', { fields: { note: { value: 'n', at: '0052b0a2a1400-0000-x' } } }]
	])('a stamp after which nothing could be written: what is written here wins: %s', (_, rest) => {
		const plan = planOf(fileOf({ ...SOUND, ...rest }));
		expect(plan.refused).toEqual([]);
		const [imported] = plan.write.annotations;
		let [edited] = merge([imported], []);
		for (const n of [1, 2, 3]) {
			const changes = { note: `mine ${n}`, colour: 'pink' } as const;
			[edited] = merge([withChanges(edited, changes, at(n))], [imported]);
			expect(readAnnotation(edited)).toEqual(edited);
			expect([edited.fields.note?.value, edited.fields.colour?.value]).toEqual([
				`mine ${n}`,
				'pink'
			]);
			expect(isDeleted(edited)).toBe(false);
		}
	});

	test('a mark twice, an id twice, a key twice', () => {
		const twice = JSON.stringify({ ...backup, items: [backup.items[0], backup.items[0]] });
		expect(planOf(bytesOf(twice)).added).toEqual(['sound']);
		const item = { type: 'Annotation', id: 'x:1', target: EXILE.address };
		expect(planOf(bytesOf(JSON.stringify({ items: [item, item] })))).toMatchObject({
			duplicates: 1
		});
		const keys = JSON.stringify(item).replace('{', '{"id":"x:0",');
		expect(planOf(bytesOf(`{"items":[${keys}]}`)).added).toEqual(planOf(web({})).added);
	});

	test('script in every text: it stays text, in the record and in the page that is made of it', () => {
		const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>';
		const item = {
			body: [
				{ type: 'TextualBody', value: evil },
				{ purpose: 'tagging', value: evil }
			],
			target: { source: `javascript:${evil}`, selector: { type: 'TextQuoteSelector', exact: evil } }
		};
		const { write } = planOf(web(item));
		const [{ targets, fields }] = write.annotations;
		expect([targets[0].quote.exact, fields.note?.value, fields.tags?.value]).toEqual([
			evil,
			evil,
			[evil]
		]);
		const page = toStudyPacket(write.annotations, CONTEXT);
		expect(page.match(/<script|<img/g)).toEqual(['<script']);
		expect(page).not.toMatch(/href="(?!https?:)/);
	});

	test('numbers, lists and records where texts belong', () => {
		const odd = {
			created: 7,
			motivation: [{}],
			body: [null, 7, [], { value: {} }],
			target: { source: 5, selector: [7, null, { type: 'TextQuoteSelector', exact: [] }] }
		};
		const { added, write } = planOf(web(odd));
		expect(added).toHaveLength(1);
		expect(write.annotations[0]).toMatchObject({
			created: CONTEXT.generated,
			kind: 'highlight',
			fields: {}
		});
	});

	test('dates outside of all calendars', () => {
		for (const created of [
			'9999-12-31T23:59:59Z',
			'0001-01-01T00:00:00Z',
			'2026-13-45T99:99:99Z',
			'+275760-09-13'
		]) {
			const [one] = planOf(web({ created, bodyValue: 'n' })).write.annotations;
			expect(Date.parse(one.created)).toBeLessThan(Date.UTC(2100, 0));
		}
	});
});

describe('Never hangs', () => {
	const MEGA = 2_000_000;
	// ms; an honest file of that size takes a tenth, a quadratic one takes hours.
	const LIMIT = 20_000;
	test.each<[string, () => string]>([
		['brackets', () => '['.repeat(MEGA)],
		['script begins without ends', () => `<html>${'<script '.repeat(MEGA / 8)}`],
		['script ends without begins', () => `<html>${'</script'.repeat(MEGA / 8)}`],
		['scripts one after the other', () => `<html>${'<script></script>'.repeat(MEGA / 17)}`],
		['a page of dashes', () => '- a|\n'.repeat(MEGA / 5)],
		[
			'brackets in a title',
			() => `${'('.repeat(MEGA)}\n- Your Highlight on page 1 | Added\n\nx\n==========`
		],
		[
			'digits in a second line',
			() => `T (A)\n- Your Highlight on page ${'1-'.repeat(MEGA / 2)} | Added\n\nx\n==========`
		],
		[
			'forty thousand clippings of one title',
			() =>
				clippings(20_000, (n) => `Highlight on Location ${n}`) +
				clippings(20_000, () => 'Note on Location 5')
		],
		['quotes that never end', () => `Highlight,Note\n${'"'.repeat(MEGA + 1)}`],
		['commas', () => `Highlight\n${','.repeat(MEGA)}`],
		[
			'HTML without ends',
			() =>
				new TextDecoder().decode(
					web({
						body: {
							type: 'TextualBody',
							format: 'text/html',
							value: '<script'.repeat(MEGA / 7) + '&#'.repeat(1000)
						}
					})
				)
		],
		[
			'a quote of one letter',
			() =>
				new TextDecoder().decode(
					web({
						target: {
							source: EXILE.address,
							selector: { type: 'TextQuoteSelector', exact: 'e'.repeat(MEGA) }
						}
					})
				)
		],
		[
			'an address of slashes',
			() => new TextDecoder().decode(web({ target: `https://${'/'.repeat(MEGA)}` }))
		]
	])('%s', (_, make) => {
		const bytes = bytesOf(make());
		const begun = processorTime();
		try {
			planOf(bytes);
		} catch (error) {
			expect(error).toBeInstanceOf(FileError);
		}
		expect(processorTime() - begun).toBeLessThan(LIMIT);
	});
});
