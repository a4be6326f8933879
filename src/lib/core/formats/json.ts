/** Parses JSON of files, of which anybody may have made anything, and writes JSON for files. */
import { compareTexts } from '../annotation/canonical-json';
import { FileError, type FileErrorDetails } from './file-error';
import { MAX_DEPTH, MAX_TEXT_LENGTH, MAX_VALUES } from './limits';

/** An object of a file, of which nothing is known yet. */
export type JsonObject = Record<string, unknown>;

/**
 * The data of a JSON text, in new objects: keys that would reach a prototype are left out, the last
 * of equal keys counts, and halves of surrogate pairs become U+FFFD.
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
		// A RangeError says that the text is too deep for the engine's own parser.
		if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
		throw new FileError('broken-json', '', positionOf(error));
	}
	return copyOf(parsed, [], MAX_DEPTH);
}

/** `value` as JSON; equal data give equal texts, with sorted keys and no halves of surrogate pairs. */
export function writeJson(value: unknown): string {
	return JSON.stringify(copyOf(value, [], Infinity));
}

/** Whether a value of JSON is an object: neither a list, nor `null`, nor a single value. */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `text` with U+FFFD for every half of a surrogate pair, which UTF-8 cannot have. */
export function wellFormed(text: string): string {
	return LONE.test(text) ? text.replaceAll(LONES, '\ufffd') : text;
}

/** The path to a key of an object or an entry of a list, `items[3].target`, from that to its parent. */
export function joinPath(parent: string, key: string | number): string {
	if (typeof key === 'number') return `${parent}[${key}]`;
	return parent === '' ? key : `${parent}.${key}`;
}

// In Unicode mode a whole pair is one character, so that only halves match.
const LONE = /[\ud800-\udfff]/u;
const LONES = /[\ud800-\udfff]/gu;

// JSON.parse makes them own keys, which are harmless; copied by `to[key] = value` they would not be.
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
	// One list that grows and shrinks, since to join texts would cost more than the copying itself.
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

/** An upper bound of the values in a JSON text: it counts what begins and separates them, within strings too. */
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
