/** One line of the table of faults. */
export interface FaultRow {
	fault: string;
	/** How often it was made to happen. */
	tries: number;
	/** After how many of them nothing was missing. */
	survived: number;
	/** What had been called *Saved*, or was known to be on the disk. */
	saved: number;
	/** How much of that was gone. */
	lost: number;
}

/** Prints lines of the table; `again` is what repeats them. */
export function reportFaults(rows: readonly FaultRow[], again: string): void {
	for (const { fault, tries, survived, saved, lost } of rows) {
		const counts = [`${tries} tries`, `${survived} survived`, `${saved} saved`, `${lost} lost`].map(
			(count) => count.padStart(16)
		);
		console.log(`${fault.padEnd(44)}${counts.join('')}   (${again})`);
	}
}
