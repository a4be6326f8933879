/** Loose notes: notes that the reader decided to keep without a place in the text. */
import type { Annotation } from './annotation';
import { compareClocks } from './clock';

/** Whether the reader let an annotation be without a place; placing it by hand later ends that. */
export function isLoose({ fields, targets }: Annotation): boolean {
	const { loose } = fields;
	if (loose?.value !== true) return false;
	return targets.every(({ at }) => at === undefined || compareClocks(at, loose.at) < 0);
}
