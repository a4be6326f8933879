/** WebKitGTK, driven by WebDriver through `WebKitWebDriver`, on an invisible screen (Xvfb). */
import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

const BROWSER = join(import.meta.dirname, 'browser.py');
const EVENT_MARK = 'engine-event ';
/** WebDriver's codes of keys that write nothing. */
const KEYS: Record<string, string> = {
	Escape: '\uE00C',
	Enter: '\uE007',
	Tab: '\uE004',
	Backspace: '\uE003',
	ArrowDown: '\uE015',
	ArrowUp: '\uE013',
	Control: '\uE009',
	Shift: '\uE008'
};

export interface Viewport {
	width: number;
	height: number;
}

/** What happens in the browser by itself, as `browser.py` tells it. */
interface Events {
	load: [{ state: 'started' | 'redirected' | 'committed' | 'finished'; url: string }];
	download: [{ name: string; path: string }];
	started: [{ pid: number }];
	printed: [{ path: string }];
	console: [{ type: string; text: string }];
}

/** A browser with one page. Commands are sent one at a time: WebKitWebDriver takes no more. */
export class Driver extends EventEmitter<Events> {
	#port: number;
	#session = '';
	#processes: ChildProcess[];
	#last: Promise<unknown> = Promise.resolve();
	#isEnded = false;
	#browser = 0;

	private constructor(port: number, processes: ChildProcess[]) {
		super();
		this.#port = port;
		this.#processes = processes;
		this.on('started', ({ pid }) => (this.#browser = pid));
		for (const output of [processes[1].stdout!, processes[1].stderr!]) {
			createInterface(output).on('line', (line) => this.#hear(line));
		}
	}

	/** Starts a browser whose data is in the folder `data`; without one, a private window. */
	static async start(viewport: Viewport, data?: string): Promise<Driver> {
		const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1200x24'], {
			stdio: ['ignore', 'ignore', 'ignore', 'pipe']
		});
		const [display] = (await once(screen.stdio[3]!, 'data')) as [Buffer];
		const port = await freePort();
		const env = { ...process.env, DISPLAY: `:${String(display).trim()}`, LANG: 'C.UTF-8' };
		const server = spawn('WebKitWebDriver', [`--port=${port}`], { env, detached: true });
		const driver = new Driver(port, [screen, server]);
		const size = `${viewport.width}x${viewport.height}`;
		const args = [BROWSER, '--automation', '--size', size, ...(data ? ['--data', data] : [])];
		const options = { binary: '/usr/bin/python3', args };
		await driver.#open({ 'webkitgtk:browserOptions': options });
		return driver;
	}

	async #open(capabilities: Record<string, unknown>): Promise<void> {
		for (;;) {
			try {
				const opened = await this.#send('POST', '/session', {
					capabilities: { alwaysMatch: capabilities }
				});
				this.#session = `/session/${(opened as { sessionId: string }).sessionId}`;
				return;
			} catch (error) {
				// Until the driver listens.
				if (!(error instanceof TypeError) || this.#isEnded) throw error;
				await new Promise((done) => setTimeout(done, 50));
			}
		}
	}

	/**
	 * Sends a command, after those before it.
	 *
	 * @throws when the browser says that it failed, or is gone
	 */
	command<T>(path: string, body: object = {}): Promise<T> {
		const sent = this.#last.then(() => this.#send('POST', this.#session + path, body));
		this.#last = sent.catch(() => {});
		return sent as Promise<T>;
	}

	/** Runs the body of a function in the page; `arguments` are `args`. */
	execute<T>(script: string, ...args: unknown[]): Promise<T> {
		return this.command('/execute/sync', { script, args });
	}

	/** The same, for a body that calls the last of its arguments when it is done. */
	executeAsync<T>(script: string, ...args: unknown[]): Promise<T> {
		return this.command('/execute/async', { script, args });
	}

	async clickAt(x: number, y: number): Promise<void> {
		await this.#act('mouse', [
			{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
			{ type: 'pointerDown', button: 0 },
			{ type: 'pointerUp', button: 0 }
		]);
	}

	/** Prints the page, and gives the path of the PDF. */
	async print(): Promise<string> {
		const printed = once(this, 'printed');
		process.kill(this.#browser, 'SIGUSR1');
		const [{ path }] = (await printed) as Events['printed'];
		return path;
	}

	async wheel(deltaX: number, deltaY: number): Promise<void> {
		await this.#act('wheel', [{ type: 'scroll', x: 200, y: 400, deltaX, deltaY }]);
	}

	/** Presses a key, or several at once: `Control+z`. */
	async press(keys: string): Promise<void> {
		const values = keys.split('+').map((key) => KEYS[key] ?? key);
		await this.#act('key', [
			...values.map((value) => ({ type: 'keyDown', value })),
			...values.reverse().map((value) => ({ type: 'keyUp', value }))
		]);
	}

	/** Ends all its processes at once, as a phone that is out of memory does. */
	async kill(): Promise<void> {
		if (this.#isEnded) return;
		this.#isEnded = true;
		const [screen, server] = this.#processes;
		const gone = once(server, 'exit');
		// Its whole group: the parts that write to the disk are processes of their own.
		process.kill(-server.pid!, 'SIGKILL');
		screen.kill('SIGKILL');
		await gone;
	}

	/** Ends it in good order. */
	async close(): Promise<void> {
		if (this.#isEnded) return;
		await this.#last;
		await this.#send('DELETE', this.#session).catch(() => {}); // it may be gone by itself
		await this.kill();
	}

	async #act(type: 'mouse' | 'wheel' | 'key', actions: object[]): Promise<void> {
		const source =
			type === 'mouse'
				? { type: 'pointer', parameters: { pointerType: 'mouse' } }
				: { type: type as string };
		await this.command('/actions', { actions: [{ id: type, ...source, actions }] });
	}

	async #send(method: string, path: string, body?: object): Promise<unknown> {
		if (this.#isEnded) throw new Error('the browser has ended');
		const response = await fetch(`http://127.0.0.1:${this.#port}${path}`, {
			method,
			body: body && JSON.stringify(body)
		});
		const { value } = (await response.json()) as { value: { error?: string; message?: string } };
		if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
		return value;
	}

	#hear(line: string): void {
		if (line.startsWith(EVENT_MARK)) {
			const { event, ...details } = JSON.parse(line.slice(EVENT_MARK.length)) as { event: 'load' };
			this.emit(event, details as never);
		}
		const message = /(?:^|: )CONSOLE (?:[A-Z]+ )?(LOG|INFO|WARN|ERROR|DEBUG) (.*)$/.exec(line);
		if (message) this.emit('console', { type: message[1].toLowerCase(), text: message[2] });
	}
}

async function freePort(): Promise<number> {
	const { createServer } = await import('node:net');
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as { port: number };
	server.close();
	await once(server, 'close');
	return port;
}
