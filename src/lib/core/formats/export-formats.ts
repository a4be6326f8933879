/** The formats that annotations can be saved in: what they are called, and what for; `ending` of the file's name. */

export const EXPORT_FORMATS = [
	{
		id: 'markdown',
		name: 'Markdown',
		hint: 'for Obsidian and other notebooks',
		ending: '.md',
		type: 'text/markdown'
	},
	{
		id: 'packet',
		name: 'Study packet',
		hint: 'a page that anyone can read and print',
		ending: '.html',
		type: 'text/html'
	},
	{ id: 'text', name: 'Plain text', hint: 'to mail or paste', ending: '.txt', type: 'text/plain' },
	{
		id: 'json-ld',
		name: 'Web annotations',
		hint: 'JSON-LD of the W3C, all fields',
		ending: '.jsonld',
		type: 'application/ld+json'
	},
	{
		id: 'hypothesis',
		name: 'Hypothesis',
		hint: 'JSON that its client imports',
		ending: '-hypothesis.json',
		type: 'application/json'
	},
	{ id: 'readwise', name: 'Readwise', hint: 'CSV', ending: '-readwise.csv', type: 'text/csv' },
	{
		id: 'anki',
		name: 'Anki',
		hint: 'cards as a table with tabs',
		ending: '-anki.tsv',
		type: 'text/tab-separated-values'
	},
	{
		id: 'clippings',
		name: 'My Clippings',
		hint: 'as a Kindle writes it',
		ending: '-clippings.txt',
		type: 'text/plain'
	}
] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number]['id'];
