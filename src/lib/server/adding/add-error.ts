/** Thrown when a book cannot be added; its message says in sentences why not, and what to do. */
export class AddError extends Error {
	constructor(sentences: string) {
		super(sentences);
		this.name = 'AddError';
	}
}
