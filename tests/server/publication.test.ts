import { expect, test } from 'vitest';
import { workSummary, readLibrary } from '$lib/server/library';
import { findFaults, writeContent } from './content-folder';

const ABOUT = 'title: T\nauthor: A\nlanguage: en\nsource: S\nrights: R\n';

test('what a work.yaml says of how a text was published is known of the work, and nothing else', () => {
	const of = (lines: string) =>
		workSummary(readLibrary(writeContent({ 'w/work.yaml': ABOUT + lines })).works[0]);
	expect(
		of(
			'year: 1930\npublisher: "Scribner: Sons"\nplace: New York\ntranslator: M. E.\nidentifier: ISBN 0-486-45609-9\n'
		).publication
	).toEqual({
		year: '1930',
		publisher: 'Scribner: Sons',
		place: 'New York',
		translator: 'M. E.',
		identifier: 'ISBN 0-486-45609-9'
	});
	expect(of('year:\n')).not.toHaveProperty('publication');
	expect(of('')).not.toHaveProperty('publication');
});

test.each([
	['year: -380', []],
	['year: about 1930', ['w/work.yaml:6  “about 1930” is not a year']],
	['year: 19305', ['w/work.yaml:6  “19305” is not a year']],
	['identifier: doi:10.1000/182', []],
	['identifier: urn:nbn:de:101:1-2', []],
	['identifier: https://archive.example/x', []],
	['identifier: "ISBN: 978-0-486-45609-6"', []],
	['identifier: ISBN 978-0-486-45609-5', ['w/work.yaml:6  “978-0-486-45609-5” is not an ISBN']],
	['identifier: ISBN 0-8044-2957-X', []],
	['identifier: ISBN', ['w/work.yaml:6  “ISBN” is no identifier']],
	['identifier: shelf 12', ['w/work.yaml:6  “shelf 12” is no identifier']]
])('%s', (line, faults) => {
	const found = findFaults({ 'w/work.yaml': `${ABOUT}${line}\n` });
	expect(found.map((fault) => fault.split(' | ')[0])).toEqual(faults);
});
