/**
 * What runs in the page: Playwright's own script, by which it finds elements and judges what is expected
 * of them in every browser that it drives itself. So a sentence means the same in this engine.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';

const require = createRequire(createRequire(import.meta.url).resolve('playwright/package.json'));

/** The script as text; Playwright has it as a string in its bundle, and gives it to nobody. */
function readScript(): string {
	const bundle = readFileSync(require.resolve('playwright-core/lib/coreBundle'), 'utf8');
	const literal = bundle
		.split('\n')
		.find((line) => /^\s*source\d* = '/.test(line) && line.includes('src/injectedScript.ts'));
	if (!literal) throw new Error('Playwright keeps its script in another place now');
	return runInNewContext(literal.replace(/^\s*source\d* = /, '').replace(/;$/, '')) as string;
}

const OPTIONS = {
	isUnderTest: false,
	sdkLanguage: 'javascript',
	frameSeq: 0,
	testIdAttributeName: 'data-testid',
	stableRafCount: 1,
	browserName: 'webkit',
	shouldPrependErrorPrefix: false,
	isUtilityWorld: false,
	customEngines: []
};

/** Puts Playwright's script into the page; the body of a function. */
export const INSTALL = `
	const module = {};
	${readScript()}
	const injected = new (module.exports.InjectedScript())(globalThis, ${JSON.stringify(OPTIONS)});
	Object.defineProperty(globalThis, '__injected', { value: injected });`;

/** The bodies of functions, which get a selector first. They return `'missing'` without the script. */
const find = `
	const injected = globalThis.__injected;
	if (!injected) return 'missing';
	const all = injected.querySelectorAll(injected.parseSelector(arguments[0]), document);`;

export const ELEMENT = `${find}
	if (all.length > 1) return { many: injected.strictModeViolationError(injected.parseSelector(arguments[0]), all).message };
	return { element: all[0] ?? null };`;

/**
 * What has to be true of an element before it is tapped, and where it is tapped. From then on the page
 * lets no tap through that falls on something else: what is tapped may move while the tap is on its way.
 */
export const POINT = `
	const [element] = arguments;
	const done = arguments[arguments.length - 1];
	const injected = globalThis.__injected;
	const isOn = ({ top, left, bottom, right }) => top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
	const rects = () => [...element.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
	const judge = async () => {
		const wrong = await injected.checkElementStates(element, ['visible', 'enabled', 'stable'], true);
		if (wrong) return { not: wrong.missingState ?? 'on the page any more' };
		if (!isOn(rects()[0] ?? element.getBoundingClientRect())) element.scrollIntoViewIfNeeded(true);
		const { x, y, width, height } = rects()[0] ?? element.getBoundingClientRect();
		const point = { x: x + width / 2, y: y + height / 2 };
		const interceptor = injected.setupHitTargetInterceptor(element, 'mouse', point, false);
		if (!interceptor.stop) return { not: 'to be tapped: ' + interceptor + ' lies over it' };
		globalThis.__tap = interceptor;
		return { point };
	};
	judge().then(done, (error) => done({ not: String(error) }));`;

/** What a tap fell on instead; nothing when it was the right element, or has led to another page. */
export const TAPPED = `
	const hit = globalThis.__tap?.stop() ?? 'done';
	return hit === 'done' ? null : hit.hitTargetDescription;`;

export const EXPECT = `
	const [selector, options] = arguments;
	const done = arguments[arguments.length - 1];
	const injected = globalThis.__injected;
	if (!injected) return done('missing');
	const isArray = options.expression === 'to.have.count' || options.expression.endsWith('.array');
	const all = injected.querySelectorAll(injected.parseSelector(selector), document);
	if (all.length > 1 && !isArray) {
		return done({ error: injected.strictModeViolationError(injected.parseSelector(selector), all).message });
	}
	if (!all[0] && !isArray) return done({ isMissing: true });
	injected.expect(all[0], options, all, true).then(
		({ matches, received }) => done({ matches, received: received?.value ?? null }),
		(error) => done({ error: String(error) })
	);`;

export const FILL = `
	const [element, value] = arguments;
	element.scrollIntoViewIfNeeded(true);
	return globalThis.__injected.fill(element, value);`;

/** Chooses the options of these names or values, and gives the values of those that are there. */
export const SELECT = `
	const [element, names] = arguments;
	const chosen = [...element.options].filter(
		({ label, value }) => names.includes(label.trim()) || names.includes(value)
	);
	if (chosen.length < names.length) return [];
	for (const option of element.options) option.selected = chosen.includes(option);
	for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true }));
	return chosen.map(({ value }) => value);`;

/**
 * Runs a function of the test. It may take as long as it likes, and the driver takes one command at a
 * time: after a moment this gives the number to ask for its result with, by `ANSWER`.
 */
export const evaluate = (expression: string, isFunction: boolean) => `
	const done = arguments[arguments.length - 1];
	const [argument, selector, wait] = arguments;
	const results = (globalThis.__results ??= []);
	const injected = globalThis.__injected;
	const start = async () => {
		const given = selector === null ? argument : injected.querySelectorAll(injected.parseSelector(selector), document);
		const it = (${expression});
		return ${isFunction ? 'it(given, ...(selector === null ? [] : [argument]))' : 'it'};
	};
	const result = start().then(
		(value) => ({ value: value ?? null }),
		(error) => ({ error: error?.stack ? error.name + ': ' + error.message : String(error) })
	);
	const id = results.push(result) - 1;
	Promise.race([result, new Promise((r) => setTimeout(r, wait, { id }))]).then(done);`;

export const ANSWER = `
	const done = arguments[arguments.length - 1];
	const [id, wait] = arguments;
	const result = globalThis.__results?.[id];
	if (!result) return done({ error: 'the page went elsewhere' });
	Promise.race([result, new Promise((r) => setTimeout(r, wait, { id }))]).then(done);`;
