import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes';
import type { ReportFault } from './faults';

// Every browser, worker and Node version has it, but the types of ECMAScript alone do not.
declare const TextDecoder: new (
	encoding: string,
	options: { fatal: boolean }
) => { decode(bytes: Uint8Array): string };

const SVG = 'http://www.w3.org/2000/svg';
const XHTML = 'http://www.w3.org/1999/xhtml';

/** Elements of SVG that run script. */
const ACTIVE = ['script', 'handler', 'listener'];

/** Elements of HTML that drawing programs put labels into; any other may load or run something. */
const LABELS = 'a b body br code div em font i li ol p pre s small span strong sub sup u ul'.split(
	' '
);

/** Elements whose picture may stand in the address itself. */
const PICTURES = ['image', 'feImage'];

/** Addresses that run script, as a whole value or as one of those of an animation. */
const SCRIPT_ADDRESS = /(^|;)((java|vb)script:|data:(text|application|image\/svg))/i;

/** In style: what is loaded from elsewhere. `#…` is in the same file, `data:` within it. */
const REMOTE_STYLE = /@import|url\((?![\s'"]*(#|data:))/i;

const ADVICE = 'Save it from the drawing program as plain SVG, or as PNG.';

/**
 * Reports what a picture in SVG holds that a browser would run, or ask another site for, when the picture
 * is opened by itself: it stands at an address of the site then, and has its rights. A file that is no
 * XML, or in another encoding than UTF-8, is reported too: nobody can tell what a browser finds in it.
 *
 * @see https://www.w3.org/TR/SVG2/conform.html#secure-static-mode
 */
export function checkSvg(file: Uint8Array, report: ReportFault): void {
	const source = decode(file);
	if (source === null) return report(null, 'is not in UTF-8', ADVICE);
	const parser = new SaxesParser({ xmlns: true });
	const reported = new Set<string>();
	const note = (message: string) => {
		if (!reported.has(message)) report(parser.line, message, ADVICE);
		reported.add(message);
	};
	let depth = 0;
	let style = '';
	parser.on('xmldecl', ({ encoding = 'UTF-8' }) => {
		if (!/^(utf-?8|us-ascii)$/i.test(encoding)) note(`is in ${encoding}, not in UTF-8`);
	});
	parser.on('doctype', (text) => {
		if (text.includes('[')) note('has a <!DOCTYPE … [ that declares entities or attributes');
	});
	parser.on('processinginstruction', ({ target }) => {
		if (/^xml-stylesheet$/i.test(target)) note(`has a style sheet in <?${target} … ?>`);
	});
	parser.on('opentag', (tag) => {
		if (++depth > DEEPEST) note(`is nested more than ${DEEPEST} elements deep`);
		if (depth > DEEPEST) throw STOP;
		if (depth === 1 && !(tag.local === 'svg' && tag.uri === SVG))
			note(`begins with <${tag.name}>, not with <svg xmlns="${SVG}">`);
		faultsOf(tag).forEach(note);
		style = '';
	});
	parser.on('text', (text) => (style += text));
	parser.on('cdata', (text) => (style += text));
	parser.on('closetag', ({ local, name }) => {
		depth--;
		if (local === 'style' && REMOTE_STYLE.test(style)) note(`<${name}> loads from elsewhere`);
	});
	parser.on('error', ({ message }) => {
		// What follows the first one, or an entity that was declared there, is its consequence.
		if (reported.size === 0) note(`cannot be read as XML: ${message.replace(/^[\d:]+ |\.$/g, '')}`);
		throw STOP;
	});
	try {
		parser.write(source).close();
	} catch (error) {
		if (error !== STOP) throw error;
	}
}

/** Whether a picture in SVG holds nothing that `checkSvg` would report. */
export function isPassiveSvg(file: Uint8Array): boolean {
	let isPassive = true;
	checkSvg(file, () => (isPassive = false));
	return isPassive;
}

// Elements within each other; of drawings ten. Each is looked up through all around it.
const DEEPEST = 200;

/** Thrown to end the reading: one reason to refuse a picture is enough. */
const STOP = new Error('Not read further');

function decode(file: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(file);
	} catch (error) {
		if (error instanceof TypeError) return null; // what `fatal` throws
		throw error;
	}
}

/** What of an element is active, in the words of a fault. */
function faultsOf({ name, local, uri, attributes }: SaxesTagNS): string[] {
	const isActive = uri === XHTML ? !LABELS.includes(local) : ACTIVE.includes(local);
	if (isActive) return [`has a <${name}>, which could run or load something`];
	return Object.values(attributes)
		.filter((attribute) => isActiveAttribute(local, attribute))
		.map((attribute) => `<${name}> has ${attribute.name}="${attribute.value.slice(0, EXCERPT)}"`);
}

const EXCERPT = 40; // UTF-16 units of a value that are shown

function isActiveAttribute(element: string, { local, prefix, value }: SaxesAttributeNS): boolean {
	if (prefix === 'xmlns' || local === 'xmlns') return false;
	// A browser passes over spaces and control characters in the name of a scheme.
	const address = value.replace(/[\s\p{Cc}]/gu, '');
	if (/^on/i.test(local)) return true;
	if (/^(from|to|by|values)$/.test(local)) return SCRIPT_ADDRESS.test(address);
	if (local !== 'href' && local !== 'src') return REMOTE_STYLE.test(value);
	if (address === '' || address.startsWith('#')) return false;
	if (element === 'a') return SCRIPT_ADDRESS.test(address);
	return !(PICTURES.includes(element) && /^data:image\/(png|jpe?g|gif|webp)[;,]/i.test(address));
}
