/** What went wrong with an import, as a reader is told: what happened, what is safe, what to do. */
import type { ImportError } from '$lib/core/import-error';

export interface Failure {
	what: string;
	/** Where in the file, as `ImportError` has it; `null` when it is not about a part of one. */
	where: string | null;
	safe: string;
	todo: string;
}

const KINDS =
	'Postil reads its own backups and study packets, web annotations (JSON-LD, .annotation), Hypothesis JSON, Readwise CSV, and My Clippings of a Kindle.';

/** Of a file that was shared to the app, or opened with it. */
export const NOTHING_CAME: Failure = {
	what: 'The file did not arrive: there was no room for it, or the app that shared it sent nothing.',
	where: null,
	safe: 'Nothing was changed.',
	todo: 'Choose the file here instead.'
};

/** A file that cannot be taken. */
export function refusalOf({ path, reason }: ImportError, name: string): Failure {
	const isWhole = path === '';
	return {
		what: isWhole ? `“${name}” ${reason}.` : `“${name}” cannot be read: a part of it ${reason}.`,
		where: isWhole ? null : path,
		safe: 'Nothing was changed.',
		todo: todoOf(reason)
	};
}

function todoOf(reason: string): string {
	if (/no whole JSON|is empty/.test(reason)) {
		return 'It may not have been copied or downloaded to its end: fetch it again, and choose it anew.';
	}
	if (/larger than|more than|too long|deeper/.test(reason)) {
		return 'Save it in several smaller files where it comes from, and import one after the other.';
	}
	if (/only an address/.test(reason)) {
		return 'Download what stands at that address, and import that file.';
	}
	return KINDS;
}

/** A failure of the browser, or of ours. @param safe what is safe then */
export function failureOf(error: Error, safe: string): Failure {
	const cause = (error.cause ?? error) as Error;
	const failed = (what: string, todo: string): Failure => ({ what, where: null, safe, todo });
	if (error.name === 'WorkerFailure' && /NotReadable|NotFound/.test(error.message)) {
		return failed(
			'The file cannot be opened: it was moved, changed or deleted since it was chosen.',
			'Choose it again.'
		);
	}
	if (error.name === 'WorkerFailure') {
		return failed(
			'The file was too much for this device.',
			'Close other apps and try again, or import it on a computer and save a backup there.'
		);
	}
	if (error.name !== 'StorageError') throw error;
	if (cause.name === 'QuotaExceededError') {
		return failed(
			'There is no space left on this device.',
			'Make some room, then import the file again.'
		);
	}
	if (cause.name === 'TimeoutError') {
		return {
			...failed(
				'The browser’s storage does not answer.',
				'Reload this page and import the file again: what is here already does not come twice.'
			),
			safe: 'Either all of it was done, or nothing; what you had is safe.'
		};
	}
	return failed('The browser’s storage failed.', 'Reload this page and import the file again.');
}
