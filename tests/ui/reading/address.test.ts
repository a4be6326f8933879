import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { addressNamesPassage } from '../../../src/lib/ui/reading/position/address';

beforeEach(() => {
	const tall = document.createElement('div');
	tall.style.height = '9000px';
	document.body.append(tall);
	return () => tall.remove();
});

afterEach(() => {
	vi.restoreAllMocks();
	delete window.restoredTo;
	location.hash = '';
	window.scrollTo(0, 0);
});

function arriveBy(type: string, name = 'http://localhost/') {
	vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type, name } as never]);
}

test.each([
	['a link, at the top', 'navigate', 0, undefined, false],
	['a link, back where it was left', 'navigate', 3000, 3000, false],
	['a link, the layout a little other than before', 'navigate', 3040, 3000, false],
	['a link to words, which the browser tells no script of', 'navigate', 3000, undefined, true],
	['the same, from where it was left', 'navigate', 3000, 7000, true],
	['a reload, where the browser scrolls too', 'reload', 3000, 0, false]
])('A page reached by %s', (_, type, scrolled, restoredTo, isNamed) => {
	arriveBy(type);
	if (restoredTo !== undefined) window.restoredTo = restoredTo;
	window.scrollTo(0, scrolled);
	expect(addressNamesPassage()).toBe(isNamed);
});

test('The address of a jump that is entered again names no passage, where the browser scrolls to it', () => {
	arriveBy('navigate');
	history.replaceState({ departures: [{ paragraph: 10 }] }, '');
	onTestFinished(() => history.replaceState(null, ''));
	window.scrollTo(0, 3000);
	expect(addressNamesPassage()).toBe(false);
});

test.each([
	['#p12', 'http://localhost/', true],
	['#mark=abc', 'http://localhost/', false],
	['', 'http://localhost/#:~:text=words', true]
])('An address that ends in %j, told as %s', (hash, name, isNamed) => {
	location.hash = hash;
	arriveBy('navigate', name);
	window.scrollTo(0, 0);
	expect(addressNamesPassage()).toBe(isNamed);
});
