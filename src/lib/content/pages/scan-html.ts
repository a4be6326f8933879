/** Reads HTML as our own build writes it, several times as fast as a parser of all HTML does. */

/** What is told of the elements and texts, as htmlparser2 tells it. */
export interface HtmlHandler {
	onopentag(name: string, attributes: Record<string, string>): void;
	ontext(text: string): void;
	onclosetag(): void;
}

/** A tag with attributes in double quotes, or without values. */
const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<]*")?)*)>/y;
const ATTRIBUTE = / ([a-z-]+)(?:="([^"]*)")?/g;
const ENTITY = /&(?:#x([0-9a-f]{1,6})|(amp|lt|gt|quot));/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const COMMENT = ['<!--', '-->'];
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr', 'input']);
/** Elements that stand within lines, and may be in any other. */
const INLINE: ReadonlySet<string> = new Set(
	'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
		' '
	)
);
/** Elements that end no other one when they begin, but for those that `isNested` knows. */
const BLOCKS: ReadonlySet<string> = new Set(
	'article blockquote div figcaption figure h2 h3 h4 h5 h6 hr input li ol p pre section table tbody td th thead tr ul'.split(
		' '
	)
);
/** Elements that may be left open, and which of these may stand in each. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
	li: [],
	td: [],
	th: [],
	tr: ['td', 'th'],
	thead: ['tr'],
	tbody: ['tr']
};

/**
 * Reads `html`, and tells `handler` of it; `false` when it is not as our build writes it, and what was
 * told means nothing.
 */
export function scanHtml(html: string, handler: HtmlHandler): boolean {
	const open: string[] = [];
	for (let at = 0; at < html.length;) {
		const next = html.indexOf('<', at);
		const text = html.slice(at, next < 0 ? html.length : next);
		if (text !== '') {
			const decoded = decode(text);
			if (decoded === null) return false;
			handler.ontext(decoded);
		}
		if (next < 0) break;
		if (html.startsWith(COMMENT[0], next)) {
			at = html.indexOf(COMMENT[1], next) + COMMENT[1].length;
			// `<!-->` is a comment, too, and others end in other ways.
			if (at < next + 7) return false;
			continue;
		}
		TAG.lastIndex = next;
		const tag = TAG.exec(html);
		if (!tag) return false;
		const [whole, slash, name, attributes] = tag;
		at = next + whole.length;
		if (slash) {
			if (attributes !== '' || open.pop() !== name) return false;
			handler.onclosetag();
			continue;
		}
		if (!isNested(name, open.at(-1))) return false;
		const read = attributes === '' ? {} : readAttributes(attributes);
		if (!read) return false;
		handler.onopentag(name, read);
		if (VOID.has(name)) handler.onclosetag();
		else open.push(name);
	}
	return open.length === 0;
}

/** Whether an element begins within `parent`, and not, as a parser takes it, behind it; `false` for others than ours. */
function isNested(name: string, parent: string | undefined): boolean {
	if (INLINE.has(name)) return true;
	if (!BLOCKS.has(name) || parent === 'p') return false;
	if (parent === undefined || !(name in PARTS) || !(parent in PARTS)) return true;
	return PARTS[parent].includes(name);
}

function readAttributes(text: string): Record<string, string> | null {
	const read: Record<string, string> = {};
	for (const [, name, value = ''] of text.matchAll(ATTRIBUTE)) {
		const decoded = decode(value);
		if (decoded === null || name in read) return null;
		read[name] = decoded;
	}
	return read;
}

/** A text without entities; `null` when it has others than our build writes. */
function decode(text: string): string | null {
	if (!text.includes('&')) return text;
	let isKnown = true;
	const decoded = text.replace(ENTITY, (entity, hex: string | undefined, name: string) => {
		if (hex === undefined) return NAMED[name] ?? ((isKnown = false), entity);
		const code = Number.parseInt(hex, 16);
		// What stands for no character, or by old pages for another one, is left to the parser.
		isKnown &&=
			code >= 0xa0
				? code < 0xd800 || (code > 0xdfff && code <= 0x10ffff)
				: code >= 0x20 && code < 0x7f;
		return isKnown ? String.fromCodePoint(code) : entity;
	});
	const left = text.replace(ENTITY, '');
	return isKnown && !left.includes('&') ? decoded : null;
}
