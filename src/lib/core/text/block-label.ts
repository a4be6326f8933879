/** A block as a reader is told of it, by its id: `¶ 12` for `p12`, `note 3` for `note-3` and `note-3-2`. */
export function blockLabel(id: string): string {
	return id.replace(/^p/, '¶ ').replace(/^note-(\d+).*/, 'note $1');
}
