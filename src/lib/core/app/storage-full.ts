/** What a reader is told when nothing more fits on the device; what follows says what to do. */
export const STORAGE_FULL = 'There is no space left on this device.';
