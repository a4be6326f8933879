/** Which elements of HTML enter the tree, and as what. All others vanish, and their text stays. */
import type { Loss } from '../report';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that part the text around them. */
export const BLOCKS = set(
	'p h1 h2 h3 h4 h5 h6 hgroup blockquote ul ol menu dir li dl dt dd pre hr table caption thead tbody tfoot ' +
		'tr td th figure figcaption div section article main header footer nav aside details summary address ' +
		'center fieldset legend form body html #root'
);

/** Elements that go with all that they hold, and what a report calls them; `null` for what shows nothing. */
const LEFT_OUT: Readonly<Record<string, Loss | null>> = {
	script: 'script',
	iframe: 'script',
	object: 'script',
	embed: 'script',
	applet: 'script',
	frame: 'script',
	frameset: 'script',
	audio: 'media',
	video: 'media',
	canvas: 'drawing',
	button: 'form',
	input: 'form',
	select: 'form',
	option: 'form',
	textarea: 'form',
	noscript: null,
	style: null,
	head: null,
	title: null,
	template: null,
	link: null,
	meta: null,
	base: null,
	param: null,
	source: null,
	track: null,
	dialog: null,
	rp: null
};

/** Whether an element, by its name in lowercase, is left out with all that it holds. */
export function isLeftOut(name: string): boolean {
	return Object.hasOwn(LEFT_OUT, name);
}

/** What a report says of an element that is left out; `null` for what shows nothing. */
export function lossOf(name: string): Loss | null {
	return LEFT_OUT[name];
}
