/** Whether this browser can read aloud, as far as it says itself: its device may have no voice. */
export function canSpeak(): boolean {
	return 'speechSynthesis' in window;
}
