/** The text of an edition that somebody annotated: a plain record, kept and carried in backups. */

export interface Snapshot {
	edition: string;
	text: string;
	v: 1;
}
