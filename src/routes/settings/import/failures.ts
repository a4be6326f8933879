/** What went wrong with an import, as a reader is told: what happened, what is safe, what to do. */
import type { FileError } from '$lib/core/formats/file-error';
import { fileErrorAdvice, fileErrorText } from '$lib/core/formats/file-error-text';
import { MissingScriptError } from '$lib/core/app/missing-script';
import { StorageError, storageErrorReason } from '$lib/core/app/storage-error';
import { storageErrorText } from '$lib/core/app/storage-error-text';

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

/** Of a file that was shared to the app, or opened with it. */
export const NOTHING_CAME: Failure = {
	title: NOT_IMPORTED,
	what: 'The file did not arrive: there was no space for it, or the app that shared it sent nothing.',
	where: null,
	safe: 'Nothing was changed.',
	todo: 'Choose the file here instead.',
	way: 'Choose a file'
};

/** Of an undo, when another tab imported something. */
export const ANOTHER_SINCE: Failure = {
	title: 'Not undone',
	what: 'Another file was imported since, in another tab: only the last import can be undone.',
	where: null,
	safe: 'Nothing was changed.',
	todo: 'What the import brought can be deleted in the notebook.',
	way: 'Back'
};

/** A file that cannot be taken. */
export function refusalOf({ code, path, details }: FileError, name: string): Failure {
	const isWhole = path === '';
	// Of a file of an unknown kind there is no more to say.
	const fault = code === 'unknown-format' ? '' : fileErrorText(code, details);
	return {
		title: NOT_IMPORTED,
		what: `Postil cannot read “${name}”${fault === '' ? '' : `: ${isWhole ? 'it' : 'a part of it'} ${fault}`}.`,
		where: isWhole ? null : path,
		safe: 'Nothing was changed.',
		todo: fileErrorAdvice(code),
		way: 'Choose another file'
	};
}

/** What browsers call a file that is not any more what was chosen. */
const NOT_READABLE: readonly string[] = ['NotReadableError', 'NotFoundError'];

/**
 * A failure of the browser, or of Postil itself. An error that was not foreseen is reported to the console too.
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
	if (error.name === 'WorkerFailure' && NOT_READABLE.includes(cause.name)) {
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
			`Go online, reload this page, and ${again}.`
		);
	}
	if (!(error instanceof StorageError)) {
		reportError(error);
		return failed('Postil made a mistake.', `Reload this page, and ${again}.`);
	}
	const what = storageErrorText(error);
	const reason = storageErrorReason(error);
	if (reason === 'full') {
		return failed(what, `Free some space, then ${again}.`);
	}
	if (reason === 'silent') {
		return {
			...failed(
				what,
				`Reload this page, and ${again}: ${isUndo ? 'if it was undone, there is nothing left to undo' : 'what is already here does not come twice'}.`
			),
			safe: 'Either all of it was done, or nothing; what you had is safe.'
		};
	}
	return failed(what, `Reload this page, and ${again}.`);
}
