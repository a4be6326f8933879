/**
 * Ends a build that found faults in the texts with their list, and nothing else. Kit reads the
 * texts in a thread, and Node prints what a thread throws with two stacks and every property.
 *
 * @returns {import('vite').Plugin}
 */
export function plainFaults() {
	return {
		name: 'postil:plain-faults',
		apply: 'build',
		buildStart() {
			// A monitor, so that every other error is printed as ever.
			process.off('uncaughtExceptionMonitor', endOnFaults);
			process.on('uncaughtExceptionMonitor', endOnFaults);
		}
	};
}

/** @param {Error} error */
function endOnFaults(error) {
	if (error.name !== 'ContentError') return;
	console.error(`\n${error.message}`);
	process.exit(1);
}
