/**
 * Counts how long a reader reads: the time between two things they do, unless they did nothing for long. It sets no
 * timer, and writes only when they do something, once there is enough to write, or leave.
 */
import { dayOf, timeBetween } from '$lib/core/reading/reading-days';
import type { Database } from '$lib/storage/database';
import { saveReadingTime } from '$lib/storage/reading/reading-days';

/** Ms that are worth a write: a page that is left by a link may lose as much, since it has no time to read first. */
const WORTH = 20_000;
/** Ms between two things that are looked at: a scroll tells of itself on each frame. */
const CLOSE = 2000;

export class ReadingClock {
	#database: Database;
	#isOn: () => boolean;
	/** When the reader did something last, in ms since 1970. */
	#before: number | null = null;
	/** Ms that are counted and not written. */
	#counted = 0;

	/** @param isOn whether the reader wants it counted */
	constructor(database: Database, isOn: () => boolean) {
		this.#database = database;
		this.#isOn = isOn;
	}

	/** The reader does something, `now` in ms since 1970. */
	tick(now: number): void {
		if (this.#before !== null && now - this.#before < CLOSE && now >= this.#before) return;
		this.#counted += timeBetween(this.#before, now);
		this.#before = now;
		if (this.#counted >= WORTH) void this.#write(now);
	}

	/** The reader leaves, or comes back: what lies between is not reading. */
	leave(now: number): Promise<void> {
		this.tick(now);
		this.#before = null;
		return this.#write(now);
	}

	async #write(now: number): Promise<void> {
		const seconds = Math.floor(this.#counted / 1000);
		this.#counted -= seconds * 1000;
		if (seconds === 0 || !this.#isOn()) return;
		try {
			await saveReadingTime(this.#database, dayOf(new Date(now)), seconds);
		} catch {
			this.#counted += seconds * 1000; // with the next, if there is one: nobody is told of seconds
		}
	}
}
