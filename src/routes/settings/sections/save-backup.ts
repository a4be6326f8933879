/** What *Save a backup* does. */
import type { ExportContext } from '$lib/core/formats/export-context';
import type { Annotation } from '$lib/core/annotation/annotation';
import { datedFileName } from '$lib/core/formats/file-name';
import type { Backup, MadeBackup, OwnWorksInBackup } from '$lib/state/files/backup.svelte';
import type { FileSaving } from '$lib/ui/files/file-saving.svelte';

/**
 * Makes the file and hands it over; it counts as a backup once it has left.
 *
 * @param base the base path
 * @param shown as `Backup.make` takes it
 * @param readOwnWorks gives what `Backup.make` takes; that it fails is told as any other failure
 */
export async function saveBackup(
	backup: Backup,
	saving: FileSaving,
	{
		base,
		works,
		version,
		shown,
		readOwnWorks
	}: {
		base: string;
		shown?: readonly Annotation[];
		readOwnWorks: () => Promise<OwnWorksInBackup>;
	} & Pick<ExportContext, 'works' | 'version'>
): Promise<void> {
	let made: MadeBackup;
	const name = datedFileName(new Date());
	await saving.save(
		async () => {
			const site = `${location.origin}${base}/`;
			const context = { title: 'Postil backup', site, version };
			const ownWorks = await readOwnWorks();
			made = await backup.make(
				{ ...context, works: [...works, ...ownWorks.records] },
				shown,
				ownWorks
			);
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
