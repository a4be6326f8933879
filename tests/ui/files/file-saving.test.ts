import { afterEach, describe, expect, test, vi } from 'vitest';
import { MissingScriptError } from '../../../src/lib/core/app/missing-script';
import { FileSaving } from '../../../src/lib/ui/files/file-saving.svelte';

afterEach(() => vi.restoreAllMocks());

/** What is said of a file that could not be made. */
async function failureOf(error: Error): Promise<string | undefined> {
	const saving = new FileSaving();
	await saving.save(
		() => Promise.reject(error),
		() => {}
	);
	return saving.failure?.what;
}

describe('A file that could not be made', () => {
	test('for want of a script is told as that', async () => {
		expect(await failureOf(new MissingScriptError())).toContain('not on this device yet');
	});

	test('by a slip of ours is not told as a missing script', async () => {
		const report = vi.spyOn(globalThis, 'reportError').mockReturnValue();
		const slip = new TypeError("Cannot read properties of undefined (reading 'module')");
		expect(await failureOf(slip)).toContain('Postil made a mistake');
		expect(report).toHaveBeenCalledWith(slip);
	});
});
