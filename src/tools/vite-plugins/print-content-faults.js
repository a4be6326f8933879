/**
 * A plugin that ends a build with the list of faults in the texts, when there are any, and prints
 * nothing else. Kit reads the texts in a thread, and whatever a thread throws is printed by Node with
 * two stacks and every property.
 *
 * @returns {import('vite').Plugin}
 */
export function printContentFaults() {
	return {
		name: 'postil:print-content-faults',
		apply: 'build',
		buildStart() {
			// A monitor, so that every other error is printed as usual.
			process.off('uncaughtExceptionMonitor', endOnContentError);
			process.on('uncaughtExceptionMonitor', endOnContentError);
		}
	};
}

/** @param {Error} error anything that was thrown; a `ContentError` of lib/content/publishing/faults.ts ends the build */
function endOnContentError(error) {
	if (error.name !== 'ContentError') return;
	console.error(`\n${error.message}`);
	process.exit(1);
}
