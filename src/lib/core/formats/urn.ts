/** Between ids of annotations and the URNs that JSON-LD asks for. */
import { wellFormed } from './json';

const OWN = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;
const UUID =
	/^(?:urn:uuid:)?([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/i;

/** `urn:uuid:` for an id as Postil makes them, 32 hex digits; `urn:postil:` for any other. */
export function idToUrn(id: string): string {
	const parts = OWN.exec(id);
	if (parts) return `urn:uuid:${parts.slice(1).join('-')}`;
	return `urn:postil:${encodeURIComponent(wellFormed(id))}`;
}

/** The id of which `idToUrn` made a `urn:uuid:`, also from a bare UUID; `null` for any other text. */
export function urnToId(urn: string): string | null {
	if (OWN.test(urn)) return urn;
	return UUID.exec(urn)?.slice(1).join('').toLowerCase() ?? null;
}
