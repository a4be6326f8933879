/** Gives the file of a work back, under the name that it came with. */
import type { OwnWork } from '$lib/core/own-works/own-work';
import type { OwnWorks } from '$lib/state/own-works/own-works.svelte';
import type { FileSaving } from '$lib/ui/files/file-saving.svelte';

/** Saves the file to the device; `saving` says what came of it, also when it cannot be read. */
export async function saveBookFile(
	ownWorks: OwnWorks,
	{ slug, fileName }: OwnWork,
	saving: FileSaving
): Promise<void> {
	await saving.save(
		async () => ({ blob: await ownWorks.readBookFile(slug), name: fileName }),
		() => {}
	);
}
