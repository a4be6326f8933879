/** What *Save a backup* does. */
import type { ExportContext } from '$lib/core/formats/export-context';
import type { Annotation } from '$lib/core/annotation/annotation';
import { datedFileName } from '$lib/core/formats/file-name';
import type { Backup, MadeBackup } from '$lib/state/files/backup.svelte';
import type { FileSaving } from '$lib/ui/files/file-saving.svelte';

/**
 * Makes the file and hands it over; it counts as a backup once it has left.
 *
 * @param base the base path
 * @param shown as `Backup.make` takes it
 */
export async function saveBackup(
	backup: Backup,
	saving: FileSaving,
	{
		base,
		works,
		version,
		shown
	}: { base: string; shown?: readonly Annotation[] } & Pick<ExportContext, 'works' | 'version'>
): Promise<void> {
	let made: MadeBackup;
	const name = datedFileName(new Date());
	await saving.save(
		async () => {
			const site = `${location.origin}${base}/`;
			made = await backup.make({ title: 'Postil backup', site, works, version }, shown);
			return {
				blob: made.blob,
				name: `${name}.annotation`,
				otherName: `${name}.json`,
				otherType: 'application/json'
			};
		},
		() => backup.markSaved(made)
	);
}
