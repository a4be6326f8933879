/** The name of a file that is made on a day, without its ending: `postil-2026-11-24`, by the reader's own calendar. */
export function datedFileName(day: Date): string {
	const two = (part: number) => String(part).padStart(2, '0');
	return `postil-${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
