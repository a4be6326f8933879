/** The page's side of packs: works that the service worker keeps at the reader's word. */
import { messageSW } from 'workbox-window/messageSW.js';
import type { PackStatus } from '$lib/core/app/packs';
import type { FromWorker, ToWorker } from '$lib/core/app/worker-messages';

const TIMEOUT = 10_000; // ms; the worker counts its cache, and may have to start

/** What asks the worker of this site about its packs. */
export interface PackWorker {
	/** How far each pack is; `null` when there is no worker, or it does not answer. */
	ask(): Promise<PackStatus[] | null>;
	send(message: ToWorker): Promise<void>;
	/** Calls `listener` with each change; returns what ends that. */
	subscribe(listener: (status: PackStatus) => void): () => void;
}

/**
 * @param base the base path
 * @param container `undefined` where the browser has no service workers
 */
export function packWorker(
	base: string,
	container: ServiceWorkerContainer | undefined = navigator.serviceWorker
): PackWorker {
	const active = async () => (await container?.getRegistration(`${base}/`))?.active ?? null;
	return {
		async ask() {
			const worker = await active();
			if (!worker) return null;
			const timeout = new Promise<null>((resolve) => setTimeout(resolve, TIMEOUT, null));
			const message: ToWorker = { type: 'PACKS' };
			return Promise.race([messageSW(worker, message) as Promise<PackStatus[]>, timeout]);
		},
		async send(message) {
			(await active())?.postMessage(message);
		},
		subscribe(listener) {
			const receive = ({ data, source }: MessageEvent<FromWorker>) => {
				// Another Postil on this host has a worker too.
				const { scriptURL } = source as ServiceWorker;
				if (new URL(scriptURL).pathname !== `${base}/service-worker.js`) return;
				if (data.type === 'PACK') listener(data.status);
			};
			container?.addEventListener('message', receive);
			return () => container?.removeEventListener('message', receive);
		}
	};
}
