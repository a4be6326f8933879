/** Typing a note: shown at each letter, written a moment later, one version when it is over. */
import type { Clock } from '$lib/core/annotation';
import { withNote } from '$lib/core/note-history';
import type { Keeping } from './keeping.svelte';
import type { UndoStack } from './undo.svelte';

/** One opening of a note's editor: all that it writes is one version, and one step to undo. */
export interface NoteEditing {
	/** Takes what stands in the editor; it is on the disk a moment later. */
	write(text: string): void;
	/** Ends this version, and writes it at once. */
	close(): void;
}

/** Opens the note of the annotation `id`. `rewrite` gives it another text, later, for undo and redo. */
export function openNote(
	{ keeping, steps }: { keeping: Keeping; steps: UndoStack },
	id: string,
	rewrite: (text: string) => void
): NoteEditing {
	const note = () => keeping.collection.get(id)?.fields.note;
	let before = note();
	let since: Clock | null = null;
	return {
		write(text) {
			const annotation = keeping.collection.get(id);
			if (!annotation || text === (note()?.value ?? '')) return;
			const at = keeping.tick();
			since ??= at;
			keeping.type(withNote(annotation, text, at, { base: before?.at, since }));
		},
		close() {
			if (since === null) return;
			void keeping.saving.flush();
			const [was, is] = [before?.value ?? '', note()?.value ?? ''];
			before = note();
			since = null;
			// What was typed into what was just made is taken back with it.
			if (was === is || steps.latest?.made === id) return;
			steps.push({ what: 'Note', undo: () => rewrite(was), redo: () => rewrite(is) });
		}
	};
}
