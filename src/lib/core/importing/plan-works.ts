/** Which works of the reader's own an import brings. Like all of it, it merges and never replaces. */
import type { OwnWork } from '../own-works/own-work';

/** A work as the plan shows it. */
export type FoundWork = Pick<OwnWork, 'slug' | 'title' | 'language' | 'size'>;

export interface WorksPlan {
	/** They are not here, or were removed. */
	added: FoundWork[];
	/** They are here: what is here of them stays. */
	here: FoundWork[];
	/** Works that are not in the file, so that marks in them have the title of their book. */
	records: readonly OwnWork[];
}

export const NO_WORKS: WorksPlan = { added: [], here: [], records: [] };

/**
 * @param found the works of a file that are whole
 * @param here slugs of those that can be read here
 */
export function planWorks(
	found: readonly FoundWork[],
	here: ReadonlySet<string>
): Omit<WorksPlan, 'records'> {
	const once = [...new Map(found.map((work) => [work.slug, work])).values()];
	return {
		added: once.filter(({ slug }) => !here.has(slug)),
		here: once.filter(({ slug }) => here.has(slug))
	};
}
