/** What *Save a backup* does. */
import type { About } from '$lib/core/about';
import { nameOfDay } from '$lib/core/file-name';
import type { Backup, MadeBackup } from '$lib/state/backup.svelte';
import type { FileSaving } from '$lib/ui/file-saving.svelte';

/**
 * Makes the file and hands it over; it counts as a backup once it has left.
 *
 * @param base the base path
 */
export async function saveBackup(
	backup: Backup,
	saving: FileSaving,
	{ base, works, version }: { base: string } & Pick<About, 'works' | 'version'>
): Promise<void> {
	let made: MadeBackup;
	const name = nameOfDay(new Date());
	await saving.save(
		async () => {
			const site = `${location.origin}${base}/`;
			made = await backup.make({ title: 'Postil backup', site, works, version });
			return {
				blob: made.blob,
				name: `${name}.annotation`,
				otherName: `${name}.json`,
				otherType: 'application/json'
			};
		},
		() => backup.keep(made)
	);
}
