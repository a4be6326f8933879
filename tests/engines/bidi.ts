/**
 * What Firefox ESR and Playwright do not say alike in WebDriver BiDi, translated on its way:
 *
 * - Playwright sends `emulation.setMediaFeaturesOverride` for every page, also where nothing is emulated.
 *   Firefox does not know it; it is answered here.
 * - Firefox gives a download that is no navigation no id, and Playwright passes it over; its address
 *   serves as one.
 */
import { createRequire } from 'node:module';

interface Socket {
	send(message: string, ...rest: unknown[]): void;
	emit(event: string, ...rest: unknown[]): boolean;
}
interface DownloadEvent {
	method: string;
	params: { download?: string; navigation: string | null; url: string };
}

const require = createRequire(createRequire(import.meta.url).resolve('playwright/package.json'));
// Playwright's own copy of the package `ws`, by which it talks to browsers.
const { ws } = require('playwright-core/lib/utilsBundle') as { ws: { prototype: Socket } };
const { send, emit } = ws.prototype;

ws.prototype.send = function (message, ...rest) {
	if (!message.includes('"emulation.setMediaFeaturesOverride"')) {
		return send.call(this, message, ...rest);
	}
	const { id } = JSON.parse(message) as { id: number };
	setImmediate(() => this.emit('message', JSON.stringify({ type: 'success', id, result: {} })));
};

ws.prototype.emit = function (event, ...rest) {
	const text = event === 'message' ? String(rest[0]) : '';
	if (!text.includes('"browsingContext.download')) return emit.call(this, event, ...rest);
	const message = JSON.parse(text) as DownloadEvent;
	message.params.download ??= message.params.navigation ?? message.params.url;
	return emit.call(this, event, JSON.stringify(message), ...rest.slice(1));
};
