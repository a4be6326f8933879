/** Large works, and how much of each is on this device. */
import type { PackStatus } from '$lib/core/app/packs';
import { packWorker, type PackWorker } from '$lib/offline/packs';
import type { Database } from '$lib/storage/database';
import type { AppParts } from './app';

/** Ms until the files that did not come are asked for again, while the pack is on the screen. */
const RETRY = 15_000;

export class Packs {
	#worker: () => PackWorker;
	#base: string;
	#statuses = $state.raw<ReadonlyMap<string, PackStatus>>(new Map());
	#retries = new Map<string, ReturnType<typeof setTimeout>>();
	#isListening = false;

	/** Tests give a worker of their own. */
	constructor(_: Database | null, { base }: Pick<AppParts, 'base'>, worker?: PackWorker) {
		this.#base = base;
		this.#worker = () => (worker ??= packWorker(this.#base));
	}

	/** Every pack of this site; none before it was asked for. */
	get all(): PackStatus[] {
		return [...this.#statuses.values()];
	}

	/** How far the pack of a work is; `null` when it is none, or that is not known. */
	of(work: string): PackStatus | null {
		return this.#statuses.get(work) ?? null;
	}

	/** Asks the worker, and hears of what changes from then on. */
	async load(): Promise<void> {
		if (!this.#isListening) this.#worker().subscribe((status) => this.#show(status));
		this.#isListening = true;
		const statuses = (await this.#worker().ask()) ?? [];
		for (const status of statuses) {
			this.#show(status);
			// The app was closed while it was fetched.
			if (status.state === 'waiting') this.#goOn(status.work);
		}
	}

	/** Keeps a pack offline, or goes on with it. */
	keep(work: string): void {
		this.#change(work, 'fetching');
		void this.#worker().send({ type: 'KEEP_PACK', work });
	}

	pause(work: string): void {
		this.#change(work, 'paused');
		void this.#worker().send({ type: 'PAUSE_PACK', work });
	}

	/**
	 * Deletes it from this device.
	 *
	 * @param reading the slug of the chapter that is being read, which stays
	 */
	remove(work: string, reading: string | null): void {
		this.#change(work, 'absent');
		void this.#worker().send({ type: 'REMOVE_PACK', work, reading });
	}

	/** Shows at once what was asked for: the worker says what became of it. */
	#change(work: string, state: PackStatus['state']): void {
		const status = this.of(work);
		if (status) this.#show({ ...status, state, full: false });
	}

	#show(status: PackStatus): void {
		const { work } = status;
		// What was still under way when the reader paused it says so no more.
		const isLate = status.state === 'fetching' && this.of(work)?.state === 'paused';
		if (isLate) status = { ...status, state: 'paused' };
		this.#statuses = new Map(this.#statuses).set(work, status);
		clearTimeout(this.#retries.get(work));
		if (status.state !== 'waiting') return;
		this.#retries.set(
			work,
			setTimeout(() => this.#goOn(work), RETRY)
		);
	}

	#goOn(work: string): void {
		void this.#worker().send({ type: 'KEEP_PACK', work });
	}
}
