import { expect, type Page } from '@playwright/test';

/** What the engine of a test was given to speak. */
export interface Heard {
	text: string;
	lang: string;
	voice: string | null;
	rate: number;
}

interface FakeEngine {
	heard: Heard[];
	finish: () => void;
	refuse: (error: string) => void;
	/** It refuses to speak before it is tapped, as browsers do in a new document. */
	wantsTap: boolean;
}

interface FakeOptions {
	voices?: { name: string; lang: string; localService: boolean }[];
	wantsTap?: boolean;
}

export const VOICES = [
	{ name: 'Cloud', lang: 'en-US', localService: false },
	{ name: 'Daniel', lang: 'en_GB', localService: true },
	{ name: 'Moira', lang: 'eng-IE-f000', localService: true },
	{ name: 'Amélie', lang: 'fr-CA', localService: true }
];

/**
 * Puts an engine of the test in the place of the device's, which a headless browser has not: each utterance
 * ends when the test says so.
 */
export async function fakeSpeech(page: Page, { voices = VOICES, wantsTap }: FakeOptions = {}) {
	await page.addInitScript(
		([voices, wantsTap]) => {
			class FakeUtterance {
				lang = '';
				voice: { name: string } | null = null;
				rate = 1;
				onstart?: () => void;
				onend?: () => void;
				onerror?: (event: { error: string }) => void;
				constructor(readonly text: string) {}
			}
			let wasTapped = false; // what the test evaluates counts as a tap for the browser
			addEventListener('click', () => (wasTapped = true), { capture: true });
			let current: FakeUtterance | null = null;
			const listed = voices.map((voice) => ({ ...voice, voiceURI: voice.name, default: false }));
			const end = () => {
				const ended = current;
				current = null;
				return ended;
			};
			const engine: FakeEngine & Record<string, unknown> = {
				heard: [],
				wantsTap,
				getVoices: () => listed,
				addEventListener() {},
				removeEventListener() {},
				speak(utterance: FakeUtterance) {
					if (utterance.text === '') return;
					current = utterance;
					const { text, lang, voice, rate } = utterance;
					if (engine.wantsTap && !wasTapped) {
						return setTimeout(() => end()?.onerror?.({ error: 'not-allowed' }));
					}
					engine.heard.push({ text, lang, voice: voice?.name ?? null, rate });
					setTimeout(() => utterance.onstart?.());
				},
				cancel() {
					end()?.onerror?.({ error: 'canceled' });
				},
				get speaking() {
					return current !== null;
				},
				pending: false,
				finish: () => end()?.onend?.(),
				refuse: (error: string) => end()?.onerror?.({ error })
			};
			Object.defineProperty(window, 'speechSynthesis', { value: engine });
			Object.assign(window, { SpeechSynthesisUtterance: FakeUtterance });
		},
		[voices, wantsTap ?? false] as const
	);
}

const engineOf = (page: Page) =>
	page.evaluateHandle(() => speechSynthesis as unknown as FakeEngine);

/** All that was given to the engine, the latest last. */
export async function heard(page: Page): Promise<Heard[]> {
	return (await engineOf(page)).evaluate(({ heard }) => heard);
}

/** The utterance has been spoken. */
export async function finish(page: Page): Promise<void> {
	await (await engineOf(page)).evaluate((engine) => engine.finish());
}

/** Whatever is begun has been spoken, also in the chapters after this one, until these words are begun. */
export async function finishUntil(page: Page, words: string): Promise<void> {
	const isBegun = () =>
		page
			.evaluate((words) => {
				const engine = speechSynthesis as unknown as FakeEngine;
				if (engine.heard.at(-1)?.text.includes(words)) return true;
				engine.finish();
				return false;
			}, words)
			.catch((error: Error) => {
				// Another document came meanwhile.
				if (/context was destroyed|navigation/.test(error.message)) return false;
				throw error;
			});
	await expect.poll(isBegun, { intervals: [50] }).toBe(true);
}

/** The engine gives up, with this error. */
export async function failWith(page: Page, error: string): Promise<void> {
	await (await engineOf(page)).evaluate((engine, error) => engine.refuse(error), error);
}

/** The words that are painted as spoken; `''`: none. */
export function paintedWords(page: Page): Promise<string> {
	return page.evaluate(() => [...(CSS.highlights.get('spoken') ?? [])].map(String).join(' '));
}
