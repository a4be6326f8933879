/** Edits of letters and marks: typos, scanning, styles of punctuation, line ends, footnotes. */
import { isLetter, otherLetter, type Edit } from './edit';
import type { Random } from './random';
import { added, replaced, type Traced, type Unit } from './traced';

export function letterNoise(share: number) {
	return (old: Traced, { random, writer }: Edit): Traced =>
		old.map((block) => {
			const units: Unit[] = [];
			for (let n = 0; n < block.length; n += 1) {
				const unit = block[n];
				if (!isLetter(unit.unit) || !random.chance(share)) {
					units.push(unit);
					continue;
				}
				switch (random.whole(0, 4)) {
					case 0:
						break; // lost
					case 1:
						units.push(unit, ...added(otherLetter(writer, random, [unit, block[n + 1]])));
						break;
					case 2:
						if (n + 1 < block.length && isLetter(block[n + 1].unit)) {
							units.push(block[n + 1], unit); // swapped
							n += 1;
							break;
						}
					// falls through: nothing to swap with
					default:
						units.push(...replaced([unit], otherLetter(writer, random, [unit])));
				}
			}
			return units;
		});
}

const MISREAD: Record<string, string> = {
	m: 'rn',
	h: 'li',
	d: 'cl',
	l: 'I',
	e: 'c',
	c: 'e',
	i: 'l',
	o: '0',
	s: '5',
	u: 'n',
	b: 'h'
};

/** What a scanner does: letters misread, spaces lost and found. */
export function scanNoise(old: Traced, { random, writer }: Edit): Traced {
	return old.map((block) =>
		block.flatMap((unit) => {
			if (!random.chance(0.02)) return [unit];
			if (unit.unit === ' ') return [];
			if (!isLetter(unit.unit)) return [unit];
			if (writer.spaced && random.chance(0.15)) return [unit, ...added(' ')];
			return replaced([unit], MISREAD[unit.unit] ?? otherLetter(writer, random, [unit]));
		})
	);
}

const RESTYLED: Record<string, string> = {
	'“': '"',
	'”': '"',
	'‘': "'",
	'’': "'",
	'–': '—',
	'—': '--',
	'，': ',',
	'。': '.',
	'；': ';',
	'？': '?',
	'：': ':'
};

/** Quotation marks and dashes in another manner; spaces around dashes closed up. */
export function restyle(old: Traced): Traced {
	return old.map((block) =>
		block.flatMap((unit, n) => {
			const beside = [block[n - 1]?.unit, block[n + 1]?.unit];
			if (unit.unit === ' ' && beside.includes('–')) return [];
			const other = RESTYLED[unit.unit];
			return other ? replaced([unit], other).map((made) => ({ ...made, isSame: true })) : [unit];
		})
	);
}

/** The old text came from lines: some long words are broken, "be- hind" or "be-hind". */
export function breakLines(blocks: readonly string[], random: Random): string[] {
	return blocks.map((block) =>
		block.replace(/(\p{L}{2,})(\p{L}{3,})/gu, (word, head: string, tail: string) =>
			random.chance(0.06) ? `${head}${random.pick(['- ', '-'])}${tail}` : word
		)
	);
}

export function joinLines(old: Traced, { random }: Edit): Traced {
	return old.map((block) => {
		const text = block.map(({ unit }) => unit).join('');
		const drop = new Set<number>();
		for (const { index } of text.matchAll(/(?<=\p{L})- ?(?=\p{L})/gu)) {
			if (!random.chance(0.7)) continue;
			drop.add(index);
			if (text[index + 1] === ' ') drop.add(index + 1);
		}
		return block.filter((_, n) => !drop.has(n));
	});
}

/** Literal marks "[12]" after words, and notes at the end. */
export function addFootnotes(old: Traced, { random, writer }: Edit): Traced {
	let number = 0;
	const marked = old.map((block) =>
		block.flatMap((unit, n) => {
			const ends = isLetter(unit.unit) && !isLetter(block[n + 1]?.unit ?? ' ');
			if (!ends || !random.chance(0.02)) return [unit];
			number += 1;
			return [unit, ...added(`[${number}]`)];
		})
	);
	const notes = Array.from({ length: number }, () => added(writer.sentence(random)));
	return [...marked, ...notes];
}
