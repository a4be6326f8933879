/** Listening to the chapter, sentence by sentence: which one is spoken, and what the reader can do about it. */
import type { ListeningChoices } from '$lib/core/listening/listening-choices';
import { sleepTime, type Sleep, type SleepTimer } from '$lib/core/listening/sleep-timer';
import { longestPart } from '$lib/core/listening/speech-limits';
import {
	partsOf,
	sentenceAt,
	spokenSentences,
	wordsOfPart,
	type LanguagePassage,
	type SentencePart
} from '$lib/core/listening/spoken-text';
import { voiceFor, voicesFor, type Voice } from '$lib/core/listening/voices';
import type { TextRange } from '$lib/core/text/range';
import { nativeVoice, watchVoices } from '$lib/dom/speech/device-voices';
import { languagePassages } from '$lib/dom/speech/language-passages';
import { takeMediaKeys, type Playing } from '$lib/dom/speech/media-keys';
import { ScreenAwake } from '$lib/dom/speech/screen-awake';
import { Speaker, type Spoken } from '$lib/dom/speech/speaker';
import type { ListeningPreferences } from '$lib/state/reading/listening-preferences.svelte';
import type { AnnotatedPage } from '../annotated-page';
import { SentenceView } from './sentence-view';

/** Why it does not speak, or speaks otherwise than was chosen. */
export type Trouble =
	| Exclude<Spoken, 'spoken' | 'stopped'>
	/** No voice of the device speaks the language of the text. */
	| 'no-voice'
	/** A voice without a network reads on for the one that was chosen. */
	| 'replaced'
	/** The time that was set is over. */
	| 'asleep'
	/** The text is at its end. */
	| 'end';

interface Parts {
	preferences: ListeningPreferences;
	engine: SpeechSynthesis;
	/** Goes to the next chapter, to listen on there until the timer ends; `false` when there is none. */
	goOn: (timer: SleepTimer | null) => boolean;
}

export class Listening {
	#index = $state(0);
	#isSpeaking = $state(false);
	#trouble = $state<Trouble | null>(null);
	/** Of the device; `null` until it has told of them. */
	#voices = $state.raw<Voice[] | null>(null);
	#sleep = $state<Sleep>('off');
	#sleepAt: number | null = null;
	/** Voices of the network do not answer. */
	#isOffline = false;
	/** Counts how often reading began: what an older one hears of its utterance means nothing now. */
	#run = 0;
	#sentences: TextRange[] = [];
	#passages: LanguagePassage[] = [];
	#page: AnnotatedPage;
	#parts: Parts;
	#speaker: Speaker;
	#view: SentenceView;
	#awake = new ScreenAwake();
	#keys: Playing | null = null;
	#stopWatch = () => {};

	constructor(page: AnnotatedPage, parts: Parts) {
		this.#page = page;
		this.#parts = parts;
		this.#speaker = new Speaker(parts.engine);
		this.#view = new SentenceView(page);
	}

	get isSpeaking(): boolean {
		return this.#isSpeaking;
	}

	get trouble(): Trouble | null {
		return this.#trouble;
	}

	get sleep(): Sleep {
		return this.#sleep;
	}

	/** The sentence that is spoken, or would be; `null` in a text without any. */
	get sentence(): TextRange | null {
		return this.#sentences[this.#index] ?? null;
	}

	get #timer(): SleepTimer | null {
		return this.#sleepAt === null ? null : { sleep: this.#sleep, at: this.#sleepAt };
	}

	get #language(): string {
		return this.#page.chapter.work.language;
	}

	/** The voices for the text, the best first. */
	voices = $derived.by(() => voicesFor(this.#language, this.#voices ?? []));
	/** The one that reads it; `null`: the device takes one, or has none. */
	voice = $derived.by(() => this.#voiceFor(this.#language));

	#voiceFor(language: string): Voice | null {
		const { choices } = this.#parts.preferences;
		const all = this.#voices ?? [];
		const offline = all.filter(({ isOffline }) => isOffline);
		const found = this.#isOffline ? voiceFor(language, offline, choices.voices) : null;
		return found ?? voiceFor(language, all, choices.voices);
	}

	/**
	 * Begins to read at an offset of the text.
	 *
	 * @param timer of the chapter before
	 * @returns the function that ends it
	 */
	start(from: number, timer: SleepTimer | null = null): () => void {
		if (timer) [this.#sleep, this.#sleepAt] = [timer.sleep, timer.at];
		const { map, work, summary } = this.#page.chapter;
		this.#sentences = spokenSentences(map.text, map.blocks, work.language);
		const article = document.querySelector<HTMLElement>('article[data-chapter]');
		this.#passages = article ? languagePassages(article, map) : [];
		this.#index = Math.max(0, sentenceAt(this.#sentences, from));
		this.#keys = takeMediaKeys(
			{ title: summary.title, artist: work.author, album: work.title },
			{
				play: () => this.play(),
				pause: () => this.pause(),
				previoustrack: () => this.step(-1),
				nexttrack: () => this.step(1),
				stop: () => this.pause()
			}
		);
		this.#stopWatch = watchVoices(this.#parts.engine, (voices) => {
			const isFirst = this.#voices === null;
			this.#voices = voices;
			if (isFirst && this.#isSpeaking) void this.#read();
		});
		const unwatch = this.#view.watch(() => this.sentence);
		this.#view.begin(from);
		this.play();
		return () => {
			this.pause();
			unwatch();
			this.#stopWatch();
			this.#keys?.end();
		};
	}

	play(): void {
		if (this.#trouble === 'end') this.#index = 0;
		this.#isSpeaking = true;
		this.#isOffline = !navigator.onLine;
		this.#awake.hold();
		this.#keys?.show(true);
		this.#view.follow();
		void this.#read();
	}

	/** Not the engine's pause: reading goes on at the beginning of this sentence. */
	pause(): void {
		this.#run++;
		this.#isSpeaking = false;
		this.#speaker.stop();
		this.#awake.release();
		this.#keys?.show(false);
	}

	toggle(): void {
		if (this.#isSpeaking) this.pause();
		else this.play();
	}

	/** Goes to the next (`1`) or the previous (`-1`) sentence. */
	step(direction: 1 | -1): void {
		const last = this.#sentences.length - 1;
		this.#index = Math.min(last, Math.max(0, this.#index + direction));
		this.#trouble = null;
		this.#view.follow();
		if (this.#isSpeaking) void this.#read();
		else this.#view.show(this.sentence);
	}

	/** Another speed, or another voice: heard at once. */
	choose(changes: Partial<ListeningChoices>): void {
		void this.#parts.preferences.change(changes);
		if (this.#isSpeaking) void this.#read();
	}

	setSleep(sleep: Sleep): void {
		this.#sleep = sleep;
		this.#sleepAt = sleepTime(sleep, Date.now());
	}

	/** Shows the sentence anew: marks put other nodes into the page, or the bar takes another place. */
	showAgain(): void {
		if (this.#sentences.length > 0) this.#view.show(this.sentence);
	}

	/** Where the bar stands, above which the sentence is to be seen; for `{@attach}`. */
	standAbove = (bar: HTMLElement): (() => void) => this.#view.standAbove(bar);

	/** Reads from the sentence at hand to the end, unless it is begun anew meanwhile. */
	async #read(): Promise<void> {
		const run = ++this.#run;
		this.#speaker.stop();
		this.#trouble = null;
		if (this.#voices === null) return this.#view.show(this.sentence); // It goes on once they are known.
		if (this.#voices.length > 0 && !this.voice) return void this.#stopBy('no-voice');
		for (let sentence = this.sentence; sentence; sentence = this.#next()) {
			this.#view.show(sentence);
			const spoken = await this.#speakAll(sentence, () => run === this.#run);
			if (spoken === 'stopped') return;
			if (spoken !== 'spoken') return void this.#stopBy(spoken);
		}
	}

	/** Takes the next sentence in hand; `null` when it is not to be read. */
	#next(): TextRange | null {
		if (this.#sleepAt !== null && Date.now() >= this.#sleepAt) {
			this.#index = Math.min(this.#index + 1, this.#sentences.length - 1);
			return this.#stopBy('asleep');
		}
		if (this.#index < this.#sentences.length - 1) {
			this.#index++;
			return this.sentence;
		}
		if (this.#sleep === 'chapter') return this.#stopBy('asleep');
		return this.#stopBy(this.#parts.goOn(this.#timer) ? null : 'end');
	}

	/** Speaks all parts of a sentence; `stopped` also when `isMeant` says that another is read by now. */
	async #speakAll(sentence: TextRange, isMeant: () => boolean): Promise<Spoken> {
		for (const part of this.#cut(sentence)) {
			let spoken = await this.#speak(part);
			if (isMeant() && this.#canReplace(spoken, part.language)) {
				this.#isOffline = true;
				this.#trouble = 'replaced';
				spoken = await this.#speak(part);
			}
			if (!isMeant()) return 'stopped';
			if (spoken !== 'spoken') return spoken;
		}
		return 'spoken';
	}

	/** Whether a voice of the network failed for which another can read on. */
	#canReplace(spoken: Spoken, language: string): boolean {
		if ((spoken !== 'offline' && spoken !== 'failed') || this.#isOffline) return false;
		const isOnline = this.#voiceFor(language)?.isOffline === false;
		return isOnline && voicesFor(language, this.#voices ?? []).some(({ isOffline }) => isOffline);
	}

	#cut(sentence: TextRange): SentencePart[] {
		const { text } = this.#page.chapter.map;
		const { rate } = this.#parts.preferences.choices;
		const passages = this.#passages.filter(({ language }) => this.#voiceFor(language) !== null);
		const longest = longestPart(this.voice?.isOffline ?? false, rate);
		return partsOf(text, sentence, { language: this.#language, passages, longest });
	}

	#speak(part: SentencePart): Promise<Spoken> {
		const { engine, preferences } = this.#parts;
		return this.#speaker.speak({
			words: wordsOfPart(this.#page.chapter.map.text, part),
			language: part.language,
			voice: nativeVoice(engine, this.#voiceFor(part.language)),
			rate: preferences.choices.rate
		});
	}

	#stopBy(trouble: Trouble | null): null {
		this.pause();
		this.#trouble = trouble;
		if (trouble === 'asleep') this.setSleep('off');
		this.#view.show(this.sentence);
		return null;
	}
}
