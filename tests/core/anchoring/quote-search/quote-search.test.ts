import { describe as group, expect, test } from 'vitest';
import { openQuoteSearch } from '$lib/core/anchoring/quote-search/quote-search';

const TURKISH = [
	'İzmir’den ayrıldığımızda hava kararmıştı; kimse konuşmuyordu.',
	'Ertesi gün Ankara’ya vardık. Istasyonda bizi bekleyen Doktor Guetier’yi gördük.',
	'ISTANBUL’A GELDİĞİMİZDE HER ŞEY DEĞİŞMİŞTİ, ama evimiz aynıydı.'
].join('\n');

group('a quote of a text with an İ, which grows when it is made small', () => {
	test.each([
		['of the same capitals', 'Istasyonda bizi bekleyen Doktor Guetier’yi gördük.'],
		['with other quotation marks', "Ertesi gün Ankara'ya vardık. Istasyonda bizi bekleyen"],
		['in small letters', 'istanbul’a geldiğimizde her şey değişmişti, ama evimiz aynıydı.'],
		['with the İ itself', 'İzmir’den ayrıldığımızda hava kararmıştı; kimse konuşmuyordu.']
	])('%s', (_, exact) => {
		const { range, level } = openQuoteSearch(TURKISH).place({ exact, prefix: '', suffix: '' });
		expect(range && TURKISH.slice(range.start, range.end)).toHaveLength(exact.length);
		expect(['exact', 'high']).toContain(level);
	});
});
