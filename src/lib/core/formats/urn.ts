/** Ids of annotations as the URNs that JSON-LD asks for, and back. */
import { wellFormed } from './json';

const OWN = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;
const UUID =
	/^(?:urn:uuid:)?([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/i;

/** `urn:uuid:` of an id as we make them, 32 hex digits; else `urn:postil:`. */
export function toUrn(id: string): string {
	const parts = OWN.exec(id);
	if (parts) return `urn:uuid:${parts.slice(1).join('-')}`;
	return `urn:postil:${encodeURIComponent(wellFormed(id))}`;
}

/** The id that `toUrn` made a `urn:uuid:` of, also from a bare one; `null` when it is none. */
export function fromUrn(urn: string): string | null {
	if (OWN.test(urn)) return urn;
	return UUID.exec(urn)?.slice(1).join('').toLowerCase() ?? null;
}
