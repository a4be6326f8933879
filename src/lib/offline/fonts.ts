/**
 * Has the worker keep what this page fetched of a font before there was a worker
 * in charge; from then on it keeps a font's files when they are asked for.
 */
export async function keepFonts(base: string): Promise<void> {
	const early = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
		({ name, workerStart }) =>
			workerStart === 0 &&
			name.startsWith(`${location.origin}${base}/_app/immutable/assets/`) &&
			/\.(woff2?|css)$/.test(name)
	);
	// What fails now is asked for again when the font is used.
	await Promise.allSettled(early.map(({ name }) => fetch(name)));
}
