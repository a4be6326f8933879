import { describe, expect, test } from 'vitest';
import { findFaults, makeChapter } from '../make-chapter';

const IMAGES = { 'images/the map.png': { width: 3, height: 2 } };

describe('Reported, with the line and what to write: signs that would stand in the book', () => {
	test.each<[string, string, RegExp]>([
		['emphasis that is not closed', 'a **bold text', /^1 {2}“\*\*” would/],
		['… before a space', 'words\n**bold ** on', /^2 {2}“\*\*” would/],
		['… in the next paragraph', '**a\n\nb**', /^1 {2}“\*\*” would/],
		['… beside Chinese', '**中文。**下一句', /“\*\*” would.*outside: “\*\*word\*\*”/],
		['… around a quotation', '中文**“强调”**中文', /“\*\*” would/],
		['… beside Japanese', '*「強調」*する', /“\*” would/],
		['… beside Korean', '한국어**“강조”**입니다', /“\*\*” would/],
		['… by lines', '_「x」_y', /“_” would/],
		['a star for a note', 'a word* of it', /“\*” would.*\[\^1\] for a footnote/],
		['a note within the line', 'a word^[with a note]', /“\^\[” would.*\[\^1\]/],
		['raised letters', 'x^2^', /“\^2\^” would/],
		['lowered letters', 'H~2~O', /“~2~” would/],
		['struck words that are not closed', '~~a', /“~~” would/],
		['marked words', 'a ==marked== word', /“==marked==” would/],
		['inserted words', '++new++', /“\+\+new\+\+” would/],
		['a formula', 'so $x^2 + y$ is', /“\$x\^2 \+ y\$” would.*Formulas/],
		['a formula of its own', '$$\nx\n$$', /“\$\$” would/],
		['a command of TeX', '\\newpage', /“\\newpage” would.*TeX/],
		['attributes', '# A heading {#ab}', /“{#ab}” would/],
		['attributes of a picture', '![a](<images/the map.png>){width=50%}', /“{width=50%}” would/],
		['a template', 'a {% raw %} b {{< x >}}', /“{% raw %}” would/],
		['a link of a wiki', 'see [[Other page]]', /“\[\[” would/],
		['a picture of a wiki', '![[map.png]]', /“!\[\[” would/],
		['a path with spaces', '![A map](images/the map.png)', /“!\[A map\]\(.*images\/the map\.png>/],
		['a link with spaces', '[a](the end.md)', /“\[a\]\(the end\.md\)” would/],
		['a link without its address', '[words][label]', /“\[words\]\[label\]” would/],
		['a citation', 'as said [@smith]', /“\[@s” would/],
		['contents', '[TOC]', /“\[TOC\]” would/],
		['the name of an emoji', 'a :smile: b', /“:smile:” would/],
		['a comment', 'a %% not for you %% b', /“%% not for you %%” would/],
		['a comment of HTML that does not end', 'a <!-- b', /“<!--” would/],
		['a heading of seven signs', '####### x', /“####### x” would be no heading/],
		['a character without a name', 'a &nosuch; b', /“&nosuch;” would/],
		['a heading without its space', '#Heading', /“#Heading” would be no heading/],
		['a heading of a wiki', '== Heading', /“== Heading” would be no heading/],
		[
			'a footnote by a number',
			'a [1] b\n\n[1] The note',
			/^3 {2}“\[1\] The note” would be no footnote/
		],
		['… with a colon', '[1]: The note of it', /would be no footnote/],
		['a box', '> [!NOTE]\n> words', /“\[!NOTE\]” would/],
		['a box of another dialect', '!!! note\n    words', /“!!! note” would/],
		['a definition', 'Term\n: what it is', /^2 {2}“: what it is” would be no definition/],
		['a table without its line', '| a | b |\n| c | d |', /“\| a \| b \|” would be no table/],
		['a table of signs', '+---+\n| a |\n+---+', /would be no table/],
		['a list by bullets', '• a\n• b', /“• a” would run on/],
		['a list without its space', '1.a\n2.b', /“1\.a” would run on/],
		['a list of letters', 'a) x\nb) y', /“a\) x” would run on/],
		['a talk by hyphens', '-Yes.\n-No.', /“-Yes\.” would run on/]
	])('%s', (_, markdown, fault) => {
		expect(findFaults(markdown, { images: IMAGES })[0]).toMatch(fault);
	});
});

test.each([
	['5 * 3 is 15, and a * b'],
	['snake_case, `__init__`, and ____ to fill in'],
	['from $5 to $6, or US$5 or A$6'],
	['at 10:30:45, 1:2:3, a:b:c'],
	['C:\\\\path, R&D, AT&T; Q&A'],
	['a (1), [sic], [1] b, [a] [b]'],
	['“*x*” ‘**y**’ (*z*), *a*b, **a**b**c**'],
	['1 < 2 > 0, 50 %, ~5, x = y == z, C++, a++'],
	['#1 and # 2, no. 3'],
	['– Yes, he said.\n– No.'],
	['|x| = 2, a | b'],
	['{one, two} and {1}'],
	['<https://example.org/a_b_/*c*>'],
	['\\*\\*a\\*\\*, \\_a\\_, \\~~b, \\[\\[c\\]\\], \\$d$, \\{.e}, \\:f:, \\==g==, \\^h^']
])('Taken as it is: %s', (markdown) => {
	expect(findFaults(markdown)).toEqual([]);
});

test('The right reading of a path with spaces', () => {
	const { images } = makeChapter('A map: ![A map](<images/the map.png>)', { images: IMAGES });
	expect(images).toEqual(['images/the map.png']);
});
