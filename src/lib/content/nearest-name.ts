const MOST_SLIPS = 2; // more, and a word of five letters could be any other

/** The one of `known` that `name` was most likely meant to be; `null` when none is like it. */
export function nearestName<K extends string>(name: string, known: readonly K[]): K | null {
	let nearest: K | null = null;
	let least = MOST_SLIPS + 1;
	for (const candidate of known) {
		const slips = editDistance(name.toLowerCase(), candidate);
		if (slips < least) [nearest, least] = [candidate, slips];
	}
	return nearest;
}

/** Levenshtein's distance: characters to put in, take out or change to get from `a` to `b`. */
function editDistance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min(change, row[j] + 1, next[j - 1] + 1));
		}
		row = next;
	}
	return row[b.length];
}
