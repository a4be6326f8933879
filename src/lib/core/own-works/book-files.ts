/** Files that can be opened as a book or a text, by their media types: how their names end. */
export const BOOK_FILES: Readonly<Record<string, readonly string[]>> = {
	'application/epub+zip': ['.epub'],
	'application/x-fictionbook+xml': ['.fb2'],
	'application/xhtml+xml': ['.xhtml'],
	'text/html': ['.html', '.htm'],
	'text/markdown': ['.md', '.markdown'],
	'text/plain': ['.txt']
};
