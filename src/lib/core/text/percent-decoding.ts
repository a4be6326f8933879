/** A part of an address without its percent-encoding; as it stands where a `%` in it begins no byte. */
export function decodePercents(encoded: string): string {
	try {
		return decodeURIComponent(encoded);
	} catch (error) {
		if (error instanceof URIError) return encoded; // has a real % in it
		throw error;
	}
}
