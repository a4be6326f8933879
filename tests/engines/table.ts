/** Prints what came of each journey in each engine, as a table. */
import type { Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter';

const WIDTH = 80; // of the longest journey's name

export default class Table implements Reporter {
	#rows: string[] = [];
	#start = Date.now();
	#count = { passed: 0, failed: 0, skipped: 0 };

	onTestEnd(test: TestCase, { status, errors }: TestResult): void {
		const engine = test.parent.project()!.name;
		const outcome = test.outcome() === 'skipped' ? 'skipped' : test.ok() ? 'passed' : 'failed';
		this.#count[outcome] += 1;
		const why = test.annotations.find(({ type }) => type === 'skip')?.description;
		const said = outcome === 'skipped' ? `not possible here: ${why}` : outcome;
		const row = `${test.title.padEnd(WIDTH)} ${engine.padEnd(8)} ${said}`;
		this.#rows.push(row);
		console.log(row);
		if (outcome === 'failed') {
			console.log(errors.map(({ message, stack }) => stack ?? message ?? status).join('\n'));
		}
	}

	/** What fails outside of the journeys: a build, a file of tests. */
	onError({ message, stack }: TestError): void {
		console.log(stack ?? message);
	}

	onEnd(): void {
		const { passed, failed, skipped } = this.#count;
		console.log(`\n${'journey'.padEnd(WIDTH)} engine\n${this.#rows.join('\n')}\n`);
		const minutes = ((Date.now() - this.#start) / 60_000).toFixed(1);
		console.log(`${minutes} minutes, with the builds`);
		console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
	}
}
