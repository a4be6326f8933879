/** A number of bytes as a reader is told: “34 kB”, “1.2 MB”, “3.0 GB”. */
export function formatFileSize(bytes: number): string {
	if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} kB`;
	return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
