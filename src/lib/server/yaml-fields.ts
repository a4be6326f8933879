import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { ReportFault } from '$lib/content/publishing/faults';
import { nearestName } from '$lib/content/publishing/nearest-name';
import { checkCharacters } from '$lib/content/publishing/source-text';

/** The value of a key, as written, and its line in the file. */
export interface Field {
	value: string;
	line: number;
}

/** The keys a file may have, and whether each must be there. */
export type Keys<K extends string> = Record<K, 'required' | 'optional'>;

/** One line `key: value`; the value is `null` when it is a list or a mapping. */
interface Entry {
	key: string;
	value: string | null;
	line: number;
}

/**
 * The fields of a YAML mapping; each value is the text as written (`007` stays
 * `007`), trimmed. Reports what cannot be read, is no plain text, is not among
 * `keys`, or is missing. `firstLine` is the line of the file in which the YAML
 * begins.
 */
export function readFields<K extends string>(
	yaml: string,
	keys: Keys<K>,
	firstLine: number,
	report: ReportFault
): Partial<Record<K, Field>> {
	const fields: Partial<Record<K, Field>> = {};
	const entries = parseEntries(yaml, firstLine, report);
	if (entries === null) return fields; // what seems to be missing may only be unreadable
	const names = Object.keys(keys) as K[];
	const missing = new Set(names.filter((name) => keys[name] === 'required'));

	for (const { key, value, line } of entries) {
		const name = names.find((known) => known === key);
		const meant = name ?? nearestName(key, names);
		if (meant && value !== '') missing.delete(meant); // a misspelled key is one fault, not two
		if (!name) reportUnknown(key, meant, names, line, report);
		else if (value !== null) {
			fields[name] = { value, line };
			checkCharacters(value, report, line); // a text in quotes may spell them: "\0"
		} else report(line, `“${name}” is not a plain text`, `Write it on one line: \`${name}: …\`.`);
	}
	for (const name of missing)
		report(fields[name]?.line ?? null, `has no ${name}`, `Add a line \`${name}: …\`.`);
	return fields;
}

function parseEntries(yaml: string, firstLine: number, report: ReportFault): Entry[] | null {
	const lines = new LineCounter();
	const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
	// The failsafe schema leaves every value a string: a title may be 1984 or Yes.
	const { errors, contents } = parseDocument(yaml, {
		schema: 'failsafe',
		lineCounter: lines,
		prettyErrors: false
	});
	let reportedLine = 0;
	for (const { code, message, pos } of errors) {
		const line = lineAt(pos[0]);
		if (line !== reportedLine) report(line, `cannot be read as YAML: ${message}`, adviceFor(code));
		reportedLine = line; // one mistake often makes several errors
	}
	if (errors.length > 0) return null;
	if (contents === null) return [];
	if (!isMap(contents)) {
		report(firstLine, 'has no keys', 'Write lines of the form `title: The Exile`.');
		return null;
	}
	return contents.items.map(({ key, value }) => ({
		key: isScalar(key) ? String(key.value) : '',
		value: isScalar(value) ? String(value.value).trim() : null,
		line: isScalar(key) && key.range ? lineAt(key.range[0]) : firstLine
	}));
}

function reportUnknown(
	key: string,
	meant: string | null,
	known: readonly string[],
	line: number,
	report: ReportFault
): void {
	const advice = meant ? `Did you mean “${meant}”?` : `Known are: ${known.join(', ')}.`;
	report(line, `“${key}” is not a known key`, advice);
}

function adviceFor(code: string): string {
	if (code === 'BLOCK_AS_IMPLICIT_KEY')
		return 'When a value has a colon in it, put the whole value in quotes: title: "War: A Letter".';
	if (code === 'DUPLICATE_KEY') return 'Keep one of the two lines.';
	if (code === 'TAB_AS_INDENT') return 'Indent with spaces, not with a tab.';
	return 'Write one `key: value` a line; put the value in quotes when it has special characters.';
}
