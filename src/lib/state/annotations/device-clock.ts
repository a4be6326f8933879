/** The hybrid logical clock of this tab, by which what it writes is ordered among all devices. */
import type { Annotation, Clock } from '$lib/core/annotation/annotation';
import { compareClocks, receive, tick } from '$lib/core/annotation/clock';
import { latestClock } from '$lib/core/annotation/read-annotation';

export class DeviceClock {
	/** The latest reading that this tab took or saw. */
	#latest: Clock | null = null;
	#device: string;
	#now: () => number;

	/**
	 * @param device tells this tab from all others, on every device; without "-"
	 * @param now milliseconds since 1970
	 */
	constructor(device: string, now: () => number) {
		this.#device = device;
		this.#now = now;
	}

	/** A reading for what is written now: later than all that this tab took or saw. */
	tick(): Clock {
		this.#latest = tick(this.#latest, this.#now(), this.#device);
		return this.#latest;
	}

	/** Sets the clock after all that was written in `annotations`. */
	observe(annotations: readonly Annotation[]): void {
		let latest = this.#latest;
		for (const annotation of annotations) {
			const clock = latestClock(annotation);
			if (clock !== null && (latest === null || compareClocks(clock, latest) > 0)) latest = clock;
		}
		if (latest === null || latest === this.#latest) return;
		this.#latest = receive(this.#latest, latest, this.#now(), this.#device);
	}
}
