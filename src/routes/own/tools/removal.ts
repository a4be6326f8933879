/** A work that was removed while its page was open. */
export interface Removal {
	title: string;
	/** How many marks stay in the notebook. */
	left: number;
	/** Ids of the marks that were deleted with it. */
	deleted: readonly string[];
}
