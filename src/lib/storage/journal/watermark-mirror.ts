/**
 * Copies of the watermark, and of what was lost, in localStorage, which may be there when the
 * database is gone. Like all mirrors they lag behind when the browser is killed, and may be refused.
 */
import { ownName } from '$lib/core/app/storage-names';
import { deleteItem, readItem, readJsonItem, saveItem } from '../web-storage';
import type { Loss } from './second-store';
import { toWatermark, type Watermark } from './watermark';

/** Mirrors how far the database has come. `checked`: this tab has compared it with the journal. */
export function saveWatermarkMirror(base: string, watermark: Watermark, checked = false): void {
	saveItem('localStorage', ownName(base, 'watermark'), JSON.stringify(watermark));
	if (checked) saveItem('sessionStorage', ownName(base, 'checked'), watermark.database);
}

/** The mirrored watermark; `null` when there is none. */
export function readWatermarkMirror(base: string): Watermark | null {
	return toWatermark(readJsonItem('localStorage', ownName(base, 'watermark')));
}

/** Whether this tab has compared that database with the journal, on this page or one before; see `forgetComparison`. */
export function wasCompared(base: string, { database }: Watermark): boolean {
	return readItem('sessionStorage', ownName(base, 'checked')) === database;
}

/** Saves what was lost, for every page to show until the reader acknowledges it; `null` ends that. */
export function saveLossMirror(base: string, loss: Loss | null): void {
	const key = ownName(base, 'loss');
	if (loss) saveItem('localStorage', key, JSON.stringify(loss));
	else deleteItem('localStorage', key);
}

/** A loss that the reader has not acknowledged yet; `null` when there is none. */
export function readLossMirror(base: string): Loss | null {
	const { restored, lost } = (readJsonItem('localStorage', ownName(base, 'loss')) ?? {}) as Loss;
	const areCounts = [restored, lost].every((count) => Number.isInteger(count) && count >= 0);
	return areCounts ? { restored, lost } : null;
}
