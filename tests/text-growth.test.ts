/**
 * No function of ours takes the square of the length of a text that a reader, a file or a publisher
 * gave. Those that look through a text by a pattern are found in the source, so that a new one fails
 * here until it is listed with the arguments it is called with.
 */
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { indexGrams } from '$lib/core/anchoring/align/shared-grams';
import { NO_OPTIONS } from '$lib/core/search/query';
import { expectLinear } from './growth';

const LETTERS = 25_000; // half of what others have: these functions are many

// Of the page's side only this one reads texts that came over the network.
const modules = import.meta.glob([
	'../src/lib/{core,content,server}/**/*.ts',
	'../src/lib/dom/chapter-page.ts'
]);

/** `path#name` of each exported function that takes a text, in files that have a pattern. */
function textFunctions(): string[] {
	return Object.keys(modules).flatMap((key) => {
		const path = key.replace('../', '');
		const file = ts.createSourceFile(
			path,
			readFileSync(path, 'utf8'),
			ts.ScriptTarget.Latest,
			true
		);
		return hasPattern(file)
			? file.statements
					.filter(ts.isFunctionDeclaration)
					.filter((one) => isExported(one) && one.parameters.some(takesText))
					.map((one) => `${path.replace('src/lib/', '')}#${one.name?.text}`)
			: [];
	});
}

function hasPattern(node: ts.Node): boolean {
	const isPattern =
		ts.isRegularExpressionLiteral(node) ||
		(ts.isNewExpression(node) && node.expression.getText() === 'RegExp');
	return isPattern || (ts.forEachChild(node, (child) => hasPattern(child) || undefined) ?? false);
}

function isExported({ modifiers }: ts.FunctionDeclaration): boolean {
	return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function takesText({ type }: ts.ParameterDeclaration): boolean {
	return ['string', 'Uint8Array', 'string | null'].includes(type?.getText() ?? '');
}

const report = () => {};
const bytes = (text: string) => new TextEncoder().encode(text);
/** A tree with one text in it, all of `source`: parsing it is not ours. */
const treeOf = (source: string) => ({
	type: 'root',
	children: [
		{
			type: 'text',
			value: source,
			position: {
				start: { line: 1, column: 1, offset: 0 },
				end: { line: 1, column: 1, offset: source.length }
			}
		}
	]
});

const FENCE = '~'.repeat(20); // Markdown that is code: parsing it is not ours

/** What each function is called with, for a text. */
const ARGUMENTS: Record<string, (text: string) => unknown[]> = {
	'content/markdown/check-directives.ts#checkDirectives': (text) => [treeOf(text), text, report],
	'content/markdown/check-footnotes.ts#checkFootnotes': (text) => [treeOf(text), text, report],
	'content/markdown/check-markdown.ts#checkMarkdown': (text) => [treeOf(text), text, report],
	'content/markdown/check-blocks.ts#checkBlocks': (text) => [treeOf(text), text, report],
	'content/markdown/check-signs.ts#checkLines': (text) => [treeOf(text).children[0], text, report],
	'content/markdown/check-signs.ts#checkSigns': (text) => [treeOf(text), text, report],
	'content/markdown/parse-cost.ts#tooCostly': (text) => [text],
	'content/markdown/deep-lines.ts#withoutDeepLines': (text) => [text, report],
	'content/markdown/verse-indents.ts#noteVerseIndents': (text) => [treeOf(text), text],
	'content/books/chapters/titles.ts#slugFor': (text) => [1, text],
	'content/books/epub/package.ts#metaOf': (text) => [
		{ name: '#root', attributes: {}, children: [text], parent: null },
		text
	],
	'content/books/epub/package.ts#readXml': (text) => [{ read: () => bytes(text) }, 'a'],
	'content/books/fb2/open-fb2.ts#isFb2': (text) => [text],
	'content/books/fb2/open-fb2.ts#openFb2': (text) => [text],
	'content/books/html/style-sheet.ts#readDeclarations': (text) => [text],
	'content/books/html/style-sheet.ts#readStyleSheet': (text) => [text],
	'content/books/html/open-html.ts#isHtml': (text) => [text],
	'content/books/html/open-html.ts#openHtml': (text) => [text, text],
	'content/books/image-kind.ts#kindOfImage': (text) => [bytes(text)],
	'content/books/image-kind.ts#mediaTypeOf': (text) => [bytes(text)],
	'content/books/markdown-file/open-markdown.ts#openMarkdown': (text) => [
		`x\n\n${FENCE}\n${text}\n${FENCE}`,
		'a'
	],
	'content/books/markup/decode-text.ts#decodeText': (text) => [bytes(text)],
	'content/books/markup/element.ts#createElement': (text) => [text],
	'content/books/markup/element.ts#elementsIn': (text) => [
		{ name: '#root', attributes: {}, children: [text], parent: null },
		text
	],
	'content/books/markup/element.ts#findElement': (text) => [
		{ name: '#root', attributes: {}, children: [text], parent: null },
		text
	],
	'content/books/open-file.ts#openFile': (text) => [bytes(`x\n\n${text}`), 'a.txt', {}, {}],
	'content/books/plain-text/open-text.ts#openText': (text) => [text, 'a'],
	'content/books/refuse.ts#refuseByBytes': (text) => [bytes(`x${text}`)],
	'content/books/source-document.ts#fragmentOf': (text) => [text],
	'content/books/source-document.ts#resolvePath': (text) => [text, text],
	'content/books/source-document.ts#sourceDocument': (text) => [
		text,
		{ name: '#root', attributes: {}, children: [text], parent: null },
		null
	],
	'content/books/source-document.ts#targetOf': (text) => [{ path: 'a' }, text],
	'content/normal-form/blocks.ts#code': (text) => [text],
	'content/normal-form/blocks.ts#figure': (text) => [{ type: 'image', url: 'a.png' }, text],
	'content/markdown/escape-signs.ts#escapeLines': (text) => [text],
	'content/markdown/escape-signs.ts#escapeSigns': (text) => [text],
	'content/publishing/check-svg.ts#checkSvg': (text) => [
		bytes(`<svg xmlns="http://www.w3.org/2000/svg"><style>url(${text}</style><a>${text}</a></svg>`),
		report
	],
	'content/publishing/check-svg.ts#isPassiveSvg': (text) => [
		bytes(`<svg xmlns="http://www.w3.org/2000/svg"><g>${text}`)
	],
	'content/publishing/addresses.ts#isReservedSlug': (text) => [text],
	'content/normal-form/clean-text.ts#cleanText': (text) => [text],
	'content/normal-form/clean-text.ts#cleanCharacters': (text) => [text],
	'content/normal-form/clean-text.ts#cleanLine': (text) => [text],
	'content/normal-form/clean-text.ts#isSeen': (text) => [text],
	'content/normal-form/clean-text.ts#trimSpacesAtEnd': (text) => [text],
	'content/pages/read-chapter-page.ts#readChapterPage': (text) => [
		`<article data-edition="a"><p id="p1">${text}</article>`
	],
	'content/publishing/addresses.ts#isSlug': (text) => [text],
	'content/publishing/addresses.ts#suggestSlug': (text) => [text],
	'content/publishing/addresses.ts#isChapterFile': (text) => [text],
	'content/publishing/addresses.ts#chapterSlug': (text) => [text],
	'content/publishing/addresses.ts#chapterOrder': (text) => [text],
	'content/publishing/language.ts#canonicalLanguage': (text) => [text],
	'content/publishing/language.ts#directionOf': (text) => [text],
	'content/publishing/source-text.ts#checkCharacters': (text) => [text, report],
	'content/publishing/source-text.ts#decodeSource': (text) => [bytes(text), report],
	'content/publishing/source-text.ts#showUncomposed': (text) => [text],
	'core/anchoring/align/align-tokens.ts#alignTokens': (text) => [text, `x${text}`],
	'core/anchoring/align/shared-grams.ts#indexGrams': (text) => [text],
	'core/anchoring/align/shared-grams.ts#sharedGrams': (text) => [text, indexGrams(`x${text}`)],
	'core/anchoring/clean/boundary-score.ts#boundaryScore': (text) => [text, text.length - 1],
	'core/anchoring/clean/boundary-score.ts#isWholeSentences': (text) => [text, 5, text.length - 5],
	'core/anchoring/judge/same-word.ts#isSameWord': (text) => [text, `${text}x`, 0.9],
	'core/anchoring/map/split-replacement.ts#splitReplacement': (text) => [
		text,
		99,
		`x${text}`,
		'end'
	],
	'core/annotation/describe.ts#describe': (text) => [
		text,
		{ start: 5, end: text.length - 5 },
		{ work: 'w', chapter: 'c', edition: 'e', blocks: [{ id: 'p1', start: 0, end: text.length }] }
	],
	'core/annotation/describe.ts#quoteAt': (text) => [
		text,
		{ start: text.length >> 1, end: (text.length >> 1) + 9 }
	],
	'core/annotation/limits.ts#firstLetters': (text) => [text, text.length - 5],
	'core/annotation/tags.ts#parseTags': (text) => [text],
	'core/annotation/tags.ts#removeTag': (text) => [[text, 'a'], text],
	'core/citation/cited-work.ts#listNames': (text) => [[text, text], text],
	'core/citation/cited-work.ts#readNames': (text) => [text],
	'core/citation/styles.ts#noteOf': (text) => [
		{ title: text, author: text, publication: { translator: text, place: text } },
		text
	],
	'core/citation/styles.ts#quoted': (text) => [text],
	'core/formats/csv.ts#parseTable': (text) => [text],
	'core/formats/export-context.ts#addressOfWork': (text) => [{ site: text }, text],
	'core/formats/file-content.ts#decodeFile': (text) => [bytes(text)],
	'core/formats/html.ts#escapeHtml': (text) => [text],
	'core/formats/html.ts#textOfHtml': (text) => [text],
	'core/formats/json.ts#parseJson': (text) => [text],
	'core/formats/json.ts#wellFormed': (text) => [text],
	'core/formats/json.ts#joinPath': (text) => ['items', text],
	'core/formats/kindle/ends.ts#hideEnds': (text) => [text],
	'core/formats/kindle/ends.ts#showEnds': (text) => [text],
	'core/formats/kindle/metadata-line.ts#isMetadataLine': (text) => [text],
	'core/formats/kindle/metadata-line.ts#kindlePlace': (text) => [text],
	'core/formats/kindle/metadata-line.ts#kindleKind': (text) => [text],
	'core/formats/kindle/metadata-line.ts#kindleDate': (text) => [text],
	'core/formats/kindle/metadata-line.ts#withoutLimit': (text) => [text],
	'core/formats/kindle/metadata-line.ts#kindleLocation': (text) => [text],
	'core/formats/markdown/escape.ts#escapeDestination': (text) => [text],
	'core/formats/markdown/escape.ts#escapeInline': (text) => [text],
	'core/formats/markdown/escape.ts#escapeLines': (text) => [text],
	'core/formats/readwise/tag-lines.ts#hideTags': (text) => [text],
	'core/formats/readwise/tag-lines.ts#splitTags': (text) => [text],
	'core/formats/readwise/tag-lines.ts#tagLine': (text) => [text],
	'core/formats/urn.ts#idToUrn': (text) => [text],
	'core/formats/urn.ts#urnToId': (text) => [text],
	'core/formats/web-annotation/text-directive.ts#textDirectiveOf': (text) => [`#:~:text=${text}`],
	'core/formats/kindle/metadata-line.ts#kindleStyle': (text) => [text],
	'core/importing/find-directive.ts#findDirective': (text) => [
		text,
		{ prefix: 'b', start: text.slice(2, 9), end: text.slice(9, 16), suffix: 'b' }
	],
	'core/importing/markdown-quote.ts#withoutMarkdown': (text) => [text],
	'core/listening/sleep-timer.ts#readSleepTimer': (text) => [text],
	'core/listening/spoken-text.ts#spokenSentences': (text) => [
		text,
		[{ id: 'p1', start: 0, end: text.length }],
		'en'
	],
	'core/listening/spoken-text.ts#partsOf': (text) => [
		text,
		{ start: 0, end: text.length },
		{ language: 'en', passages: [], longest: 200 }
	],
	'core/listening/spoken-text.ts#wordsOfPart': (text) => [text, { start: 0, end: text.length }],
	'core/reading/font-files.ts#fontFiles': (text) => [text, text],
	'core/reading/font-files.ts#readFontFaces': (text) => [text, (address: string) => address],
	'core/reading/reading-time.ts#minutesToRead': (text) => [text, 'en'],
	'content/pages/scan-html.ts#scanHtml': (text) => [
		text,
		{ onopentag() {}, ontext() {}, onclosetag() {} }
	],
	'core/reading/strip.ts#readDestination': (text) => [text, [{ id: 'p1', start: 0, end: 9 }]],
	'core/search/excerpt.ts#excerptOf': (text) => [
		text,
		{ id: 'p1', start: 0, end: text.length },
		{ start: 5, end: text.length - 5, parts: [{ start: 5, end: text.length - 5 }] },
		'en'
	],
	'core/search/folded-text.ts#foldKey': (text) => [text, NO_OPTIONS],
	'core/search/folded-text.ts#foldText': (text) => [text, NO_OPTIONS],
	'core/search/look-up.ts#lookUpWords': (text) => [text],
	'core/search/query.ts#parseQuery': (text) => [text, NO_OPTIONS],
	'core/search/web-search.ts#isSearchAddress': (text) => [`https://a.b/${text}`],
	'core/search/web-search.ts#webSearchFor': (text) => [`https://a.b/%s${text}`, text, 'en'],
	'core/search/search-key.ts#searchKey': (text) => [text],
	'core/search/search-key.ts#queryKey': (text) => [text],
	'core/search/whole-words.ts#wholeWordsIn': (text) => [text, 'en', () => ({ start: 0, end: 1 })],
	'core/text/chapter-text.ts#normalize': (text) => [text],
	'core/text/code-points.ts#countCodePoints': (text) => [text],
	'core/text/fragment/base-characters.ts#baseCharacters': (text) => [text],
	'core/text/fold.ts#fold': (text) => [text],
	'core/text/fold.ts#foldForms': (text) => [text],
	'core/text/sentence-boundaries.ts#sentenceStarts': (text) => [text, 'en'],
	'core/text/moved-end.ts#withEndAt': (text) => [{ start: 0, end: text.length }, 'start', 1, text],
	'core/text/links.ts#leadsToSite': (text) => [text],
	'core/text/links.ts#splitLinks': (text) => [text],
	'dom/chapter-page.ts#articleOf': (text) => [text],
	'dom/chapter-page.ts#editionIn': (text) => [text],
	'dom/chapter-page.ts#readChapterPage': (text) => [text],
	'server/front-matter.ts#readFrontMatter': (text) => [`---\n${text}\n---\n`, report],
	'server/image-size.ts#readImageSize': (text) => [bytes(text)]
};

/** What takes no text, though a string, and what that is. */
const OTHERS: Record<string, string> = {
	'content/article/is-plain.ts#isPlain': 'a language that was checked',
	'content/article/render-article.ts#renderArticle': 'a language that was checked',
	'core/annotation/clock.ts#clockAfter': 'the name of this tab',
	'core/annotation/clock.ts#tick': 'the name of this tab',
	'core/formats/web-annotation/foreign-item.ts#readForeignItem': 'the name of an app that we know',
	'core/formats/may-be-book.ts#mayBeBook': 'a name, and the first letters of a file',
	'core/listening/voices.ts#languageOf': 'the language of a text or a voice',
	'core/listening/voices.ts#voiceFor': 'the language of a text or a voice',
	'core/listening/voices.ts#voicesFor': 'the language of a text or a voice',
	'core/reading/reading-days.ts#addSeconds': 'a day',
	'core/search/fold-character.ts#beginsWithAccent': 'one unit of a key',
	'core/search/fold-character.ts#foldCharacter': 'one character',
	'core/text/block-label.ts#blockLabel': 'the id of a block',
	'core/text/chapter-text.ts#isIgnored': 'one character',
	'core/text/chapter-text.ts#isSpace': 'one character',
	'server/adding/work-description.ts#standInsFor': 'the name of a file',
	'server/adding/work-description.ts#withCover': 'the file about a work that is published',
	'server/adding/work-slug.ts#workSlug': 'a title, or a name that a publisher typed',
	'server/corrections/published-work.ts#readPublished': 'what a publisher typed',
	'server/work-folder.ts#isIgnoredFile': 'the name of a file in the folder',
	'server/work-folder.ts#openWorkFolder': 'a path'
};

/** What patterns begin with, again and again, without what they end with. */
const PIECES = [
	'a', 'A.', 'A. ', ' ', '\n', '\r\n', '\t', '.', '. ', '-', '=', "'", '"', '“', '\\', '/', '&', '&amp', '<', '<a ', '<!--',
	'<article ', '<article data-edition="a', '<svg ', '<svg width="1', '@font-face{', 'url(', 'unicode-range:', 'U+1', '{', '[', '[^', '[^a', '![', '](',
	'*', '**a', '_', '`', '#', '|', '>', '(', ')', 'http://', 'http://a.', 'http://a)', 'text=', '-,', ',', '%', '%41', '1', '1-', ' 1 ',
	'==========\n', '\u0301', '\ud800', '😀', '道', '道。', '\u00ad', '\u200b'
]; // prettier-ignore

const repeated = (piece: string, letters: number) =>
	`a ${piece.repeat(Math.floor(letters / piece.length))}b`;

async function load(name: string): Promise<(...args: unknown[]) => unknown> {
	const [path, exported] = name.split('#');
	const module = (await modules[`../src/lib/${path}`]()) as Record<string, never>;
	return module[exported];
}

test('every function that looks through a text is listed', () => {
	expect(textFunctions().sort()).toEqual(
		[...Object.keys(ARGUMENTS), ...Object.keys(OTHERS)].sort()
	);
});

test.each(Object.entries(ARGUMENTS))('%s', async (name, argumentsFor) => {
	const call = await load(name);
	for (const piece of PIECES) {
		expectLinear(
			(letters) => argumentsFor(repeated(piece, letters)),
			(all) => {
				try {
					return call(...all);
				} catch {
					return null; // A refusal is as good an answer, if it comes as soon.
				}
			},
			piece,
			LETTERS
		);
	}
});

// Markdown that is no code: what its parser would take the square of is not parsed.
test.each([
	'x<!--',
	'<a b="',
	'<',
	'[',
	'![',
	'](',
	'*',
	'_',
	'_*a',
	'a] ',
	'> a\n\n',
	'a\n=\n',
	':::verse\n',
	'1. '
])('a book in Markdown of %j again and again', async (piece) => {
	const open = await load('content/books/markdown-file/open-markdown.ts#openMarkdown');
	expectLinear(
		(letters) => repeated(piece, letters),
		(text) => {
			try {
				return open(text, 'a');
			} catch {
				return null; // A refusal is as good an answer, if it comes as soon.
			}
		},
		piece,
		LETTERS
	);
});
