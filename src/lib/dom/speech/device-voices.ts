/** The voices of the device, as plain data and as the engine takes them. */
import type { Voice } from '$lib/core/listening/voices';

export type VoiceList = Pick<
	SpeechSynthesis,
	'getVoices' | 'addEventListener' | 'removeEventListener'
>;

/**
 * Ms after which a list that is still empty is taken for what there is: Chrome and Android load it after it is
 * first asked for; Edge for Android lists none, and speaks all the same.
 */
const LATE = 2000;
/** Ms between two looks: Safari has sent no event for it. */
const LOOK = 250;

/**
 * Tells of the voices now and whenever the list changes; at first only once there are some, or it is late.
 *
 * @returns the function that ends it
 */
export function watchVoices(engine: VoiceList, tell: (voices: Voice[]) => void): () => void {
	const began = performance.now();
	const look = (): boolean => {
		const voices = engine.getVoices();
		const isKnown = voices.length > 0 || performance.now() - began >= LATE;
		if (isKnown) tell(voices.map(toVoice));
		return isKnown;
	};
	const changed = () => void look();
	// Older Safari has no listeners on it.
	engine.addEventListener?.('voiceschanged', changed);
	const looking = look()
		? 0
		: setInterval(() => {
				if (look()) clearInterval(looking);
			}, LOOK);
	return () => {
		clearInterval(looking);
		engine.removeEventListener?.('voiceschanged', changed);
	};
}

/** The voice as the engine takes it; `null` when it is there no more. */
export function nativeVoice(engine: VoiceList, voice: Voice | null): SpeechSynthesisVoice | null {
	return engine.getVoices().find(({ voiceURI }) => voiceURI === voice?.uri) ?? null;
}

function toVoice(voice: SpeechSynthesisVoice): Voice {
	const { voiceURI, name, lang, localService } = voice;
	return {
		uri: voiceURI,
		name,
		language: lang,
		isOffline: localService,
		isDefault: voice.default
	};
}
