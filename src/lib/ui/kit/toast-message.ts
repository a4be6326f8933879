/** What a toast says of the reader's last action, and which way back its button offers. */
export interface ToastMessage {
	text: string;
	offer?: 'undo' | 'redo';
}
