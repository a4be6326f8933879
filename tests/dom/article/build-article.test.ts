import { afterEach, expect, test, vi } from 'vitest';
import type { ArticleNode } from '$lib/core/text/article-node';
import { buildArticle, picturesIn } from '$lib/dom/article/build-article';

const links = {
	chapter: (slug: string) => `/own/?work=own-a&chapter=${slug}`,
	picture: (path: string) => (path === 'images/a.png' ? 'blob:here' : null)
};

const html = (nodes: unknown[]) => {
	const article = document.createElement('article');
	article.append(buildArticle(nodes as ArticleNode[], links));
	return article.innerHTML;
};

afterEach(() => vi.restoreAllMocks());

test('An article is made of its nodes', () => {
	const nodes: ArticleNode[] = [
		['p', { id: 'p1', class: 'line' }, 'A ', ['em', {}, 'b'], ' <b>c</b> &amp;'],
		'\n',
		['p', {}, ['img', { src: 'picture:images/a.png', alt: 'A map' }]],
		['p', {}, ['a', { href: 'chapter:2-two#p3' }, 'there'], ['a', { href: '#note-1' }, '1']]
	];
	expect(html(nodes)).toBe(
		'<p id="p1" class="line">A <em>b</em> &lt;b&gt;c&lt;/b&gt; &amp;amp;</p>\n' +
			'<p><img src="blob:here" alt="A map"></p>' +
			'<p><a href="/own/?work=own-a&amp;chapter=2-two#p3">there</a><a href="#note-1">1</a></p>'
	);
	expect(picturesIn(nodes)).toEqual(['images/a.png']);
});

test.each<[string, unknown, string]>([
	['a script', ['script', {}, 'alert(1)'], 'alert(1)'],
	['a frame', ['iframe', { src: 'https://example.org' }, 'x'], 'x'],
	[
		'a drawing',
		['svg', { onload: 'alert(1)' }, ['a', { href: '#p1' }, 'x']],
		'<a href="#p1">x</a>'
	],
	['a handler', ['p', { onclick: 'alert(1)', style: 'color:red' }, 'x'], '<p>x</p>'],
	['an address that runs', ['a', { href: 'javascript:alert(1)' }, 'x'], '<a>x</a>'],
	['one with a line end in it', ['a', { href: 'java\nscript:alert(1)' }, 'x'], '<a>x</a>'],
	['data', ['a', { href: 'data:text/html,x' }, 'x'], '<a>x</a>'],
	['a picture from elsewhere', ['img', { src: 'https://example.org/a.png' }], '<img>'],
	['a picture that is not here', ['img', { src: 'picture:b.png', alt: 'b' }], '<img alt="b">'],
	['a set of pictures', ['img', { srcset: 'https://example.org/a.png 2x' }], '<img>'],
	['a picture’s address elsewhere', ['p', { src: 'picture:images/a.png' }, 'x'], '<p>x</p>'],
	['a form', ['form', { action: '/' }, ['button', {}, 'x']], 'x'],
	['no node', [null, 1, { a: 1 }, [1, 2, []]], ''],
	[
		'a chapter’s address with more in it',
		['a', { href: 'chapter:x&work=y"#p1' }, 'x'],
		'<a href="/own/?work=own-a&amp;chapter=x%26work%3Dy%22#p1">x</a>'
	]
])('Of %s nothing is made', (_, node, expected) => {
	expect(html([node])).toBe(expected);
});

test('Nothing is parsed', () => {
	const parse = vi.spyOn(Element.prototype, 'innerHTML', 'set');
	buildArticle([['p', {}, '<img src=x onerror=alert(1)>']], links);
	expect(parse).not.toHaveBeenCalled();
});
