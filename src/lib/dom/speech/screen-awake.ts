/** Keeps the screen on, and with it the voice: most phones fall silent when they lock. */

export class ScreenAwake {
	#isWanted = false;
	#lock: WakeLockSentinel | null = null;

	/** Keeps it on until `release`, as far as the browser does that at all. */
	hold(): void {
		if (this.#isWanted) return;
		this.#isWanted = true;
		document.addEventListener('visibilitychange', this.#ask);
		this.#ask();
	}

	release(): void {
		this.#isWanted = false;
		document.removeEventListener('visibilitychange', this.#ask);
		void this.#lock?.release();
		this.#lock = null;
	}

	/** The system takes it away whenever the page is hidden. */
	#ask = (): void => void this.#request();

	async #request(): Promise<void> {
		if (document.hidden || !('wakeLock' in navigator)) return;
		try {
			const lock = await navigator.wakeLock.request('screen');
			// It may be wanted no more, or have been asked for twice.
			if (this.#isWanted && (this.#lock?.released ?? true)) this.#lock = lock;
			else void lock.release();
		} catch {
			// The battery is low, or the browser does not want to: the screen goes off as always.
		}
	}
}
