/** Edits of whole blocks: split, merged, moved, deleted, inserted. */
import { isLetter, type Edit } from './edit';
import type { Random } from './random';
import { sentenceStarts } from './sentence-edits';
import { added, takenElsewhere, type Traced, type Unit } from './traced';

export function splitBlocks(old: Traced, { random }: Edit): Traced {
	return old.flatMap((block) => {
		const starts = sentenceStarts(block);
		if (starts.length === 0 || !random.chance(0.35)) return [block];
		const at = random.pick(starts);
		return [block.slice(0, at), block.slice(at)];
	});
}

export function mergeBlocks(old: Traced, { random, writer }: Edit): Traced {
	const merged: Traced = [];
	for (const block of old) {
		if (merged.length === 0 || !random.chance(0.2)) merged.push(block);
		else merged.push([...(merged.pop() ?? []), ...added(writer.spaced ? ' ' : ''), ...block]);
	}
	return merged;
}

/** How many blocks are edited at a time: a few paragraphs, or as much in verse lines. */
function some(old: Traced, random: Random): { at: number; count: number } {
	const count = random.whole(1, old.length > 100 ? 6 : 2);
	return { at: random.whole(0, old.length - count), count };
}

const lengthOf = (blocks: Traced) => blocks.reduce((sum, block) => sum + block.length + 1, 0);

export function moveBlocks(old: Traced, { random }: Edit): Traced {
	let now = old;
	for (let times = 0; times < 3; times += 1) {
		const { at, count } = some(now, random);
		const taken = now.slice(at, at + count);
		if (taken.some((block) => block.some(({ moved }) => moved))) continue;
		const rest = [...now.slice(0, at), ...now.slice(at + count)];
		const to = random.whole(0, rest.length);
		const between = rest.slice(Math.min(at, to), Math.max(at, to));
		// Over a shorter distance than its length, it is the neighbours that moved.
		if (lengthOf(between) < lengthOf(taken) * 2) continue;
		// Two moved passages around one that stayed: which of them is it that moved?
		const around = rest.slice(Math.max(0, to - 4), to + 4);
		if (around.some((block) => block.some(({ moved }) => moved))) continue;
		now = [...rest.slice(0, to), ...taken.map(takenElsewhere), ...rest.slice(to)];
	}
	return now;
}

export function deleteBlocks(old: Traced, { random }: Edit): Traced {
	let now = old;
	for (let times = 0; times < 3; times += 1) {
		const { at, count } = some(now, random);
		// Without other blocks, those of a refrain, the text would be the same.
		if (isSame(now[at - 1], now[at + count - 1]) || isSame(now[at], now[at + count])) continue;
		now = [...now.slice(0, at), ...now.slice(at + count)];
	}
	return now;
}

/** Whether two blocks have the same letters. */
function isSame(a: readonly Unit[] | undefined, b: readonly Unit[] | undefined): boolean {
	const lettersOf = (block: readonly Unit[]) =>
		block
			.map(({ unit }) => unit.toLowerCase())
			.filter(isLetter)
			.join('');
	return a !== undefined && b !== undefined && lettersOf(a) === lettersOf(b);
}

export function insertBlocks(old: Traced, { random, writer }: Edit): Traced {
	return old.flatMap((block) => {
		if (!random.chance(Math.min(0.15, 12 / old.length))) return [block];
		const sentences = Array.from({ length: random.whole(1, 4) }, () => writer.sentence(random));
		return [added(sentences.join(writer.spaced ? ' ' : '')), block];
	});
}
