import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { ReceivedFile } from '$lib/offline/shared-file';
import ChooseFile from '../../../../src/routes/settings/import/ChooseFile.svelte';

test('Of several files that are dropped none is passed over', async () => {
	const came: string[][] = [];
	const onfiles = (files: readonly ReceivedFile[]) => void came.push(files.map(({ name }) => name));
	await render(ChooseFile, { props: { onfiles } });
	const dataTransfer = new DataTransfer();
	for (const name of ['a.epub', 'b.txt']) dataTransfer.items.add(new File(['words'], name));
	window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
	expect(came).toEqual([['a.epub', 'b.txt']]);
});
