/** Thrown when nothing can be said of a correction; its message is a sentence for the publisher. */
export class CorrectionError extends Error {
	constructor(sentence: string) {
		super(sentence);
		this.name = 'CorrectionError';
	}
}
