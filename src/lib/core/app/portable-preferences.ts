/** Which preferences a backup contains, and an import takes from a file. */

/** The keys of those that may. Others are about one device: what was reported or dismissed there. */
export const PORTABLE: readonly string[] = [
	'appearance',
	'reading',
	'listening',
	'reading-days',
	'shelf',
	'work-status',
	'work-tags'
];

/** Those of `preferences` that may go to another device. */
export function portablePreferences(
	preferences: Readonly<Record<string, unknown>>
): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(preferences).filter(
			([name, value]) => PORTABLE.includes(name) && value !== undefined
		)
	);
}
