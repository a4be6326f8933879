import type { ToWorker } from '../../lib/core/app/worker-messages';
import { packs } from '../this-build';
import { fetchPack, stopPack } from './keep-pack';
import { saveChoices } from './pack-cache';
import { packStatuses, tellStatus } from './pack-status';
import { removePack } from './remove-pack';

/** Does what a page asks for packs; nothing for any other message, and for works that are no packs. */
export async function answerPackMessage({ data, ports }: ExtendableMessageEvent): Promise<void> {
	if (typeof data !== 'object' || data === null) return;
	const message = data as ToWorker;
	if (message.type === 'PACKS') return ports[0]?.postMessage(await packStatuses());
	if (!('work' in message) || !Object.hasOwn(packs, message.work)) return;
	const { work } = message;
	switch (message.type) {
		case 'KEEP_PACK':
			await saveChoices({ [work]: 'keep' });
			await fetchPack(work);
			break;
		case 'PAUSE_PACK':
			await saveChoices({ [work]: 'paused' });
			await stopPack(work);
			break;
		case 'REMOVE_PACK':
			await removePack(work, message.reading);
	}
	await tellStatus(work);
}
