/** The table of formats: what it says of each holds, and nobody goes past it. */
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import type { Annotation } from '$lib/core/annotation/annotation';
import { currentTarget } from '$lib/core/annotation/current-target';
import { merge } from '$lib/core/annotation/merge';
import { isDeleted } from '$lib/core/annotation/deletion';
import {
	EXPORT_FORMATS,
	FORMAT_NAMES,
	type FormatId,
	type ReadableFormat,
	type WritableFormat
} from '$lib/core/formats/format-names';
import { FORMATS } from '$lib/core/formats/formats';
import { readFile } from '$lib/core/formats/read-file';
import { normalize } from '$lib/core/text/chapter-text';
import { importsOf, pathOf } from '../../architecture/imports';
import { anyAnnotation, anyLibrary } from './generated';
import { bytesOf, CONTEXT } from './library';

// A busy machine needs seconds for whole libraries.
vi.setConfig({ testTimeout: 60_000 });

const ids = Object.keys(FORMAT_NAMES) as FormatId[];
const both = ids.filter(
	(id): id is ReadableFormat & WritableFormat => 'read' in FORMATS[id] && 'write' in FORMATS[id]
);

const wordsOf = (annotation: Annotation) => currentTarget(annotation).quote.exact;

describe('A format that is read and written', () => {
	test('is each of these', () => {
		expect([...both].sort()).toEqual([
			'backup',
			'hypothesis',
			'kindle',
			'postil',
			'readwise',
			'study-packet'
		]);
	});

	test.each(both)('%s is known by what it wrote', (id) => {
		fc.assert(
			fc.property(anyLibrary, (library) => {
				fc.pre(library.some((one) => hasWords(one)));
				expect(readFile(bytesOf(FORMATS[id].write(library, CONTEXT))).format).toBe(id);
			}),
			{ numRuns: 30 }
		);
	});

	test.each(['backup', 'postil', 'study-packet'] as const)(
		'%s brings every annotation back field for field',
		(id) => {
			fc.assert(
				fc.property(anyLibrary, (library) => {
					const { annotations, refused } = readFile(bytesOf(FORMATS[id].write(library, CONTEXT)));
					const all = merge(library, []);
					expect(merge(annotations, [])).toEqual(
						id === 'backup' ? all : all.filter((one) => !isDeleted(one))
					);
					expect(refused).toEqual([]);
				}),
				{ numRuns: 30 }
			);
		}
	);

	// One at a time, since a Kindle takes highlights over each other for one that was changed.
	test.each(['hypothesis', 'readwise', 'kindle'] as const)(
		'%s brings the words of a highlight back',
		(id) => {
			fc.assert(
				fc.property(anyAnnotation.filter(hasWords), (one) => {
					const { marks, refused } = readFile(bytesOf(FORMATS[id].write([one], CONTEXT)));
					expect(refused).toEqual([]);
					expect(marks.map(({ quote }) => quote.exact)).toEqual([normalize(wordsOf(one))]);
				})
			);
		}
	);
});

/** A highlight that every format has a record for. */
function hasWords(annotation: Annotation): boolean {
	return (
		annotation.kind === 'highlight' && !isDeleted(annotation) && wordsOf(annotation).trim() !== ''
	);
}

describe('The table', () => {
	test('has no format that the names do not know, and none without a reader or a writer', () => {
		expect(Object.keys(FORMATS).sort()).toEqual([...ids].sort());
		for (const id of ids) {
			expect('read' in FORMATS[id], id).toBe('imported' in FORMAT_NAMES[id]);
			expect('detect' in FORMATS[id], id).toBe('imported' in FORMAT_NAMES[id]);
			expect('write' in FORMATS[id], id).toBe('file' in FORMAT_NAMES[id]);
		}
	});

	test('refuses an unknown id, and a way that a format does not have, by type', () => {
		// @ts-expect-error: no such format
		const unknown: FormatId = 'epub';
		// @ts-expect-error: Markdown is not read
		const unread: ReadableFormat = 'markdown';
		// @ts-expect-error: the rescue page writes its file itself
		const unwritten: WritableFormat = 'rescue';
		expect([unknown, unread, unwritten]).toHaveLength(3);
		// @ts-expect-error: Markdown has no reader in the table
		expect(FORMATS.markdown.read).toBeUndefined();
	});

	test('names the files of different exports differently', () => {
		const endings = EXPORT_FORMATS.map(({ ending }) => ending);
		expect(new Set(endings).size).toBe(endings.length);
		expect(EXPORT_FORMATS.map(({ id }) => id)).not.toContain('backup');
	});
});

describe('The folders of formats', () => {
	const ROOT = 'src/lib/core/formats';
	/** No format: what the readers of other apps' files share. */
	const SHARED = 'foreign';
	const folders = readdirSync(ROOT, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name)
		.filter((name) => name !== SHARED);

	/** A format whose files hold files of another one in them, and so need its reader and writer. */
	const CONTAINS: Readonly<Record<string, readonly string[]>> = {
		backup: ['web-annotation'],
		'study-packet': ['web-annotation']
	};

	const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
		.filter((path) => /\.(ts|js|svelte)$/.test(path))
		.map((path) => `src/${path}`);

	test('hold a reader or a writer each', () => {
		for (const folder of folders) {
			const files = readdirSync(`${ROOT}/${folder}`);
			expect(files.includes('read.ts') || files.includes('write.ts'), folder).toBe(true);
		}
	});

	test('are reached through the table alone', () => {
		const past = sources
			.filter((path) => path !== `${ROOT}/formats.ts`)
			.flatMap((path) =>
				importsOf(path, readFileSync(path, 'utf8')).map((name) => ({
					path,
					to: pathOf(path, name)
				}))
			)
			.filter(({ path, to }) => {
				const [, format] = new RegExp(`^${ROOT}/([^/]+)/`).exec(to ?? '') ?? [];
				const [, own] = new RegExp(`^${ROOT}/([^/]+)/`).exec(path) ?? [];
				return folders.includes(format) && format !== own && !CONTAINS[own]?.includes(format);
			});
		expect(past).toEqual([]);
	});
});
