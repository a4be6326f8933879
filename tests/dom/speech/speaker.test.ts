import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Speaker, type SpeechEngine, type Utterance } from '$lib/dom/speech/speaker';
import { watchVoices, type VoiceList } from '$lib/dom/speech/device-voices';

/** An engine that does what the test says. */
class FakeEngine implements SpeechEngine {
	calls: string[] = [];
	current: SpeechSynthesisUtterance | null = null;
	speaking = false;
	pending = false;

	speak(utterance: SpeechSynthesisUtterance): void {
		this.calls.push(`speak ${utterance.text}`);
		this.current = utterance;
		this.speaking = true;
	}

	cancel(): void {
		this.calls.push('cancel');
		const cancelled = this.current;
		this.speaking = false;
		this.current = null;
		// Word of it comes later, as in browsers.
		setTimeout(() => cancelled?.onerror?.({ error: 'canceled' } as SpeechSynthesisErrorEvent), 20);
	}

	start(): void {
		this.current!.onstart?.({} as SpeechSynthesisEvent);
	}

	finish(): void {
		this.speaking = false;
		this.current!.onend?.({} as SpeechSynthesisEvent);
	}

	fail(error: SpeechSynthesisErrorCode): void {
		this.speaking = false;
		this.current!.onerror?.({ error } as SpeechSynthesisErrorEvent);
	}
}

const words = (text: string): Utterance => ({ words: text, language: 'en', voice: null, rate: 1 });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function makeSpeaker() {
	const engine = new FakeEngine();
	return { engine, speaker: new Speaker(engine) };
}

describe('What is spoken', () => {
	test('is told of when it has been spoken, and the engine is not told to stop', async () => {
		const { engine, speaker } = makeSpeaker();
		const spoken = speaker.speak(words('One.'));
		engine.start();
		engine.finish();
		expect(await spoken).toBe('spoken');
		expect(engine.calls).toEqual(['speak One.']);
	});

	test('gives way to what comes next, which waits until the engine has let go of it', async () => {
		const { engine, speaker } = makeSpeaker();
		const first = speaker.speak(words('One.'));
		const second = speaker.speak(words('Two.'));
		expect(await first).toBe('stopped');
		expect(engine.calls).toEqual(['speak One.', 'cancel']);
		await vi.advanceTimersByTimeAsync(100); // the late word of the first means nothing now
		expect(engine.calls).toEqual(['speak One.', 'cancel', 'speak Two.']);
		engine.start();
		engine.finish();
		expect(await second).toBe('spoken');
	});

	test('is stopped before it was given to the engine', async () => {
		const { engine, speaker } = makeSpeaker();
		void speaker.speak(words('One.'));
		const second = speaker.speak(words('Two.'));
		speaker.stop();
		expect(await second).toBe('stopped');
		await vi.advanceTimersByTimeAsync(1000);
		expect(engine.calls).not.toContain('speak Two.');
	});

	test.each<[SpeechSynthesisErrorCode, string]>([
		['not-allowed', 'refused'],
		['network', 'offline'],
		['interrupted', 'interrupted'],
		['synthesis-failed', 'failed']
	])('fails by %s, which is said: %s', async (error, outcome) => {
		const { engine, speaker } = makeSpeaker();
		const spoken = speaker.speak(words('One.'));
		engine.fail(error);
		expect(await spoken).toBe(outcome);
	});
});

describe('An engine that says nothing', () => {
	test('has failed when it never begins', async () => {
		const { speaker } = makeSpeaker();
		const spoken = speaker.speak(words('One.'));
		await vi.advanceTimersByTimeAsync(9000);
		expect(await spoken).toBe('failed');
	});

	test('has spoken when it is silent and did not tell of the end', async () => {
		const { engine, speaker } = makeSpeaker();
		const spoken = speaker.speak(words('One.'));
		engine.start();
		engine.speaking = false;
		await vi.advanceTimersByTimeAsync(1600);
		expect(await spoken).toBe('spoken');
	});

	test('was cut off when it claims to speak longer than that can take, and is freed', async () => {
		const { engine, speaker } = makeSpeaker();
		const spoken = speaker.speak(words('x'.repeat(160)));
		engine.start();
		await vi.advanceTimersByTimeAsync(20_000);
		expect(engine.calls).toHaveLength(1);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(await spoken).toBe('spoken');
		expect(engine.calls.at(-1)).toBe('cancel');
	});

	test('was silenced when the page was hidden meanwhile', async () => {
		const { engine, speaker } = makeSpeaker();
		const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
		const spoken = speaker.speak(words('One.'));
		engine.start();
		engine.speaking = false;
		hidden.mockRestore();
		await vi.advanceTimersByTimeAsync(1600);
		expect(await spoken).toBe('hidden');
	});
});

describe('The list of voices', () => {
	const voice = { voiceURI: 'a', name: 'A', lang: 'en', localService: true, default: false };

	/** What is told of a list that has voices after some ms; `null`: never. */
	function watch(after: number | null) {
		const list: VoiceList = {
			getVoices: () => (after !== null && performance.now() - began >= after ? [voice] : []),
			addEventListener() {},
			removeEventListener() {}
		};
		const began = performance.now();
		const told: number[] = [];
		const stop = watchVoices(list, (voices) => told.push(voices.length));
		return { told, stop };
	}

	test('is told of at once where it is there', () => {
		const { told } = watch(0);
		expect(told).toEqual([1]);
	});

	test('may come late, without an event', async () => {
		const { told, stop } = watch(600);
		await vi.advanceTimersByTimeAsync(5000);
		expect(told).toEqual([1]);
		stop();
	});

	test('is taken to be empty when it is still so after two seconds', async () => {
		const { told } = watch(null);
		await vi.advanceTimersByTimeAsync(1500);
		expect(told).toEqual([]);
		await vi.advanceTimersByTimeAsync(5000);
		expect(told).toEqual([0]);
	});
});
