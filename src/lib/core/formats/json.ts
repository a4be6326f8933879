/** JSON from and for files: plain data of our own making, whatever was in the file. */
import { compareTexts } from '../annotation/canonical';
import { FileError, type FileErrorDetails } from './file-error';
import { MAX_DEPTH, MAX_TEXT_LENGTH, MAX_VALUES } from './limits';

/** A record of a file, of which nothing is known yet. */
export type JsonObject = Record<string, unknown>;

/**
 * The data that a JSON text holds, in fresh objects: keys that would reach a prototype are left
 * out, of a key that stands twice the last counts, halves of surrogate pairs become U+FFFD.
 *
 * @throws FileError when it is no JSON, breaks off, or goes beyond the limits
 */
export function parseJson(text: string): unknown {
	if (text.length > MAX_VALUES && countValues(text) > MAX_VALUES) {
		throw new FileError('too-many-values', '', { limit: MAX_VALUES });
	}
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch (error) {
		// RangeError: too deep for the engine's own parser.
		if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
		throw new FileError('broken-json', '', positionOf(error));
	}
	return copyOf(parsed, [], MAX_DEPTH);
}

/** JSON of `value` in which equal data are equal texts: keys sorted, no halves of surrogate pairs. */
export function writeJson(value: unknown): string {
	return JSON.stringify(copyOf(value, [], Infinity));
}

/** Whether a value is a record: neither a list nor nothing. */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text in which every half of a surrogate pair, which no UTF-8 has, is U+FFFD. */
export function wellFormed(text: string): string {
	return LONE.test(text) ? text.replaceAll(LONES, '\ufffd') : text;
}

/** The name of a key or the place of an entry, after the path to its parent. */
export function joinPath(parent: string, key: string | number): string {
	if (typeof key === 'number') return `${parent}[${key}]`;
	return parent === '' ? key : `${parent}.${key}`;
}

// Unicode mode takes whole pairs as one character, so only halves are left for this.
const LONE = /[\ud800-\udfff]/u;
const LONES = /[\ud800-\udfff]/gu;

// As own keys of what JSON.parse made they are harmless; copied with `to[key] = value` they are not.
const TO_PROTOTYPE = new Set(['__proto__', 'constructor', 'prototype']);

function copyOf(value: unknown, path: (string | number)[], deepest: number): unknown {
	if (typeof value === 'string') {
		if (value.length > MAX_TEXT_LENGTH && deepest !== Infinity) {
			throw new FileError('text-too-long', pathText(path));
		}
		return wellFormed(value);
	}
	if (typeof value !== 'object' || value === null) return value;
	if (path.length >= deepest) {
		throw new FileError('too-deep', pathText(path.slice(0, 6)), { limit: deepest });
	}
	// The path is one list that grows and shrinks: as texts it would cost more than the copying.
	const inside = (key: string | number, inner: unknown) => {
		path.push(key);
		const copy = copyOf(inner, path, deepest);
		path.pop();
		return copy;
	};
	if (Array.isArray(value)) return value.map((inner, index) => inside(index, inner));
	const copy: JsonObject = {};
	for (const key of Object.keys(value).sort(compareTexts)) {
		const inner = (value as JsonObject)[key];
		if (inner !== undefined && !TO_PROTOTYPE.has(key)) copy[wellFormed(key)] = inside(key, inner);
	}
	return copy;
}

/** At most how many values a JSON text holds: what begins or parts them, also within its texts. */
function countValues(text: string): number {
	let count = 1;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 0x2c || code === 0x5b || code === 0x7b) count += 1;
	}
	return count;
}

function pathText(path: readonly (string | number)[]): string {
	return path.reduce<string>(joinPath, '');
}

/** Where an engine found JSON broken; V8 names the character, Firefox the line, Safari neither. */
function positionOf({ message }: Error): FileErrorDetails {
	const character = /position (\d+)/.exec(message)?.[1];
	const line = /line (\d+)/.exec(message)?.[1];
	if (character !== undefined) return { character: Number(character) };
	return line === undefined ? {} : { line: Number(line) };
}
