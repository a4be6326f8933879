/**
 * Lets Playwright drive WebKitGTK: speaks the part of Playwright's protocol that the journeys use, over
 * a WebSocket, as `BrowserServer` does. So a journey is written once, with the same `page` and `expect`.
 * Playwright's own WebKit is a build of its own, which is downloaded and which no reader has.
 */
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { Driver, type Viewport } from './driver';
import { ExpectationError, Page } from './page';

interface Socket {
	on(event: 'message' | 'close', listener: (data: Buffer) => void): void;
	send(message: string): void;
}
interface Listener {
	on(event: 'connection', listener: (socket: Socket, request: { url: string }) => void): void;
	on(event: 'listening', listener: () => void): void;
	address(): { port: number };
	close(): void;
}
interface ContextOptions {
	viewport?: Viewport;
	baseURL?: string;
}
interface Message {
	id: number;
	guid: string;
	method: string;
	params: Record<string, never>;
	metadata?: { timeout?: number };
}

const require = createRequire(createRequire(import.meta.url).resolve('playwright/package.json'));
// Playwright's own copy of the package `ws`.
const { wsServer } = require('playwright-core/lib/utilsBundle') as {
	wsServer: new (options: object) => Listener;
};

export interface WebKitServer {
	/** The address for `webkit.connect`; data is kept in the folder `data`, if one is named. */
	endpoint(data?: string): string;
	/** Ends all browsers at once, as a phone that is out of memory does. */
	kill(): Promise<void>;
	close(): void;
}

export async function serveWebKit(): Promise<WebKitServer> {
	const listener = new wsServer({ port: 0, host: '127.0.0.1' });
	await new Promise<void>((done) => listener.on('listening', done));
	const connections = new Set<Connection>();
	listener.on('connection', (socket, { url }) => {
		const data = new URL(url, 'ws://localhost').searchParams.get('data') ?? undefined;
		const connection = new Connection(socket, data);
		connections.add(connection);
		socket.on('close', () => {
			connections.delete(connection);
			void connection.end();
		});
	});
	const base = `ws://127.0.0.1:${listener.address().port}/`;
	return {
		endpoint: (data) => (data ? `${base}?data=${encodeURIComponent(data)}` : base),
		kill: async () => void (await Promise.all([...connections].map(async (one) => one.kill()))),
		close: () => listener.close()
	};
}

/** A test's connection: one browser, with one context and one page in it. */
class Connection {
	#socket: Socket;
	#data: string | undefined;
	#driver: Driver | undefined;
	#page: Page | undefined;
	#files = new Map<string, string>();
	#streams = new Map<string, AsyncIterator<Buffer>>();

	constructor(socket: Socket, data?: string) {
		this.#socket = socket;
		this.#data = data;
		socket.on('message', (text) => void this.#answer(JSON.parse(String(text)) as Message));
	}

	kill = () => this.#driver?.kill();
	end = () => this.#driver?.close();

	async #answer(message: Message): Promise<void> {
		const { id, guid, method } = message;
		if (method.startsWith('__')) return; // notes for a trace, and for calls that are given up
		try {
			this.#send({ id, result: (await this.#call(message)) ?? {} });
		} catch (error) {
			if (process.env.DEBUG_ENGINES) console.error(guid, method, error);
			const { message: text, stack } = error as Error;
			const details = error instanceof ExpectationError ? error.details : undefined;
			this.#send({
				id,
				error: { error: { name: 'Error', message: text, stack } },
				errorDetails: details,
				log: []
			});
		}
	}

	async #call({ guid, method, params, metadata }: Message): Promise<unknown> {
		if (process.env.DEBUG_ENGINES)
			console.error(guid, method, JSON.stringify(params).slice(0, 200));
		switch (`${guid.replace(/\d+$/, '')}.${method}`) {
			case '.initialize':
				return this.#initialize();
			case 'browser.newContext':
				return this.#newContext(params);
			case 'browser.close':
			case 'context.close':
				await this.end();
				if (method === 'close' && guid === 'context') this.#event('context', 'close');
				return;
			case 'context.newPage':
				return this.#newPage();
			case 'page.close':
				this.#event('page', 'close');
				return;
			case 'file.stream':
				return this.#openStream(guid);
			case 'stream.read':
				return this.#readStream(guid);
			case 'page.setNetworkInterceptionPatterns':
			case 'page.updateSubscription':
			case 'context.updateSubscription':
				return;
		}
		const page = this.#page as unknown as Record<
			string,
			undefined | ((...of: unknown[]) => unknown)
		>;
		const act = /^(page|frame)$/.test(guid) ? page?.[method] : undefined;
		if (act) return act.call(page, params, metadata?.timeout);
		throw new Error(`${method} of ${guid} is not understood by tests/engines/webkit`);
	}

	#initialize(): unknown {
		for (const name of ['chromium', 'firefox', 'webkit']) {
			this.#create('', 'BrowserType', name, { executablePath: '', name });
		}
		this.#create('', 'Android', 'android', {});
		this.#create('', 'Electron', 'electron', {});
		const browser = { version: 'WebKitGTK', name: 'webkit', browserName: 'webkit' };
		this.#create('webkit', 'Browser', 'browser', browser);
		const parts = ['chromium', 'firefox', 'webkit', 'android', 'electron'];
		const initializer = Object.fromEntries(parts.map((guid) => [guid, { guid }]));
		const playwright = { ...initializer, preLaunchedBrowser: { guid: 'browser' } };
		this.#create('', 'Playwright', 'playwright', playwright);
		return { playwright: { guid: 'playwright' } };
	}

	async #newContext({ viewport, baseURL }: ContextOptions): Promise<unknown> {
		const size = viewport ?? { width: 412, height: 915 };
		this.#driver = await Driver.start(size, this.#data);
		this.#page = new Page(this.#driver, baseURL);
		this.#create('browser', 'Tracing', 'tracing', {});
		this.#create('browser', 'APIRequestContext', 'request', { tracing: { guid: 'tracing' } });
		this.#create('browser', 'Debugger', 'debugger', {});
		this.#create('browser', 'BrowserContext', 'context', {
			debugger: { guid: 'debugger' },
			requestContext: { guid: 'request' },
			tracing: { guid: 'tracing' },
			options: { viewport: size }
		});
		this.#event('browser', 'context', { context: { guid: 'context' } });
		this.#create('context', 'Frame', 'frame', { url: '', name: '', loadStates: ['load'] });
		const page = { mainFrame: { guid: 'frame' }, viewportSize: size, isClosed: false };
		this.#create('context', 'Page', 'page', page);
		this.#event('context', 'page', { page: { guid: 'page' } });
		this.#listen(this.#driver);
		return { context: { guid: 'context' } };
	}

	#newPage(): unknown {
		return { page: { guid: 'page' } };
	}

	/** Tells Playwright what happens in the page. */
	#listen(driver: Driver): void {
		driver.on('load', ({ state, url }) => {
			if (state === 'committed') {
				for (const remove of ['load', 'domcontentloaded', 'networkidle']) {
					this.#event('frame', 'loadstate', { remove });
				}
				this.#event('frame', 'navigated', { url, name: '', newDocument: {} });
			}
			if (state === 'finished') {
				for (const add of ['domcontentloaded', 'load']) this.#event('frame', 'loadstate', { add });
				void this.#untilIdle(driver);
			}
		});
		driver.on('console', ({ type, text }) => {
			const at = { location: { url: '', lineNumber: 0, columnNumber: 0 }, timestamp: 0 };
			this.#event('context', 'console', { page: { guid: 'page' }, type, text, args: [], ...at });
		});
		driver.on('download', ({ name, path }) => {
			const guid = `file${this.#files.size}`;
			this.#files.set(guid, path);
			this.#create('page', 'Artifact', guid, { absolutePath: path });
			this.#event('page', 'download', { url: '', suggestedFilename: name, artifact: { guid } });
		});
	}

	/** As long as half a second brings nothing new. */
	async #untilIdle(driver: Driver): Promise<void> {
		const count = () =>
			driver.execute<number>('return performance.getEntriesByType("resource").length');
		try {
			for (let before = -1, now = await count(); before !== now;) {
				await new Promise((done) => setTimeout(done, 500));
				[before, now] = [now, await count()];
			}
			this.#event('frame', 'loadstate', { add: 'networkidle' });
		} catch {
			// The page went elsewhere, or the browser has ended.
		}
	}

	#openStream(file: string): unknown {
		const guid = `stream${this.#streams.size}`;
		const stream = createReadStream(this.#files.get(file)!);
		this.#streams.set(guid, stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>);
		this.#create(file, 'Stream', guid, {});
		return { stream: { guid } };
	}

	async #readStream(guid: string): Promise<unknown> {
		const { value } = (await this.#streams.get(guid)!.next()) as { value?: Buffer };
		return { binary: value?.toString('base64') ?? '' };
	}

	#create(parent: string, type: string, guid: string, initializer: object): void {
		this.#send({ guid: parent, method: '__create__', params: { type, guid, initializer } });
	}

	#event(guid: string, method: string, params: object = {}): void {
		this.#send({ guid, method, params });
	}

	#send(message: object): void {
		this.#socket.send(JSON.stringify(message));
	}
}
