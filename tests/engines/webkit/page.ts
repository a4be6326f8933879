/** What Playwright's `Frame`, `Page`, keyboard and mouse can do, done by WebDriver. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver } from './driver';
import { ANSWER, ELEMENT, evaluate, EXPECT, FILL, INSTALL, POINT, SELECT, TAPPED } from './in-page';
import { parse, serialize } from './values';

const DEFAULT_TIMEOUT = 20_000;
/** Ms that stand for "as long as the test may take". */
const LONGEST = 60_000;
/** Ms between two looks at what is waited for, and that a command may keep the driver from others. */
const MOMENT = 50;
/** WebDriver's name of an element in JSON. */
const ELEMENT_KEY = 'element-6066-11e4-a52e-4f735466cecf';

type Params = Record<string, unknown>;

/** What an expectation came to when its time was over. */
export class ExpectationError extends Error {
	constructor(
		message: string,
		readonly details: object
	) {
		super(message);
	}
}

export class Page {
	/** `base`: what the addresses that the tests name are relative to. */
	constructor(
		private readonly driver: Driver,
		private readonly base?: string
	) {}

	/** Goes to an address, and waits until it has loaded. */
	goto = ({ url }: { url: string }) =>
		this.driver.command('/url', { url: new URL(url, this.base).href });
	reload = () => this.driver.command('/refresh');
	pdf = async () => ({ pdf: readFileSync(await this.driver.print()).toString('base64') });
	goBack = () => this.driver.command('/back');
	keyboardPress = ({ key }: { key: string }) => this.driver.press(key);
	mouseClick = ({ x, y }: { x: number; y: number }) => this.driver.clickAt(x, y);
	mouseWheel = (by: { deltaX: number; deltaY: number }) => this.driver.wheel(by.deltaX, by.deltaY);
	keyboardType = async ({ text }: { text: string }) => {
		for (const letter of text) await this.driver.press(letter);
	};

	evaluateExpression = (params: Params) => this.#evaluate(params, null);
	evalOnSelectorAll = (params: Params) => this.#evaluate(params, params.selector as string);

	/** Gives what a function of the test gives in the page, of the elements of a selector if there is one. */
	async #evaluate(params: Params, selector: string | null) {
		const { expression, isFunction, arg } = params as {
			expression: string;
			isFunction?: boolean;
			arg: { value: unknown };
		};
		if (selector !== null) await this.#install();
		const script = evaluate(expression, isFunction ?? false);
		type Result = { value?: unknown; error?: string; id?: number };
		let result: Result = await this.driver.executeAsync(
			script,
			parse(arg.value) ?? null,
			selector,
			MOMENT
		);
		while (result.id !== undefined) {
			result = await this.driver.executeAsync(ANSWER, result.id, MOMENT);
		}
		if (result.error) throw new Error(result.error);
		return { value: serialize(result.value) };
	}

	async textContent({ selector }: { selector: string }, timeout?: number) {
		return this.#withElement(selector, timeout, async (element) => ({
			value: await this.driver.execute<string>('return arguments[0].textContent', element)
		}));
	}

	async inputValue({ selector }: { selector: string }, timeout?: number) {
		return this.#withElement(selector, timeout, async (element) => ({
			value: await this.driver.execute<string>('return arguments[0].value', element)
		}));
	}

	async queryCount({ selector }: { selector: string }) {
		await this.#install();
		const value = await this.driver.execute<number>(
			'const i = globalThis.__injected; return i.querySelectorAll(i.parseSelector(arguments[0]), document).length',
			selector
		);
		return { value };
	}

	async click({ selector }: { selector: string }, timeout?: number) {
		await this.#withElement(selector, timeout, async (element) => {
			type Point = { not?: string; point?: { x: number; y: number } };
			const { not, point } = await this.driver.executeAsync<Point>(POINT, element);
			if (!point) return `the element is not ${not}`;
			await this.driver.clickAt(point.x, point.y);
			// The tap was made: a page that goes elsewhere by it cannot be asked any more.
			const other = await this.driver.execute<string | null>(TAPPED).catch(() => null);
			if (other) return `the tap fell on ${other}`;
		});
	}

	async check({ selector }: { selector: string }, timeout?: number) {
		await this.click({ selector }, timeout);
		await this.expect(
			{
				selector,
				expression: 'to.be.checked',
				expectedValue: { value: serialize({ checked: true }) }
			},
			timeout
		);
	}

	async fill({ selector, value }: { selector: string; value: string }, timeout?: number) {
		await this.#withElement(selector, timeout, async (element) => {
			if ((await this.driver.execute(FILL, element, value)) !== 'needsinput') return;
			const id = (element as Record<string, string>)[ELEMENT_KEY];
			await this.driver.command(`/element/${id}/value`, { text: value });
		});
	}

	async selectOption(params: Params, timeout?: number) {
		const { selector, options } = params as {
			selector: string;
			options: { valueOrLabel: string }[];
		};
		const labels = options.map(({ valueOrLabel }) => valueOrLabel);
		return this.#withElement(selector, timeout, async (element) => {
			const values = await this.driver.execute<string[]>(SELECT, element, labels);
			return values.length === labels.length ? { values } : 'there is no such option';
		});
	}

	async setInputFiles(params: Params, timeout?: number) {
		const { selector, payloads } = params as {
			selector: string;
			payloads: { name: string; buffer: string }[];
		};
		const folder = mkdtempSync(join(tmpdir(), 'postil-files-'));
		const paths = payloads.map(({ name, buffer }) => {
			writeFileSync(join(folder, name), Buffer.from(buffer, 'base64'));
			return join(folder, name);
		});
		await this.#withElement(selector, timeout, async (element) => {
			const id = (element as Record<string, string>)[ELEMENT_KEY];
			await this.driver.command(`/element/${id}/value`, { text: paths.join('\n') });
		});
	}

	/** Waits until what is expected is so. */
	async expect(params: object, timeout = DEFAULT_TIMEOUT): Promise<void> {
		const {
			selector = ':root',
			isNot = false,
			...options
		} = params as {
			selector?: string;
			isNot?: boolean;
			expression: string;
			expectedValue?: { value: unknown };
		};
		const given = options.expectedValue && 'value' in options.expectedValue;
		const expectedValue = given ? parse(options.expectedValue!.value) : undefined;
		let received: unknown;
		let error: string | undefined;
		const isSo = async () => {
			await this.#install();
			type Result = { error?: string; isMissing?: true; matches?: boolean; received?: unknown };
			const result = await this.driver.executeAsync<Result | 'missing'>(EXPECT, selector, {
				...options,
				expectedValue,
				isNot
			});
			if (result === 'missing') return false;
			({ received, error } = result);
			if (result.isMissing) {
				error = 'element(s) not found';
				return isTrueOfNothing(options.expression, isNot);
			}
			return !error && result.matches !== isNot;
		};
		if (await this.#until(isSo, timeout)) return;
		throw new ExpectationError('Expect failed', {
			timedOut: true,
			customErrorMessage: error,
			received: error ? undefined : { value: serialize(received) }
		});
	}

	/** Does something with the one element of a selector; tried again as long as that gives a reason. */
	async #withElement<T>(
		selector: string,
		timeout = DEFAULT_TIMEOUT,
		act: (element: object) => Promise<T | string | undefined>
	): Promise<T> {
		let reason = 'there is no such element';
		let result: T | undefined;
		const isDone = async () => {
			await this.#install();
			type Found = { many?: string; element: object | null };
			const found = await this.driver.execute<Found | 'missing'>(ELEMENT, selector);
			if (found === 'missing' || (!found.many && !found.element)) return false;
			if (found.many) {
				reason = found.many;
				return false;
			}
			const done = await act(found.element!);
			if (typeof done === 'string') reason = done;
			else result = done;
			return typeof done !== 'string';
		};
		if (await this.#until(isDone, timeout)) return result as T;
		throw new Error(`there was not enough time for ${selector}: ${reason}`);
	}

	/** Looks until it is so; while the page goes elsewhere, a look may fail. */
	async #until(isSo: () => Promise<boolean>, timeout: number): Promise<boolean> {
		const end = Date.now() + (timeout || LONGEST);
		let failure: unknown;
		for (;;) {
			try {
				failure = undefined;
				if (await isSo()) return true;
			} catch (error) {
				failure = error;
			}
			if (Date.now() > end) {
				if (failure) throw failure;
				return false;
			}
			await new Promise((done) => setTimeout(done, MOMENT));
		}
	}

	async #install(): Promise<void> {
		if (await this.driver.execute('return Boolean(globalThis.__injected)')) return;
		await this.driver.execute(INSTALL);
	}
}

function isTrueOfNothing(expression: string, isNot: boolean): boolean {
	const forNothing: Record<string, boolean> = {
		'to.be.hidden': true,
		'to.be.detached': true,
		'to.be.visible': false,
		'to.be.attached': false,
		'to.be.in.viewport': false
	};
	return expression in forNothing && forNothing[expression] !== isNot;
}
