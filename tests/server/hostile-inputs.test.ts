import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CHAPTERS_WITH_FAULTS } from '../hostile/chapters';
import { PICTURES } from '../hostile/pictures';
import { findFaults } from './content-folder';

const FOLDER = 'tests/hostile/fixtures';

describe.each([
	['pictures', PICTURES],
	['chapters', CHAPTERS_WITH_FAULTS]
])('%s', (folder, right) => {
	test('what is right is said of every file', () => {
		expect(Object.keys(right).sort()).toEqual(readdirSync(`${FOLDER}/${folder}`).sort());
	});
});

test.each(Object.entries(PICTURES))('%s stops the build', (name, fault) => {
	const files = { [`w/${name}`]: readFileSync(`${FOLDER}/pictures/${name}`, 'utf8') };
	expect(findFaults(files)[0]).toContain(`w/${name}:1  ${fault}`);
});

test.each(Object.entries(CHAPTERS_WITH_FAULTS))('%s stops the build', (name, fault) => {
	const files = { 'w/1-a.md': readFileSync(`${FOLDER}/chapters/${name}`, 'utf8') };
	const [line, ...message] = fault.split(': ');
	const where = line === 'null' ? 'w/1-a.md' : `w/1-a.md:${line}`;
	expect(findFaults(files).join('\n')).toContain(`${where}  ${message.join(': ')}`);
});
