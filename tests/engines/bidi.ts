/**
 * Firefox ESR does not know `emulation.setMediaFeaturesOverride`, which Playwright sends for every page,
 * also where nothing is emulated. It is answered here, in the place of the browser.
 */
import { createRequire } from 'node:module';

interface Socket {
	send(message: string, ...rest: unknown[]): void;
	emit(event: 'message', data: string): void;
}

const require = createRequire(createRequire(import.meta.url).resolve('playwright/package.json'));
// Playwright's own copy of the package `ws`, by which it talks to browsers.
const { ws } = require('playwright-core/lib/utilsBundle') as { ws: { prototype: Socket } };
const { send } = ws.prototype;

ws.prototype.send = function (message, ...rest) {
	const { id, method } = JSON.parse(message) as { id: number; method: string };
	if (method !== 'emulation.setMediaFeaturesOverride') return send.call(this, message, ...rest);
	setImmediate(() => this.emit('message', JSON.stringify({ type: 'success', id, result: {} })));
};
