import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { SleepTimer } from '$lib/core/listening/sleep-timer';
import type { ListeningPreferences } from '$lib/state/reading/listening-preferences.svelte';
import type { AnnotatedPage } from '../../../../src/lib/ui/reading/annotated-page';
import { Listening } from '../../../../src/lib/ui/reading/listening/listening.svelte';
import { painted } from '../../../dom/page';
import { byId, openPage } from '../open-page';

const MINUTE = 60_000;

class FakeUtterance {
	onend?: () => void;
	constructor(readonly text: string) {}
}

/** An engine that has spoken when the test says so. */
class FakeEngine {
	heard: string[] = [];
	pending = false;
	#current: FakeUtterance | null = null;

	get speaking(): boolean {
		return this.#current !== null;
	}

	getVoices = () => [{ voiceURI: 'a', name: 'A', lang: 'en', localService: true, default: true }];
	addEventListener() {}
	removeEventListener() {}

	speak(utterance: FakeUtterance): void {
		this.heard.push(utterance.text);
		this.#current = utterance;
	}

	cancel(): void {
		this.#current = null;
	}

	finish(): void {
		const spoken = this.#current;
		this.#current = null;
		spoken?.onend?.();
	}
}

let now: number;
/** What the keys of the system do: the last handler of each, `null` when it was given back. */
let keys: Record<string, (() => void) | null>;
/** Whether the screen is kept on. */
let isAwake: boolean;

beforeEach(() => {
	now = Date.UTC(2026, 10, 27);
	keys = {};
	isAwake = false;
	vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance);
	vi.spyOn(Date, 'now').mockImplementation(() => now);
	vi.spyOn(navigator.mediaSession, 'setActionHandler').mockImplementation(
		(key, act) => (keys[key] = act as () => void)
	);
	const request = async () => {
		isAwake = true;
		return { release: async () => void (isAwake = false) };
	};
	Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });
	onTestFinished(() => {
		vi.unstubAllGlobals();
		vi.restoreAllMocks();
		Reflect.deleteProperty(navigator, 'wakeLock');
	});
});

interface Listener {
	/** Number of the sentence with which it begins. */
	from?: number;
	/** Px of the sentence that stand above the screen: it begins at the top line then. */
	above?: number;
	/** Whether there is a next chapter. */
	hasNext?: boolean;
	/** Of the chapter before. */
	timer?: SleepTimer | null;
}

/** Listens to a chapter of forty sentences. */
async function listen({ from = 1, above = 0, hasNext = true, timer = null }: Listener = {}) {
	const page = await openPage();
	const engine = new FakeEngine();
	const goOn = vi.fn<(timer: SleepTimer | null) => boolean>(() => hasNext);
	const preferences = { choices: { rate: 1, voices: {} } } as unknown as ListeningPreferences;
	const listening = new Listening(page as unknown as AnnotatedPage, {
		preferences,
		engine: engine as unknown as SpeechSynthesis,
		goOn
	});
	const { map } = page.chapter;
	let offset = map.blocks[from - 1].start;
	if (above > 0) {
		window.scrollBy(0, byId(`p${from}`).getBoundingClientRect().top + above);
		await painted();
		const { block, at } = page.position.currentPoint();
		offset = map.offsetAt(block, at);
	}
	const scrolled = window.scrollY;
	const end = listening.start(offset, timer);
	onTestFinished(end);
	let seen = 0;
	/** The sentences that were begun, by their numbers: exactly these since the call before. */
	const untilHeard = async (...numbers: number[]) => {
		await expect
			.poll(() => engine.heard.slice(seen).map((words) => parseInt(words)))
			.toEqual(numbers);
		seen += numbers.length;
	};
	return { listening, engine, goOn, end, untilHeard, scrolled };
}

test('The keys of the system play, pause, and go a sentence back and forward, until one ends listening', async () => {
	const { listening, end, untilHeard } = await listen({ from: 10 });
	const { mediaSession } = navigator;
	await untilHeard(10);
	expect(mediaSession.metadata).toMatchObject({ title: 'One', artist: 'A', album: 'Work' });
	expect(mediaSession.playbackState).toBe('playing');
	keys.nexttrack!();
	await untilHeard(11);
	keys.previoustrack!();
	await untilHeard(10);
	keys.pause!();
	expect([listening.isSpeaking, mediaSession.playbackState]).toEqual([false, 'paused']);
	keys.play!();
	await untilHeard(10);
	keys.stop!();
	expect(listening.isSpeaking).toBe(false);
	end();
	expect(Object.values(keys)).toEqual([null, null, null, null, null]);
	expect([mediaSession.metadata, mediaSession.playbackState]).toEqual([null, 'none']);
});

test('The screen stays on while it reads, and no longer', async () => {
	const { listening } = await listen();
	await expect.poll(() => isAwake).toBe(true);
	listening.pause();
	expect(isAwake).toBe(false);
	listening.play();
	await expect.poll(() => isAwake).toBe(true);
});

test.each([1, 20, 33, 47, 100, 140])(
	'Begun %i px within a sentence, the text stays where it is until another one is spoken',
	async (above) => {
		const { engine, listening, untilHeard, scrolled } = await listen({ from: 9, above });
		await untilHeard(9);
		await painted();
		listening.showAgain();
		expect(window.scrollY).toBe(scrolled);
		engine.finish();
		await untilHeard(10);
		expect(byId('p10').getBoundingClientRect().bottom).toBeLessThanOrEqual(window.innerHeight);
		listening.step(-1); // they ask for all of it
		expect(byId('p9').getBoundingClientRect().top).toBeGreaterThanOrEqual(-1);
	}
);

describe('The sleep timer', () => {
	test('ends with the sentence in which the time is over, and Play goes on behind it', async () => {
		const { listening, engine, untilHeard } = await listen({ from: 5 });
		listening.setSleep('15');
		await untilHeard(5);
		now += 14 * MINUTE;
		engine.finish();
		await untilHeard(6);
		now += 2 * MINUTE;
		expect(listening.isSpeaking).toBe(true);
		engine.finish();
		await expect.poll(() => listening.trouble).toBe('asleep');
		expect([listening.isSpeaking, listening.sleep]).toEqual([false, 'off']);
		listening.play();
		await untilHeard(7);
	});

	test('ends with the chapter, if one chose that', async () => {
		const { listening, engine, goOn, untilHeard } = await listen({ from: 40 });
		listening.setSleep('chapter');
		await untilHeard(40);
		engine.finish();
		await expect.poll(() => listening.trouble).toBe('asleep');
		expect(goOn).not.toHaveBeenCalled();
	});

	test('goes along into the next chapter, and ends there', async () => {
		const before = await listen({ from: 40 });
		before.listening.setSleep('30');
		await before.untilHeard(40);
		before.engine.finish();
		const timer: SleepTimer = { sleep: '30', at: now + 30 * MINUTE };
		await expect.poll(() => before.goOn.mock.calls).toEqual([[timer]]);
		before.end();

		const { listening, engine, untilHeard } = await listen({ timer });
		expect(listening.sleep).toBe('30');
		await untilHeard(1);
		now += 31 * MINUTE;
		engine.finish();
		await expect.poll(() => listening.trouble).toBe('asleep');
	});
});

describe('At the end of the chapter', () => {
	test('it goes on into the next one, without the footnotes', async () => {
		const { listening, engine, goOn, untilHeard } = await listen({ from: 39 });
		await untilHeard(39);
		engine.finish();
		await untilHeard(40);
		engine.finish();
		await expect.poll(() => goOn.mock.calls).toEqual([[null]]);
		expect([listening.isSpeaking, listening.trouble]).toEqual([false, null]);
	});

	test('of the last one it says so, and Play begins anew', async () => {
		const { listening, engine, untilHeard } = await listen({ from: 40, hasNext: false });
		await untilHeard(40);
		engine.finish();
		await expect.poll(() => listening.trouble).toBe('end');
		listening.play();
		await untilHeard(1);
	});
});
