/** The first fault of each chapter in `fixtures/chapters`, with its line; `null` for the whole file. */
export const CHAPTERS_WITH_FAULTS: Readonly<Record<string, string>> = {
	'years.md': '4: “1984.” begins a list',
	'dashes.md': '4: the line of dashes below',
	'chinese.md': '4: “**” would be shown',
	'inline-note.md': '4: “^[” would be shown',
	'path-with-spaces.md': '4: “![A map](images/the map.png)” would',
	'formula.md': '4: “$x^2$” would be shown',
	'box.md': '4: “[!NOTE]” would',
	'definition.md': '5: “: what it is” would be no definition',
	'attributes.md': '4: “{.small}” would',
	'open-code.md': '4: the block of code',
	'wide-row.md': '6: a row has 2 cells',
	'deep.md': '4: this line is nested too deeply',
	'control.md': '4: has the character U+000C',
	'link-to-nowhere.md': '4: a link leads to ../no-work/',
	'link-that-runs.md': '4: a link cannot lead to “javascript:alert(1)”'
};
