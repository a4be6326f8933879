/**
 * The keys of a headset, a keyboard and the lock screen. Browsers give them to pages that play sound, and do not
 * count speech as such: so a tone that nobody hears is played along (6 s at 40 Hz, 42 dB below the loudest and a
 * tenth of that), also in a pause, or the key that ends it would go elsewhere.
 */
import quiet from './quiet.wav?url';

export interface MediaKeys {
	play: () => void;
	pause: () => void;
	previoustrack: () => void;
	nexttrack: () => void;
	stop: () => void;
}

export interface Playing {
	/** Tells the system whether it is playing, which shows the one button or the other. */
	show(isPlaying: boolean): void;
	/** Gives the keys back. */
	end(): void;
}

/** Takes the keys, and tells the system what is heard; does nothing where the browser has no such thing. */
export function takeMediaKeys(
	what: { title: string; artist: string; album: string },
	keys: MediaKeys
): Playing {
	const { mediaSession } = navigator;
	if (!mediaSession) return { show() {}, end() {} };
	const tone = new Audio(quiet);
	tone.loop = true;
	tone.volume = 0.1;
	mediaSession.metadata = new MediaMetadata(what);
	const entries = Object.entries(keys) as [MediaSessionAction, () => void][];
	for (const [action, act] of entries) setHandler(mediaSession, action, act);
	return {
		show(isPlaying) {
			mediaSession.playbackState = isPlaying ? 'playing' : 'paused';
			// Not without a tap, in most browsers; the next tap on *Play* asks again.
			if (isPlaying && tone.paused) tone.play().catch(() => {});
		},
		end() {
			tone.pause();
			tone.removeAttribute('src');
			for (const [action] of entries) setHandler(mediaSession, action, null);
			mediaSession.metadata = null;
			mediaSession.playbackState = 'none';
		}
	};
}

function setHandler(session: MediaSession, action: MediaSessionAction, act: (() => void) | null) {
	try {
		session.setActionHandler(action, act);
	} catch (error) {
		if (!(error instanceof TypeError)) throw error; // a key that this browser does not know
	}
}
