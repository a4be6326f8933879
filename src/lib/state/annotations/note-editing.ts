/** Typing a note: shown at each letter, written a moment later, one version when it is over. */
import type { Clock, Register } from '$lib/core/annotation/annotation';
import { withNote } from '$lib/core/annotation/note-history';
import type { AnnotationSync } from './annotation-sync.svelte';
import type { UndoStack } from './undo-stack.svelte';

/** One opening of a note's editor: all that it writes is one version, and one step to undo. */
export interface NoteEditing {
	/** Takes what stands in the editor; it is on the disk a moment later. */
	write(text: string): void;
	/** Ends this version, and writes it at once. */
	close(): void;
}

/** Opens the note of the annotation `id`. */
export function openNote(
	{ sync, steps }: { sync: AnnotationSync; steps: UndoStack },
	id: string
): NoteEditing {
	const note = () => sync.collection.get(id)?.fields.note;
	let before = note();
	let since: Clock | null = null;
	let written: Register<string> | undefined;

	/** Gives it another text in place of the one written here: what came from elsewhere is kept. */
	function rewrite(text: string) {
		const annotation = sync.collection.get(id);
		if (!annotation) return;
		const at = sync.tick();
		sync.change([withNote(annotation, text, at, { base: written?.at, since: at })]);
		written = note();
	}

	return {
		write(text) {
			const annotation = sync.collection.get(id);
			if (!annotation || text === (note()?.value ?? '')) return;
			const at = sync.tick();
			// Until the first letter the editor shows whatever comes from elsewhere.
			if (since === null) before = note();
			since ??= at;
			const opening = { base: before?.at, since };
			sync.type(withNote(annotation, text, at, opening));
			written = note();
		},
		close() {
			// What was typed into what was just made is taken back with it; what is typed later is not.
			const ofMaking = steps.latest?.made === id;
			steps.settle(id);
			if (since === null) return;
			void sync.queue.flush();
			const [was, is] = [before?.value ?? '', written?.value ?? ''];
			since = null;
			if (was === is || ofMaking) return;
			steps.push({ what: 'Note', undo: () => rewrite(was), redo: () => rewrite(is) });
		}
	};
}
