import { expect, test } from 'vitest';
import { ownWorkSlug } from '$lib/core/own-works/own-work';
import { chapterAddress, isOwnWork, workAddress } from '$lib/core/text/addresses';

const BOOK = { identifier: 'urn:uuid:1', title: 'A Book', author: 'A. Writer' };

test.each([
	['the same identifier, whatever the title', { ...BOOK, title: 'Another' }, true],
	['white space around the identifier', { ...BOOK, identifier: ' urn:uuid:1\n' }, true],
	['another identifier', { ...BOOK, identifier: 'urn:uuid:2' }, false],
	['no identifier', { ...BOOK, identifier: null }, false]
])('A work’s slug with %s', (_, book, isSame) => {
	expect(ownWorkSlug(book) === ownWorkSlug(BOOK)).toBe(isSame);
});

test('A work without identifier is named by its title and author', () => {
	const slug = ownWorkSlug({ ...BOOK, identifier: '' });
	expect(slug).toBe(ownWorkSlug({ ...BOOK, identifier: null }));
	expect(slug).not.toBe(ownWorkSlug({ ...BOOK, identifier: null, author: 'B. Writer' }));
	// On every device, for ever: marks in backups name it.
	expect(ownWorkSlug(BOOK)).toBe('own-b362f50874c70202');
});

test.each([
	['', 'my-life', '43-the-exile', '/my-life/', '/my-life/43-the-exile/'],
	['/book', 'my-life', '1', '/book/my-life/', '/book/my-life/1/'],
	['', 'own-0a', '1-a', '/own/?work=own-0a', '/own/?work=own-0a&chapter=1-a'],
	['/book', 'own-0a', '1-a', '/book/own/?work=own-0a', '/book/own/?work=own-0a&chapter=1-a']
])('Under “%s” %s %s has an address', (base, work, chapter, ofWork, ofChapter) => {
	expect(workAddress(base, work)).toBe(ofWork);
	expect(chapterAddress(base, work, chapter)).toBe(ofChapter);
	expect(isOwnWork(work)).toBe(work.startsWith('own-'));
});
