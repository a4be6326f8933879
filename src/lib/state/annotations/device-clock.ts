/** The hybrid logical clock of this tab, by which what it writes is ordered among all devices. */
import type { Annotation, Clock } from '$lib/core/annotation/annotation';
import { isFarAhead, receive, tick } from '$lib/core/annotation/clock';
import { clockForEdit, latestClock } from '$lib/core/annotation/latest-clock';

export class DeviceClock {
	/** The latest stamp that this tab took, or saw of another one. */
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

	/** A stamp for what is written now: later than all that this tab took or saw. */
	tick(): Clock {
		const now = this.#now();
		// The wall clock was far ahead while this page was open, and is right again.
		if (this.#latest !== null && isFarAhead(this.#latest, now)) this.#latest = null;
		this.#latest = tick(this.#latest, now, this.#device);
		return this.#latest;
	}

	/** A stamp for an edit of `annotation` that is made now. */
	tickFor(annotation: Annotation): Clock {
		return clockForEdit(annotation, this.tick());
	}

	/** Sets the clock after what was written in `annotations`, unless that was far ahead of time. */
	observe(annotations: readonly Annotation[]): void {
		const now = this.#now();
		for (const annotation of annotations) {
			const clock = latestClock(annotation);
			if (clock !== null) this.#latest = receive(this.#latest, clock, now);
		}
	}
}
