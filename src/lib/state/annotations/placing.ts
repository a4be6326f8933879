/** The page's side of placing.worker.ts. Pages load it on demand, when a text was corrected. */
import type { Place } from '$lib/core/annotation/annotation';
import { loadModule } from '$lib/core/app/missing-script';
import { startWorker } from '$lib/storage/start-worker';
import type { PlacingAnswer, PlacingRequest, PlacingTask } from './placing.worker';
import workerAddress from './placing.worker.ts?worker&url';

interface Waiting {
	task: PlacingTask;
	resolve: (places: Place[] | Promise<Place[]>) => void;
}

/** Finds annotations again in a worker; on the main thread where there is none. */
export class Placing {
	/** Kept once it was needed: it remembers how two editions belong together. */
	#worker: Worker | null = null;
	#lastId = 0;
	#waiting = new Map<number, Waiting>();

	/**
	 * Where targets stand in today's text, as `placeAll` answers. What is asked later may be answered
	 * sooner.
	 *
	 * @throws MissingScriptError
	 */
	async place(task: PlacingTask): Promise<Place[]> {
		const worker = (this.#worker ??= this.#start());
		if (!worker) return placeHere(task);
		const id = (this.#lastId += 1);
		return new Promise((resolve) => {
			this.#waiting.set(id, { task, resolve });
			worker.postMessage({ id, ...task } satisfies PlacingRequest);
		});
	}

	#start(): Worker | null {
		try {
			const worker = startWorker(workerAddress);
			worker.onmessage = ({ data: { id, places } }: MessageEvent<PlacingAnswer>) => {
				this.#waiting.get(id)?.resolve(places);
				this.#waiting.delete(id);
			};
			worker.onerror = (event) => {
				event.preventDefault(); // What is wrong with a text is thrown once more on this side.
				this.#giveUp();
			};
			return worker;
		} catch {
			return null; // This browser has no workers, or refuses this one.
		}
	}

	/** The script could not be fetched, or has failed: what is left is done here. */
	#giveUp(): void {
		this.#worker?.terminate();
		this.#worker = null;
		for (const { task, resolve } of this.#waiting.values()) resolve(placeHere(task));
		this.#waiting.clear();
	}
}

async function placeHere({ now, targets, snapshots }: PlacingTask): Promise<Place[]> {
	const { placeAll } = await loadModule(() => import('$lib/core/anchoring/place-all'));
	return placeAll(now, targets, snapshots);
}
