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
	const isUndo = doing === 'undo';
	return {
		title: isUndo ? 'Not undone' : NOT_IMPORTED,
		where: null,
		safe,
		way: isUndo ? 'Back' : 'Choose the file again',
		...reasonOf(error, doing)
	};
}

/** What happened and what to do; what is safe only where the caller cannot know it. */
type Reason = Pick<Failure, 'what' | 'todo'> & Partial<Pick<Failure, 'safe'>>;

const AGAIN: Record<Doing, string> = {
	import: 'import the file again',
	undo: 'undo the import again'
};

function reasonOf(error: Error, doing: Doing): Reason {
	const again = AGAIN[doing];
	if (error.name === 'WorkerFailure') return workerReason(error, doing);
	if (error instanceof StorageError) return storageReason(error, doing);
	if (error instanceof MissingScriptError)
		return {
			what: 'A part of Postil that this needs is not on this device yet.',
			todo: `Go online, reload this page, and ${again}.`
		};
	reportError(error);
	return { what: 'Postil made a mistake.', todo: `Reload this page, and ${again}.` };
}

function workerReason(error: Error, doing: Doing): Reason {
	if (NOT_READABLE.includes(((error.cause ?? error) as Error).name))
		return {
			what: 'The file cannot be opened: it was moved, changed or deleted since it was chosen.',
			todo: 'Choose it again.'
		};
	const todo = `Close other apps, and ${AGAIN[doing]}`;
	if (doing === 'undo') return { what: 'It was too much for this device.', todo: `${todo}.` };
	return {
		what: 'The file was too much for this device.',
		todo: `${todo}; or save it in several smaller files where it comes from.`
	};
}

function storageReason(error: StorageError, doing: Doing): Reason {
	const what = storageErrorText(error);
	const reason = storageErrorReason(error);
	const again = AGAIN[doing];
	if (reason === 'full') return { what, todo: `Free some space, then ${again}.` };
	if (reason !== 'silent') return { what, todo: `Reload this page, and ${again}.` };
	const since =
		doing === 'undo'
			? 'if it was undone, there is nothing left to undo'
			: 'what is already here does not come twice';
	return {
		what,
		todo: `Reload this page, and ${again}: ${since}.`,
		safe: 'Either all of it was done, or nothing; what you had is safe.'
	};
}
