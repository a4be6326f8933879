/** Installing as an app: what the platform offers now, and whether the reader wants to be asked. */
import type { Database } from '$lib/storage/database';
import { saveInstallDismissed, readInstallDismissed } from '$lib/storage/preferences';

/** Chromium's event, in no standard and so in no type library. */
interface BeforeInstallPromptEvent extends Event {
	prompt(): Promise<unknown>;
}

export type InstallWay =
	/** The browser shows its own dialog when asked. */
	| 'button'
	/** iOS: only the reader can, through the share sheet. */
	| 'words';

export class Install {
	#event = $state.raw<BeforeInstallPromptEvent | null>(null);
	#installed = $state(true);
	#dismissed = $state(true);
	#ios: boolean;
	#database: Database;

	/** @param window the page's; `null` on the server, where nothing is offered */
	constructor(window: (Window & typeof globalThis) | null, database: Database) {
		this.#database = database;
		this.#installed = window?.matchMedia('(display-mode: standalone)').matches ?? true;
		// An iPad says it is a Mac, but no Mac has a touch screen.
		const { userAgent = '', maxTouchPoints = 0 } = window?.navigator ?? {};
		this.#ios =
			/iPhone|iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
		window?.addEventListener('beforeinstallprompt', (event) => {
			event.preventDefault(); // We ask at a better moment than the browser's banner.
			this.#event = event as BeforeInstallPromptEvent;
		});
		window?.addEventListener('appinstalled', () => {
			this.#installed = true;
			this.#event = null;
		});
	}

	/** How to install here; `null` when it is done or cannot be. */
	get way(): InstallWay | null {
		if (this.#event) return 'button';
		return this.#ios && !this.#installed ? 'words' : null;
	}

	get installed(): boolean {
		return this.#installed;
	}

	/** The reader waved the hint away, or it is not known yet. */
	get dismissed(): boolean {
		return this.#dismissed;
	}

	/** Reads whether the hint was waved away. */
	async load(): Promise<void> {
		try {
			this.#dismissed = await readInstallDismissed(this.#database);
		} catch {
			this.#dismissed = true; // What cannot be read cannot remember a "no" either: do not ask.
		}
	}

	/** Waves the hint away for good. */
	async dismiss(): Promise<void> {
		this.#dismissed = true;
		try {
			await saveInstallDismissed(this.#database);
		} catch {
			// Asked again next time: a nuisance, no loss.
		}
	}

	/** Shows the browser's dialog. It may be shown once an event. */
	async ask(): Promise<void> {
		const event = this.#event;
		this.#event = null;
		await event?.prompt();
	}
}
