/** What the reader is told when it does not speak. */
import type { Trouble } from './listening.svelte';

/** @param language the name of the text's language: `French` */
export function troubleText(trouble: Trouble, language: string): string {
	return {
		'no-voice': `This device has no voice for ${language}. One can be added in its settings, under speech.`,
		refused: 'Press Play to listen: the browser wants a tap first.',
		interrupted: 'Something else stopped the voice. Play goes on here.',
		hidden:
			'The voice stopped while the screen was locked or the page was away. Play goes on here.',
		offline: 'This voice needs a network.',
		failed: 'The voice of this device does not answer. Play tries again.',
		replaced: 'The chosen voice needs a network. Another one reads on.',
		asleep: 'The sleep timer ended here.',
		end: 'This is the end.'
	}[trouble];
}
