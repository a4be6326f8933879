/**
 * Drives the speech engine of the device, one utterance at a time, and says what became of each, also where
 * the engine does not. It never uses `pause()`, which on Android is `cancel()`, and no `boundary` events,
 * which Chrome for Android does not send (https://crbug.com/40715888).
 */
import { longestTime } from '$lib/core/listening/speech-limits';

/** What became of an utterance. */
export type Spoken =
	/** All of it was spoken. */
	| 'spoken'
	/** We ended it. */
	| 'stopped'
	/** Something else ended it: another tab, or the system. */
	| 'interrupted'
	/** The browser wants a tap first. */
	| 'refused'
	/** It fell silent while the page was hidden, as with a locked screen. */
	| 'hidden'
	/** The voice needs a network. */
	| 'offline'
	/** The engine failed, or never began. */
	| 'failed';

export interface Utterance {
	words: string;
	/** BCP 47. */
	language: string;
	/** `null`: the one that the device takes for the language. */
	voice: SpeechSynthesisVoice | null;
	rate: number;
}

/** As much of `speechSynthesis` as is used. */
export type SpeechEngine = Pick<SpeechSynthesis, 'speak' | 'cancel' | 'speaking' | 'pending'>;

/** Ms between a `cancel()` and the next `speak()`: Firefox and Android drop one that comes at once. */
const AFTER_CANCEL = 80;
/** Ms in which an engine begins to speak, at most: a voice of the network on a slow line. */
const LONGEST_START = 8000;
/** Ms between two looks at whether it still speaks. */
const LOOK = 500;

const OUTCOMES: Partial<Record<SpeechSynthesisErrorCode, Spoken>> = {
	canceled: 'interrupted',
	interrupted: 'interrupted',
	'not-allowed': 'refused',
	network: 'offline'
};

/** The utterance that is being spoken. */
interface Current {
	/** Held here: Chrome forgets to send events for one that nobody refers to. */
	utterance: SpeechSynthesisUtterance;
	end: (spoken: Spoken) => void;
}

export class Speaker {
	#engine: SpeechEngine;
	#current: Current | null = null;
	/** In ms, as `performance.now()`. */
	#cancelledAt = -Infinity;

	constructor(engine: SpeechEngine) {
		this.#engine = engine;
	}

	/** Speaks these words, and no longer those before; resolves when that has come to its end. */
	async speak(words: Utterance): Promise<Spoken> {
		this.stop();
		return new Promise((resolve) => this.#begin(words, resolve));
	}

	/** Ends what is being spoken. */
	stop(): void {
		this.#current?.end('stopped');
	}

	#begin({ words, language, voice, rate }: Utterance, resolve: (spoken: Spoken) => void): void {
		const engine = this.#engine;
		const utterance = new SpeechSynthesisUtterance(words);
		Object.assign(utterance, { lang: voice?.lang ?? language, voice, rate });
		/** When it was given to the engine, and when that began; in ms. */
		let askedAt: number | null = null;
		let startedAt: number | null = null;
		let wasHidden = document.hidden;
		let looksInSilence = 0;
		const end = (spoken: Spoken) => {
			if (this.#current?.utterance !== utterance) return; // word of one that we ended comes late
			this.#current = null;
			clearTimeout(waiting);
			clearInterval(looking);
			// Also after its end was lost: Chrome would put all that follows behind it.
			if (spoken !== 'spoken' || engine.speaking || engine.pending) this.#cancel();
			resolve(spoken);
		};
		utterance.onstart = () => (startedAt = performance.now());
		utterance.onend = () => end('spoken');
		utterance.onerror = ({ error }) => end(OUTCOMES[error] ?? 'failed');
		const ask = () => {
			askedAt = performance.now();
			engine.speak(utterance);
		};
		const look = () => {
			wasHidden ||= document.hidden;
			if (askedAt === null) return;
			const now = performance.now();
			if (startedAt === null) {
				if (now - askedAt > LONGEST_START) end('failed');
			} else if (!engine.speaking && !engine.pending) {
				// Twice, since the event may be on its way.
				if (++looksInSilence > 1) end(wasHidden ? 'hidden' : 'spoken');
			} else if (now - startedAt > longestTime(words.length, rate)) {
				end(wasHidden ? 'hidden' : 'spoken');
			}
		};
		this.#current = { utterance, end };
		if (engine.speaking || engine.pending) this.#cancel(); // of the page before this, or stuck
		const looking = setInterval(look, LOOK);
		const rest = this.#cancelledAt + AFTER_CANCEL - performance.now();
		const waiting = rest > 0 ? setTimeout(ask, rest) : 0;
		if (rest <= 0) ask(); // at once: Safari wants the first to come with a tap
	}

	#cancel(): void {
		this.#cancelledAt = performance.now();
		this.#engine.cancel();
	}
}
