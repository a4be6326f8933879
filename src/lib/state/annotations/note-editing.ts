/** Typing a note: shown at each letter, written a moment later, one version when it is over. */
import type { Clock, Register } from '$lib/core/annotation/annotation';
import { withNote } from '$lib/core/annotation/note-history';
import type { DeviceClock } from './device-clock';
import type { ShownAnnotations } from './shown-annotations';
import type { UndoStack } from './undo-stack.svelte';
import type { WriteQueue } from './write-queue.svelte';

/** One opening of a note's editor: all that it writes is one version, and one step to undo. */
export interface NoteEditing {
	/** Takes what stands in the editor; it is on the disk a moment later. */
	write(text: string): void;
	/** Ends this version, and writes it at once. */
	close(): void;
}

/** The parts of Annotations that typing needs. */
interface Parts {
	shown: ShownAnnotations;
	clock: DeviceClock;
	queue: WriteQueue;
	steps: UndoStack;
}

/** Opens the note of the annotation `id`. */
export function openNote({ shown, clock, queue, steps }: Parts, id: string): NoteEditing {
	const note = () => shown.index.get(id)?.fields.note;
	let before = note();
	let since: Clock | null = null;
	let written: Register<string> | undefined;

	/** Gives it another text in place of the one written here: what came from elsewhere is kept. */
	function rewrite(text: string) {
		const annotation = shown.index.get(id);
		if (!annotation) return;
		const at = clock.tickFor(annotation);
		const rewritten = [withNote(annotation, text, at, { base: written?.at, since: at })];
		shown.put(rewritten);
		queue.save(rewritten);
		written = note();
	}

	return {
		write(text) {
			const annotation = shown.index.get(id);
			if (!annotation || text === (note()?.value ?? '')) return;
			const at = clock.tickFor(annotation);
			// Until the first letter the editor shows whatever comes from elsewhere.
			if (since === null) before = note();
			since ??= at;
			const opening = { base: before?.at, since };
			const noted = withNote(annotation, text, at, opening);
			shown.put([noted]);
			queue.saveSoon(noted);
			written = note();
		},
		close() {
			// What was typed into what was just made is taken back with it; what is typed later is not.
			const ofMaking = steps.latest?.made === id;
			steps.endMaking(id);
			if (since === null) return;
			void queue.flush();
			const [was, is] = [before?.value ?? '', written?.value ?? ''];
			since = null;
			if (was === is || ofMaking) return;
			steps.push({ what: 'Note', undo: () => rewrite(was), redo: () => rewrite(is) });
		}
	};
}
