/** Hands a file that was made here to the reader, in the best way that this browser has. */
import { copyText } from './clipboard';

export interface FileToSave {
	blob: Blob;
	/** `postil-2026-11-24.annotation` */
	name: string;
	/** Of a browser that shares no files of that ending: another that it may know. */
	otherName?: string;
	otherType?: string;
}

export type Saved =
	/** Given to another app, or to where the reader chose. */
	| 'shared'
	/** Begun: browsers do not say whether it ended well. */
	| 'downloaded'
	/** In the clipboard, as text. */
	| 'copied'
	/** The reader changed their mind. */
	| 'cancelled'
	/** Too long after the tap for the browser to share it: one more tap is needed. */
	| 'tap-again';

/**
 * Shares a file where the browser shares such files, else downloads it, else copies its text.
 *
 * @throws DOMException when not even copying was allowed
 */
export async function saveFile(file: FileToSave): Promise<Saved> {
	const shareable = shareableOf(file);
	if (shareable) {
		try {
			await navigator.share({ files: [shareable] });
			return 'shared';
		} catch (error) {
			const { name } = error as DOMException;
			if (name === 'AbortError') return 'cancelled';
			if (name === 'NotAllowedError' && !navigator.userActivation?.isActive) return 'tap-again';
			// Whatever it has against sharing, there is another way.
		}
	}
	if ('download' in HTMLAnchorElement.prototype) {
		downloadFile(file);
		return 'downloaded';
	}
	return copyFile(file);
}

/** Has the browser download a file. */
export function downloadFile({ blob, name }: FileToSave): void {
	const address = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// Safari reads it only a while after the click.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * Copies the text of a file.
 *
 * @throws DOMException when the browser refuses
 */
export async function copyFile({ blob }: FileToSave): Promise<Saved> {
	if (await copyText(await blob.text())) return 'copied';
	throw new DOMException('The clipboard cannot be written', 'NotAllowedError');
}

/** The file as this browser would share it; `null` when it would not. */
function shareableOf({ blob, name, otherName, otherType }: FileToSave): File | null {
	if (!navigator.canShare) return null;
	const as = (called: string, type: string) => new File([blob], called, { type });
	// Chromium knows files by their ending, and refuses those that are not on its list.
	const files = [
		as(name, blob.type),
		...(otherName ? [as(otherName, otherType ?? blob.type)] : [])
	];
	return files.find((file) => navigator.canShare({ files: [file] })) ?? null;
}
