import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { explainCorrection } from '$lib/server/corrections/explain-correction';
import { chapterFile, writeContent } from '../content-folder';

const SENTENCES = [
	'The train left the station at noon, and nobody waved.',
	'By evening the plain was white, and the driver sang.',
	'We were told nothing of the place where we should stop.',
	'A soldier brought tea in a tin mug, without sugar.',
	'My son counted the wires along the line until he slept.',
	'In the morning there were hills, and one of them smoked.'
];
const text = (...paragraphs: readonly (readonly string[])[]) =>
	chapterFile(paragraphs.map((sentences) => sentences.join(' ')).join('\n\n'));
const [a, b, c, d, e, f] = SENTENCES;

/** A folder with the work `w` in a commit; then `files` are written over it, `null` for gone. */
function corrected(files: Record<string, string | null>): string {
	const folder = writeContent({
		'w/1-a.md': text([a, b], [c], [d, e], [f]),
		'w/2-b.md': text(['The second chapter stays.'])
	});
	const git = (...args: string[]) =>
		execFileSync('git', ['-C', folder, '-c', 'user.name=x', '-c', 'user.email=x@x', ...args], {
			stdio: 'pipe'
		});
	git('init');
	git('add', '.');
	git('commit', '-m', 'Publish');
	for (const [path, content] of Object.entries(files))
		if (content === null) rmSync(join(folder, path));
		else writeFileSync(join(folder, path), content);
	return folder;
}

const explain = (folder: string, from?: string) =>
	explainCorrection({ folder, slug: 'w' }, from).map((line) => line.replaceAll(folder, ''));

describe('What a correction does', () => {
	test('nothing, when no text is another', () => {
		expect(explain(corrected({}))).toEqual([
			'The text of no chapter changes: marks stay where they are.'
		]);
	});

	test('a corrected word, a moved and a deleted paragraph: blocks, and a mark on each sentence', () => {
		const folder = corrected({
			'w/1-a.md': text([a, b.replace('white', 'bright')], [f], [d, e])
		});
		expect(explain(folder)).toEqual([
			'1 of 2 chapters has another text.',
			'1-a  blocks: 1 changed, 1 moved, 1 gone; of marks on 6 sentences 4 stay, 1 follow corrected words, 0 would ask their readers, 1 find no place',
			`    no place  p2  “${c}”`,
			'In all, of marks on 6 sentences 4 stay, 1 follow corrected words, 0 would ask their readers, 1 find no place.'
		]);
	});

	test('a chapter that is gone, and one that is new', () => {
		const lines = explain(corrected({ 'w/2-b.md': null, 'w/3-c.md': text(['New.']) }));
		expect(lines).toContain(
			'2-b  is not there any more; of marks on 1 sentence 0 stay, 0 follow corrected words, 0 would ask their readers, 1 find no place'
		);
		expect(lines).toContain('3-c  is new.');
	});

	test('beside another commit, or a folder', () => {
		const folder = corrected({ 'w/1-a.md': text([a], [c], [d, e], [f]) });
		const before = `${folder}-before`;
		cpSync(folder, before, { recursive: true });
		writeFileSync(join(before, 'w/1-a.md'), text([a], [c], [d, e], [f]));
		expect(explain(folder, before)).toHaveLength(1);
		expect(explain(folder, join(before, 'w'))).toHaveLength(1);
		expect(explain(folder, 'HEAD')[1]).toContain('1 changed');
		rmSync(before, { recursive: true });
	});

	test('what cannot be told', () => {
		const folder = corrected({});
		expect(() => explain(folder, 'v9')).toThrow('“v9” is neither a folder nor a commit');
		expect(() => explainCorrection({ folder, slug: 'x' })).toThrow(`There is no work ${folder}/x.`);
		renameSync(join(folder, 'w'), join(folder, 'x'));
		expect(() => explainCorrection({ folder, slug: 'x' })).toThrow('There is no work x in HEAD.');
		writeFileSync(join(folder, 'x/1-a.md'), 'No title.');
		expect(() => explainCorrection({ folder, slug: 'x' }, folder)).toThrow(
			'does not begin with its title'
		);
	});
});

test('npm run edition', () => {
	const folder = corrected({ 'w/1-a.md': text([a, b], [c], [d, e]) });
	const run = (...args: string[]) =>
		spawnSync(process.execPath, ['src/tools/publisher/edition.js', ...args], {
			encoding: 'utf8',
			env: { ...process.env, CONTENT_DIR: folder }
		});
	expect(run('w').stdout).toMatch(/^1 of 2 chapters has another text\.\n1-a {2}blocks: 1 gone; /);
	expect(run('nothing')).toMatchObject({ status: 1, stdout: '' });
	expect(run()).toMatchObject({ status: 2, stderr: expect.stringMatching(/^npm run edition -- /) });
});
