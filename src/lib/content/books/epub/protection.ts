import { BookError } from '../book';
import { elementsIn, findElement } from '../markup/element';
import { readXml } from './package';
import type { Zip } from './zip';

const SENTENCE =
	'The book is protected against copying (DRM). Only the app of the shop that sold it can open it.';

/** Scrambled fonts are no protection of the text: https://www.w3.org/TR/epub-33/#sec-font-obfuscation. */
const FONTS_ALONE = /idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC/i;

/** Throws a `BookError` for a book whose text is encrypted. */
export function checkProtection(zip: Zip): void {
	if (zip.find('META-INF/license.lcpl') || zip.find('META-INF/rights.xml'))
		throw new BookError(SENTENCE);
	for (const data of elementsIn(readXml(zip, 'META-INF/encryption.xml'), 'encrypteddata')) {
		const algorithm = findElement(data, 'encryptionmethod')?.attributes.algorithm ?? '';
		if (!FONTS_ALONE.test(algorithm)) throw new BookError(SENTENCE);
	}
}
