/** What keys are, on every layout, and whether somebody types. */

/** Signs of other writings on the keys that have ours in Latin ones. */
const SIGNS: Record<string, string> = { '؟': '?', '？': '?', '／': '/' };

/**
 * The letter or sign of a key: what it writes, in layouts with Latin letters, wherever it lies there
 * (Dvorak); in layouts without, what a key at its place writes in the English one. The name of a key
 * that writes nothing.
 */
export function letterOf({ key, code, shiftKey }: KeyboardEvent): string {
	if (key in SIGNS) return SIGNS[key];
	// Names (Enter, Dead), ASCII, and letters as é, whose layout has the Latin ones too.
	if ([...key].length > 1 || /^[\x20-\x7e]$/.test(key) || /\p{Script=Latin}/u.test(key)) {
		// Caps Lock makes no other key of it.
		return shiftKey || key.length > 1 ? key : key.toLowerCase();
	}
	if (code === 'Slash') return shiftKey ? '?' : '/';
	const letter = /^Key([A-Z])$/.exec(code)?.[1];
	return letter ? (shiftKey ? letter : letter.toLowerCase()) : key;
}

/** Whether it is the key that undoes with Ctrl or ⌘. */
export function isUndoKey(event: KeyboardEvent): boolean {
	return letterOf(event).toLowerCase() === 'z';
}

/** What one types in, or chooses in by letters. */
const FIELDS =
	'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="range"], [type="file"])';

/** Ms between two keys of one run of typing, at most. */
const RUN = 1000;

/** Tells what is typed from what is meant as a key, in a page that `watch` watches. */
export class Typing {
	/** Fields whose last letter the reader deleted: there, to undo is the browser's. */
	#emptied = new WeakSet<EventTarget>();
	/** When a letter was typed last, in ms of events. */
	#typedAt = -Infinity;

	/** Begins to watch what is typed; gives the function that ends it. */
	watch(): () => void {
		const stopped = new AbortController();
		const options = { signal: stopped.signal, capture: true };
		const typed = ({ target }: Event) => {
			const { value } = target as HTMLInputElement;
			if (value === '') this.#emptied.add(target!);
			else this.#emptied.delete(target!);
		};
		window.addEventListener('input', typed, options);
		window.addEventListener('pointerdown', () => (this.#typedAt = -Infinity), options);
		return () => stopped.abort();
	}

	/**
	 * Whether a key is typed: into a field, into letters that are being composed, or on after the field
	 * went from under the hands. To be asked of every key that is pressed.
	 */
	isTyped(event: KeyboardEvent): boolean {
		const { key, timeStamp } = event;
		const field = (event.target as Element).closest?.(FIELDS);
		// One that just went with its card has the focus until the next frame.
		const isInField = event.isComposing || (field?.checkVisibility() ?? false);
		const isLetter = [...key].length === 1 || key === 'Backspace' || key === 'Process';
		const isRun = isLetter && timeStamp - this.#typedAt < RUN;
		if (isLetter && (isInField || isRun)) this.#typedAt = timeStamp;
		else if (!event.isComposing && key !== 'Shift') this.#typedAt = -Infinity;
		return isInField || isRun;
	}

	/** Whether a key that undoes is the field's that has the focus: it has letters, or had some. */
	belongsToField({ target }: KeyboardEvent): boolean {
		const field = (target as Element).closest?.('textarea, input, [contenteditable]');
		if (!field?.matches(FIELDS) || !field.checkVisibility()) return false;
		const { value } = field as HTMLInputElement;
		return value !== '' || this.#emptied.has(field);
	}
}
