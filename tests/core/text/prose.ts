/**
 * Prose of six languages, our own words: paragraphs as lists of their sentences. Full stops, ellipses
 * and quotation marks stand in them that end none, and the same ones where they do.
 */
export const PROSE: Readonly<Record<string, readonly (readonly string[])[]>> = {
	en: [
		[
			'Mr. Smith met Dr. Jones at St. Mary’s, e.g. on a Sunday, at 9 a.m. in the U.S. capital.',
			'Then they left.'
		],
		[
			'“Stop!” he said.',
			'“Who is there?” asked the guard.',
			'Nobody answered him.',
			'“Is it you?” Mrs. Hale asked again, and the lamp (a poor one!) went out.',
			'“No.”',
			'She sat down.'
		],
		[
			'The house, No. 5 of the street, was built ca. 1870, cf. Vol. 2, pp. 12 and 13.',
			'It had a garden… and a gate.',
			'Well... I never saw it.',
			'No.',
			'I did not.'
		],
		[
			'J. R. Miller and his son, J. R. Miller Jr., lived there with Prof. Dunn.',
			'It belonged to Hart & Co.',
			'They sold it in 1912.',
			'Oh! what a sight that was.',
			'(They had told us so.)',
			'The U.S. Congress met on Jan. 5, in the U.S.',
			'They stayed.'
		],
		['“I came,” said L. D., “and saw!”', 'He laughed.', 'It was chapter IX.', 'It was late.']
	],
	de: [
		[
			'Dr. Meyer kam am 3. März mit Frau Prof. Lindner, z. B. um die Bücher zu holen.',
			'Er blieb bis zum 12. April.',
			'Das war 1914.',
			'Der Krieg begann im August.'
		],
		[
			'„Halt!“ rief er.',
			'„Wer ist da?“, fragte sie.',
			'»Niemand!« sagte der Alte.',
			'»Ich gehe.«',
			'Sie schwieg.'
		],
		[
			'Die Stadt hatte ca. 8000 Einwohner, d. h. Kinder nicht gezählt, vgl. Bd. 2, S. 45.',
			'Im 18. Jh. war sie größer… und reicher.',
			'Danach zogen viele fort, u. a. Fischer und z.B. Weber.',
			'Man brachte Brot, Salz usw.',
			'Dann kam Friedrich II. August.'
		]
	],
	fr: [
		[
			'« Viens ! » dit-il.',
			'« Où allez-vous ? » demanda M. Dupont.',
			'« Nulle part. »',
			'Elle rit.'
		],
		[
			'Mme. Roux et le Dr. Blanc, p. ex. Mardi dernier, parlaient peu.',
			'Ils lisaient le t. 2, p. 45, env. une heure par jour.',
			'Puis… ils sortaient avec J.-P. Martin.',
			'Il y en a.',
			'Personne ne vint.'
		],
		[
			'La ville, fondée vers 300 av. J.-C. par des Grecs, dormait.',
			'C’était en 1929.',
			'Il avait neigé, etc.',
			'Nous partîmes.'
		]
	],
	es: [
		[
			'—¡Vete! —dijo el Sr. López—.',
			'No quiero verte.',
			'«¿Vienes?» preguntó la Sra. Ruiz.',
			'Nadie habló.'
		],
		[
			'El Dr. Peña, p. ej. Los lunes, leía la pág. 12, el vol. 3 y el n.º 7.',
			'Después cerraba el libro... y dormía.',
			'Vivía en los EE. UU.',
			'Era otro país.',
			'D. Juan lo sabía.'
		]
	],
	it: [
		['«Fermo!» disse il Sig. Rossi.', '«Chi è?» chiese la dott.ssa Bianchi.', 'Nessuno rispose.'],
		[
			'L’Ing. Neri abitava al n. 5, ad es. d’inverno, con S. Gallo e G. B. Conti.',
			'Poi partì.',
			'Forse... non tornò, cfr. Vol. 2, p. 12.',
			'Portava pane, vino, ecc.',
			'Così è.',
			'Mai più lo vidi.'
		]
	],
	ru: [
		['— Стой! — сказал он.', '— Кто там? — спросил проф. Орлов.', 'Никто не ответил.'],
		[
			'В 1929 г. Троцкий, т. е. Бронштейн, уехал из г. Москвы.',
			'Это было в XX в.',
			'Потом пришёл А. С. Петров и др. гости.',
			'Они молчали… и ждали.',
			'Он жил на ул. Садовой, д. 5, см. стр. 12.',
			'«Где же он?» — думала она.',
			'Это был я.',
			'Был вечер.'
		]
	]
};
