/** What a reload would take away: a sheet or card, a field one types in, or a part that says so itself. */
const IN_PROGRESS = [
	'dialog[open]',
	'textarea:focus',
	'input:focus:not([type="checkbox"], [type="radio"], [type="range"])',
	'[data-in-progress]'
].join();

/** Whether the reader is in the middle of something that a reload would take away. */
export function isReaderBusy(): boolean {
	return getSelection()?.isCollapsed === false || document.querySelector(IN_PROGRESS) !== null;
}
