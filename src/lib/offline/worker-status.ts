import { messageSW } from 'workbox-window/messageSW.js';
import type { ToWorker, WorkerStatus } from '$lib/core/app/worker-messages';

const TIMEOUT = 2000; // ms

/** What a worker says of its files; `null` when it does not answer in time: a kill switch does not. */
export function askForStatus(worker: ServiceWorker): Promise<WorkerStatus | null> {
	const message: ToWorker = { type: 'STATUS' };
	const timeout = new Promise<null>((resolve) => setTimeout(resolve, TIMEOUT, null));
	return Promise.race([messageSW(worker, message), timeout]);
}
