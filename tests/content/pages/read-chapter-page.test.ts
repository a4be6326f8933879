import { expect, test } from 'vitest';
import { readChapterPage } from '$lib/content/pages/read-chapter-page';
import { editionOf } from '$lib/core/text/edition';
import { readLibrary } from '$lib/server/library';

const chapters = ['content', 'tests/fixtures/content'].flatMap((folder) =>
	readLibrary(folder).works.flatMap(({ chapters }) => chapters)
);

test('there are chapters of every kind', () => {
	expect(chapters.length).toBeGreaterThan(15);
});

test.each(chapters.map((chapter) => [chapter.title, chapter] as const))(
	'%s is read out of its page as it was built',
	(_, { html, edition, text, blocks }) => {
		const page = `<!doctype html><main><article class="text" data-edition="${edition}">${html}</article></main>`;
		const read = readChapterPage(page);
		expect(read).toEqual({ edition, text, blocks });
		expect(editionOf(read!.text)).toBe(edition);
	}
);

test.each([
	['no article', '<main><p id="p1">One</p></main>'],
	['an article that is no chapter', '<article><p id="p1">One</p></article>'],
	['an article that ends before it begins', '</article><article data-edition="ab">'],
	['nothing', '']
])('%s is no chapter’s page', (_, html) => {
	expect(readChapterPage(html)).toBeNull();
});
