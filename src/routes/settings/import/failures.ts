/** What went wrong with an import, as a reader is told: what happened, what is safe, what to do. */
import type { FileError } from '$lib/core/formats/file-error';
import { MissingScriptError } from '$lib/core/app/missing-script';

export interface Failure {
	/** What did not come about, in two words. */
	title: string;
	what: string;
	/** Where in the file, as `FileError` has it; `null` when it is not about a part of one. */
	where: string | null;
	safe: string;
	todo: string;
	/** Of the button that leads back to where a file is chosen. */
	way: string;
}

/** What is going on when it fails. */
export type Doing = 'import' | 'undo';

const NOT_IMPORTED = 'Not imported';

const KINDS =
	'Postil reads its own backups and study packets, what its rescue page saved, web annotations (JSON-LD, .annotation), Hypothesis JSON, Readwise CSV, and My Clippings of a Kindle.';

/** Of a file that was shared to the app, or opened with it. */
export const NOTHING_CAME: Failure = {
	title: NOT_IMPORTED,
	what: 'The file did not arrive: there was no room for it, or the app that shared it sent nothing.',
	where: null,
	safe: 'Nothing was changed.',
	todo: 'Choose the file here instead.',
	way: 'Choose a file'
};

/** Of an undo, when another tab imported something. */
export const ANOTHER_SINCE: Failure = {
	title: 'Not undone',
	what: 'Another file was imported since, in another tab: the last import alone can be undone.',
	where: null,
	safe: 'Nothing was changed.',
	todo: 'What the import brought can be deleted in the notebook.',
	way: 'Back'
};

/** A file that cannot be taken. */
export function refusalOf({ path, reason }: FileError, name: string): Failure {
	const isWhole = path === '';
	const said = inWords(reason);
	return {
		title: NOT_IMPORTED,
		what: isWhole ? `“${name}” ${said}.` : `“${name}” cannot be taken: a part of it ${said}.`,
		where: isWhole ? null : path,
		safe: 'Nothing was changed.',
		todo: todoOf(reason),
		way: 'Choose another file'
	};
}

/** A reason without the words of those who make files. */
function inWords(reason: string): string {
	return reason
		.replace(
			/^is no whole JSON: it breaks off or is damaged/,
			'breaks off before its end, or is damaged'
		)
		.replace(/^is no text in (.*)/, 'is not a text, or not one in $1')
		.replace(/^is only an address.*/, 'is only the address of the annotations')
		.replace(/\d{4,}/, (digits) => Number(digits).toLocaleString('en'));
}

function todoOf(reason: string): string {
	if (/no whole JSON|is empty/.test(reason)) {
		return 'It may not have been copied or downloaded to its end: fetch it again, and choose it anew.';
	}
	if (/larger than|more than/.test(reason)) {
		return 'Save it in several smaller files where it comes from, and import one after the other.';
	}
	if (/too long|deeper/.test(reason)) {
		return 'No app that Postil knows writes marks like that: the file may be damaged. Fetch it again, and choose it anew.';
	}
	if (/only an address/.test(reason)) {
		return 'Download what stands at that address, and import that file.';
	}
	if (/no text in/.test(reason)) {
		return `${KINDS} If it is one of these, fetch it again, or save it as UTF-8.`;
	}
	return KINDS;
}

/**
 * A failure of the browser, or of ours: what nobody foresaw is told to the console too.
 *
 * @param safe what is safe then
 */
export function failureOf(error: Error, safe: string, doing: Doing = 'import'): Failure {
	const cause = (error.cause ?? error) as Error;
	const isUndo = doing === 'undo';
	const again = isUndo ? 'undo the import again' : 'import the file again';
	const failed = (what: string, todo: string): Failure => ({
		title: isUndo ? 'Not undone' : NOT_IMPORTED,
		what,
		where: null,
		safe,
		todo,
		way: isUndo ? 'Back' : 'Choose the file again'
	});
	if (error.name === 'WorkerFailure' && /NotReadable|NotFound/.test(error.message)) {
		return failed(
			'The file cannot be opened: it was moved, changed or deleted since it was chosen.',
			'Choose it again.'
		);
	}
	if (error.name === 'WorkerFailure') {
		return isUndo
			? failed('It was too much for this device.', `Close other apps, and ${again}.`)
			: failed(
					'The file was too much for this device.',
					`Close other apps, and ${again}; or save it in several smaller files where it comes from.`
				);
	}
	if (error instanceof MissingScriptError) {
		return failed(
			'A part of Postil that this needs is not on this device yet.',
			`Go where there is a network, reload this page, and ${again}.`
		);
	}
	if (error.name !== 'StorageError') {
		reportError(error);
		return failed('Postil made a mistake.', `Reload this page, and ${again}.`);
	}
	if (cause.name === 'QuotaExceededError') {
		return failed('There is no space left on this device.', `Make some room, then ${again}.`);
	}
	if (cause.name === 'TimeoutError') {
		return {
			...failed(
				'The browser’s storage does not answer.',
				`Reload this page, and ${again}: ${isUndo ? 'if it was undone, there is nothing to undo any more' : 'what is here already does not come twice'}.`
			),
			safe: 'Either all of it was done, or nothing; what you had is safe.'
		};
	}
	return failed('The browser’s storage failed.', `Reload this page, and ${again}.`);
}
