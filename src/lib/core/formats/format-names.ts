/**
 * The formats of files: their ids, how each is called on the screen, and how its files are named.
 * Data alone, so that a page can show it without the code that reads and writes; that is in formats.ts.
 */

interface FormatNames {
	/** What a file that is imported is said to be: "a study packet". Every format that is read has one. */
	imported?: string;
	/** As the page of imports lists it; backups and study packets are named there by themselves. */
	accepted?: string;
	/** A file of it may be a text that somebody wants to read, by mistake or as it is. */
	mayBeRead?: true;
	/** How *Export* offers a format, and what for. */
	exported?: { name: string; hint: string };
	/** Of every format that is written: how the name of its file ends, and its media type. */
	file?: { ending: string; type: string };
}

/** By id, in the order in which *Export* offers them and *Import* lists them. Ids of formats that are read stand in stored records. */
export const FORMAT_NAMES = {
	markdown: {
		exported: { name: 'Markdown', hint: 'for Obsidian and other notebooks' },
		file: { ending: '.md', type: 'text/markdown' }
	},
	'study-packet': {
		imported: 'a study packet',
		mayBeRead: true,
		exported: { name: 'Study packet', hint: 'a page that anyone can read and print' },
		file: { ending: '.html', type: 'text/html' }
	},
	'plain-text': {
		exported: { name: 'Plain text', hint: 'to mail or paste' },
		file: { ending: '.txt', type: 'text/plain' }
	},
	// Web annotations that Postil wrote, with its own data in them.
	postil: {
		imported: 'marks saved by Postil',
		exported: { name: 'Web annotations', hint: 'JSON-LD of the W3C, all fields' },
		file: { ending: '.jsonld', type: 'application/ld+json' }
	},
	rescue: {
		imported: 'what the rescue page of Postil saved',
		accepted: 'what its rescue page saved'
	},
	'web-annotation': {
		imported: 'web annotations',
		accepted: 'web annotations (JSON-LD, .annotation)'
	},
	hypothesis: {
		imported: 'annotations of Hypothesis',
		accepted: 'Hypothesis JSON',
		exported: { name: 'Hypothesis', hint: 'JSON that its client imports' },
		file: { ending: '-hypothesis.json', type: 'application/json' }
	},
	readwise: {
		imported: 'highlights of Readwise',
		mayBeRead: true,
		accepted: 'Readwise CSV',
		exported: { name: 'Readwise', hint: 'CSV' },
		file: { ending: '-readwise.csv', type: 'text/csv' }
	},
	anki: {
		exported: { name: 'Anki', hint: 'cards as a table with tabs' },
		file: { ending: '-anki.tsv', type: 'text/tab-separated-values' }
	},
	kindle: {
		imported: 'clippings of a Kindle',
		mayBeRead: true,
		accepted: 'My Clippings of a Kindle',
		exported: { name: 'My Clippings', hint: 'as a Kindle writes it' },
		file: { ending: '-clippings.txt', type: 'text/plain' }
	},
	// Not among the exports: Settings saves it.
	backup: {
		imported: 'a backup of Postil',
		file: { ending: '.annotation', type: 'application/rd-annotations+json' }
	}
} as const satisfies Record<string, FormatNames>;

export type FormatId = keyof typeof FORMAT_NAMES;

type IdsWith<Key extends keyof FormatNames> = {
	[Id in FormatId]: (typeof FORMAT_NAMES)[Id] extends Record<Key, unknown> ? Id : never;
}[FormatId];

export type ReadableFormat = IdsWith<'imported'>;
export type WritableFormat = IdsWith<'file'>;
export type ExportFormat = IdsWith<'exported'>;

/** Whether a file of a format may be a text to read as well as marks to import. */
export function mayBeRead(id: FormatId): boolean {
	return 'mayBeRead' in FORMAT_NAMES[id];
}

/** The formats that *Export* offers, in their order. */
export const EXPORT_FORMATS = (Object.keys(FORMAT_NAMES) as FormatId[])
	.filter((id): id is ExportFormat => 'exported' in FORMAT_NAMES[id])
	.map((id) => ({ id, ...FORMAT_NAMES[id].exported, ...FORMAT_NAMES[id].file }));

/** What can be imported beside backups and study packets, as parts of a sentence. */
export const ACCEPTED_FILES: readonly string[] = Object.values<FormatNames>(FORMAT_NAMES)
	.map(({ accepted }) => accepted)
	.filter((accepted) => accepted !== undefined);
