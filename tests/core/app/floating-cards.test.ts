import { describe, expect, test } from 'vitest';
import { cardToShow, type BottomTool, type FloatingCard } from '$lib/core/app/floating-cards';

const ALL: FloatingCard[] = ['update', 'back-in', 'corrected', 'back', 'news', 'loss', 'unsaved'];

describe('Of what floats over a page', () => {
	test.each<[FloatingCard[], FloatingCard | null]>([
		[[], null],
		[['update'], 'update'],
		[['update', 'back-in'], 'back-in'],
		[['back-in', 'corrected'], 'corrected'],
		[['update', 'corrected', 'back'], 'back'],
		[['back', 'news'], 'news'],
		[['news', 'loss'], 'loss'],
		[ALL, 'unsaved']
	])('one thing is shown at a time: of %j it is %j', (cards, shown) => {
		expect(cardToShow({ cards, tool: null, onField: [] })).toBe(shown);
	});

	test.each<[BottomTool, FloatingCard[], FloatingCard | null]>([
		['selection', ALL, null],
		['mode', ['back', 'back-in', 'corrected', 'update'], null],
		['mode', ['back', 'news'], 'news'],
		['mode', ['back', 'unsaved'], 'unsaved']
	])('with the tools of a %s, of %j it is %j', (tool, cards, shown) => {
		expect(cardToShow({ cards, tool, onField: [] })).toBe(shown);
	});

	test('nothing is shown on the field in which the reader types', () => {
		expect(cardToShow({ cards: ['news'], tool: null, onField: ['news'] })).toBeNull();
		expect(cardToShow({ cards: ['news', 'back'], tool: null, onField: ['news'] })).toBe('back');
	});
});
