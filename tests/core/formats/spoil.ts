/** Spoils files: the ways in which they get damaged, and the ways in which somebody damages them. */
import type { Random } from '../anchoring/mutations/random';

type Spoil = (bytes: Uint8Array, random: Random) => Uint8Array;

const HOSTILE: unknown[] = [
	null,
	true,
	-1,
	1e308,
	2 ** 53,
	0.5,
	'',
	'x',
	'\ud83d',
	'\u0000',
	'<script>alert(1)</script>',
	'javascript:alert(1)',
	'__proto__',
	'constructor',
	'9999-12-31T23:59:59Z',
	'0000-00-00',
	'fffffffffffff-ffff-evil',
	'0000000000000-0000-a',
	'=cmd|calc',
	'a b\tc\nd',
	'x'.repeat(3000),
	[],
	{},
	[[[[[]]]]],
	[null],
	{ value: 1 },
	{ value: true, at: '001a20000000c-0000-a' },
	JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}')
];

const SNIPPETS = [
	'"',
	'{',
	'}',
	',',
	'\\',
	'\\u0000',
	'\\ud83d',
	'\u0000',
	'\ufeff',
	'NaN',
	'1e999',
	'-',
	'==========\n',
	'\r\n',
	'</script>',
	'<!--',
	'"__proto__":{"polluted":1},',
	'"id":"twice",',
	'[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[['
];

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function splice(bytes: Uint8Array, from: number, to: number, put: Uint8Array): Uint8Array {
	const spliced = new Uint8Array(from + put.length + bytes.length - to);
	spliced.set(bytes.subarray(0, from));
	spliced.set(put, from);
	spliced.set(bytes.subarray(to), from + put.length);
	return spliced;
}

const SPOILS: Spoil[] = [
	(bytes, { whole }) => bytes.slice(0, whole(0, bytes.length - 1)),
	(bytes, { whole }) => {
		const copy = bytes.slice();
		copy[whole(0, copy.length - 1)] = whole(0, 255);
		return copy;
	},
	(bytes, { whole }) => {
		const from = whole(0, bytes.length - 1);
		return splice(bytes, from, Math.min(bytes.length, from + whole(0, 59)), new Uint8Array());
	},
	(bytes, { whole }) => {
		const from = whole(0, bytes.length - 1);
		return splice(bytes, from, from, bytes.subarray(from, from + whole(0, 199)));
	},
	(bytes, { whole, pick }) => {
		const at = whole(0, bytes.length - 1);
		return splice(bytes, at, at, bytesOf(pick(SNIPPETS)));
	},
	(bytes, { whole }) => inUtf16(textOf(bytes), whole(0, 1) === 0, whole(0, 1) === 0),
	...Array<Spoil>(6).fill(spoilValue)
];

/** A file spoilt in one to three ways. */
export function spoil(bytes: Uint8Array, random: Random): Uint8Array {
	let spoilt = bytes;
	for (let times = 1 + random.whole(0, 2); times > 0 && spoilt.length > 0; times--) {
		spoilt = random.pick(SPOILS)(spoilt, random);
	}
	return spoilt;
}

function inUtf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
	const marked = mark ? `\ufeff${text}` : text;
	const view = new DataView(new ArrayBuffer(marked.length * 2));
	for (let i = 0; i < marked.length; i++) view.setUint16(i * 2, marked.charCodeAt(i), littleEndian);
	return new Uint8Array(view.buffer);
}

/** One value of a JSON file, somewhere in it, is another; or gone, or twice. Other files stay. */
function spoilValue(bytes: Uint8Array, { whole, pick }: Random): Uint8Array {
	let file: unknown;
	try {
		file = JSON.parse(textOf(bytes));
	} catch {
		return bytes; // No JSON, or spoilt before.
	}
	let parent: unknown = null;
	let key = '';
	for (let value = file; typeof value === 'object' && value !== null;) {
		const keys = Object.keys(value);
		if (keys.length === 0 || (parent !== null && whole(0, 4) === 0)) break;
		parent = value;
		key = pick(keys);
		value = (value as Record<string, unknown>)[key];
	}
	if (parent === null) return bytesOf(JSON.stringify(pick(HOSTILE)));
	const record = parent as Record<string, unknown>;
	const what = whole(0, 7);
	if (what === 0) delete record[key];
	else if (what === 1 && Array.isArray(parent)) parent.push(...parent);
	else Object.defineProperty(record, key, { value: pick(HOSTILE), enumerable: true });
	return bytesOf(JSON.stringify(file));
}
