/** Edits of sentences: inserted, moved, reworded. */
import type { Edit } from './edit';
import { added, takenElsewhere, replaced, type Traced, type Unit } from './traced';

/** Offsets after the space that follows a sentence, or after the sentence where there are no spaces. */
export function sentenceStarts(block: readonly Unit[]): number[] {
	const text = block.map(({ unit }) => unit).join('');
	const starts = [...text.matchAll(/(?<=[a-z]{2,}[.!?;][”’]?) |(?<=[。；？！])(?=.)/gu)];
	return starts.map(({ index, 0: space }) => index + space.length);
}

export function insertSentences(old: Traced, { random, writer }: Edit): Traced {
	return old.map((block) => {
		const starts = new Set(sentenceStarts(block).filter(() => random.chance(0.1)));
		return block.flatMap((unit, n) => {
			if (!starts.has(n)) return [unit];
			return [...added(writer.sentence(random) + (writer.spaced ? ' ' : '')), unit];
		});
	});
}

/** Whether one word is rather the other misprinted ("hand" for "and") than another word. */
function areAlike(a: string, b: string): boolean {
	const left = [...b];
	const common = [...a].filter(
		(letter) => left.includes(letter) && left.splice(left.indexOf(letter), 1)
	);
	return 2 * common.length >= Math.min(a.length, b.length) + 1;
}

/** In one sentence of six, every third word is another one. */
export function reword(old: Traced, { random, writer }: Edit): Traced {
	return old.map((block) => {
		const text = block.map(({ unit }) => unit).join('');
		const units: Unit[] = [];
		const cuts = [0, ...sentenceStarts(block), block.length];
		for (let n = 1; n < cuts.length; n += 1) {
			const [start, end] = [cuts[n - 1], cuts[n]];
			const change = random.chance(1 / 6);
			let at = start;
			for (const { 0: word, index } of text.slice(start, end).matchAll(writer.words)) {
				if (!change || !random.chance(0.3)) continue;
				const from = start + index;
				const other = writer.word(random);
				// Initials are not reworded; and with a word that stands nearby, nobody
				// could say which of the two it is.
				if (writer.spaced && Math.min(word.length, other.length) < 3) continue;
				if (text.slice(start, end).toLowerCase().includes(other.toLowerCase())) continue;
				if (areAlike(word.toLowerCase(), other.toLowerCase())) continue;
				units.push(...block.slice(at, from));
				units.push(...replaced(block.slice(from, from + word.length), other));
				at = from + word.length;
			}
			units.push(...block.slice(at, end));
		}
		return units;
	});
}

export function moveSentences(old: Traced, { random, writer }: Edit): Traced {
	const now = old.map((block) => [...block]);
	for (let times = 0; times < 4; times += 1) {
		const from = random.pick(now);
		const cuts = [0, ...sentenceStarts(from), from.length];
		if (cuts.length < 3) continue;
		const n = random.whole(1, cuts.length - 1);
		const taken = from.slice(cuts[n - 1], cuts[n]);
		if (taken.some(({ moved }) => moved)) continue;
		// Over a shorter distance than its length, it is the neighbours that moved.
		const far = now.filter((_, n) => Math.abs(n - now.indexOf(from)) > 3);
		const to = random.pick(far.filter((block) => block.length > 1));
		const at = random.pick([0, ...sentenceStarts(to)]);
		from.splice(cuts[n - 1], taken.length);
		to.splice(at, 0, ...takenElsewhere(taken), ...added(writer.spaced ? ' ' : ''));
	}
	return now;
}
