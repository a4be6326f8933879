/** Tells the other tabs that something was written. Only a hint: they read the database themselves. */
import { ownName } from '$lib/core/app/storage-names';

export class ChangeChannel {
	#name: string;
	#channel: BroadcastChannel | null = null;
	#listeners = new Set<() => void>();
	#closed = false;

	/** @param base the base path, `''` or `/book`. Nothing is opened until it is needed. */
	constructor(base: string) {
		this.#name = ownName(base, 'changes');
	}

	/** Tells all other tabs; does nothing in a browser that has no channels, or when closed. */
	announce(): void {
		this.#open()?.postMessage('changed');
	}

	/** Calls `heard` when another tab wrote; gives back what ends that. */
	listen(heard: () => void): () => void {
		this.#listeners.add(heard);
		this.#open();
		return () => this.#listeners.delete(heard);
	}

	/** Lets go of the channel, so that the page can be frozen. */
	close(): void {
		this.#closed = true;
		this.#channel?.close();
		this.#channel = null;
	}

	/** Hears again after `close()`. */
	open(): void {
		this.#closed = false;
		this.#open();
	}

	#open(): BroadcastChannel | null {
		if (this.#closed || typeof BroadcastChannel === 'undefined') return null;
		if (this.#channel) return this.#channel;
		this.#channel = new BroadcastChannel(this.#name);
		this.#channel.onmessage = () => {
			for (const heard of this.#listeners) heard();
		};
		return this.#channel;
	}
}
