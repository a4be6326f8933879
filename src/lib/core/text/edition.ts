/**
 * SHA-256 (FIPS 180-4) of a text, at once: what the browser offers answers later, and not at
 * all on plain http. Names editions (text.ts) and what other apps made (foreign-mark.ts).
 */

// Not of the DOM, and in every engine, worker and Node; core's own tsconfig has no types for it.
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** 64 hex digits, of the UTF-8 of `text`. A half of a surrogate pair counts as U+FFFD. */
export function sha256(text: string): string {
	const message = padded(new TextEncoder().encode(text));
	const hash = Uint32Array.from(START);
	const words = new Uint32Array(64);
	for (let at = 0; at < message.length; at += 16) {
		words.set(message.subarray(at, at + 16));
		compress(hash, words);
	}
	return Array.from(hash, (word) => word.toString(16).padStart(8, '0')).join('');
}

/** The name of an edition: what stands in `data-edition` of a chapter with this text. */
export function editionOf(text: string): string {
	return sha256(text).slice(0, 32);
}

/** The message as words of 32 bits, most significant byte first, with its end and its length. */
function padded(bytes: Uint8Array): Uint32Array {
	const words = new Uint32Array(((bytes.length + 8) >> 6) * 16 + 16);
	for (let i = 0; i < bytes.length; i++) words[i >> 2] |= bytes[i] << (24 - (i % 4) * 8);
	words[bytes.length >> 2] |= 0x80 << (24 - (bytes.length % 4) * 8);
	words[words.length - 2] = Math.floor(bytes.length / 2 ** 29);
	words[words.length - 1] = bytes.length << 3;
	return words;
}

function compress(hash: Uint32Array, words: Uint32Array): void {
	for (let i = 16; i < 64; i++) {
		const a = words[i - 15];
		const b = words[i - 2];
		const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
		const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
		words[i] = words[i - 16] + s0 + words[i - 7] + s1;
	}
	let [a, b, c, d, e, f, g, h] = hash;
	for (let i = 0; i < 64; i++) {
		const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
		const one = (h + s1 + ((e & f) ^ (~e & g)) + ROUNDS[i] + words[i]) | 0;
		const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
		const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
		[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
	}
	[a, b, c, d, e, f, g, h].forEach((word, i) => (hash[i] += word));
}

function turn(word: number, by: number): number {
	return (word >>> by) | (word << (32 - by));
}

/** The first bits of the fractional parts of roots of the first primes, as the standard has them. */
function rootBits(count: number, root: (prime: number) => number): number[] {
	const primes: number[] = [];
	for (let n = 2; primes.length < count; n++) {
		if (primes.every((prime) => n % prime !== 0)) primes.push(n);
	}
	return primes.map((prime) => Math.floor((root(prime) % 1) * 2 ** 32));
}

const START = rootBits(8, Math.sqrt);
const ROUNDS = Uint32Array.from(rootBits(64, Math.cbrt));
