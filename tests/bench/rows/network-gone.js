import { newPhone, slowTab, untilKept, visit } from '../phone.js';

/**
 * A phone that has been here opens the chapter again, in a new tab, with the host gone. The plain
 * page has a worker of six lines: the best that any can do. *Asleep*: the worker was stopped, as
 * browsers do after half a minute, and must start first.
 */
export const group = /** @satisfies {import('../row.js').Group} */ ({
	sides: ['plain', 'ours'],
	rows: {
		text: { what: 'network gone: text on screen', unit: 'ms', budget: { limit: 240 } },
		interactive: { what: 'network gone: interactive', unit: 'ms', budget: { limit: 450 } },
		blocked: { what: 'network gone: blocked (TBT)', unit: 'ms' },
		asleepText: {
			what: 'network gone, worker asleep: text on screen',
			unit: 'ms',
			budget: { limit: 300 }
		},
		asleepInteractive: {
			what: 'network gone, worker asleep: interactive',
			unit: 'ms',
			budget: { limit: 550 }
		}
	},
	async measure({ browser, hosts, addressOn }, side) {
		const host = side === 'ours' ? hosts.ours : hosts.plainKept;
		const url = addressOn(host);
		const phone = await newPhone(browser);
		try {
			const first = await phone.newPage();
			await first.goto(url);
			await untilKept(first);
			await first.goto('about:blank');
			await host.stop();

			const awake = await slowTab(phone);
			const times = await visit(awake, url);
			const cdp = await phone.newCDPSession(awake);
			await cdp.send('ServiceWorker.enable');
			await cdp.send('ServiceWorker.stopAllWorkers');
			await awake.close();
			const asleep = await visit(await slowTab(phone), url);
			return { ...times, asleepText: asleep.text, asleepInteractive: asleep.interactive };
		} finally {
			await phone.close();
			await host.start();
		}
	}
});
