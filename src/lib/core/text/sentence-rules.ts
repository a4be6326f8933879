/** What does not end a sentence, by language: abbreviations, initials, and numbers with a full stop. */

/** Of one language. Abbreviations stand without their last full stop, and without the spaces in them. */
export interface SentenceRules {
	/** Something always follows them: a name, an example. */
	before: readonly string[];
	/** A number follows them; before anything else they are words, or the last of a sentence. */
	beforeNumber: readonly string[];
	/** They end a sentence where the next word is one of `starters`. */
	unlessStarter: readonly string[];
	/**
	 * Words that begin sentences and are no names. Where one follows, an initial ends a sentence.
	 * What stands before an apostrophe counts as a word: "C’est".
	 */
	starters: readonly string[];
	/** A number with a full stop is an ordinal: "am 3. März". */
	hasOrdinals?: boolean;
	/** A dash stands before what somebody says: "— Quoi ? — Rien." */
	hasDashes?: boolean;
	/** What follows a name where somebody is quoted: “Why?” Peter asked. */
	speech?: readonly string[];
}

const list = (words: string) => words.split(' ');

const ENGLISH: SentenceRules = {
	before: list(
		'Mr Mrs Ms Mx Messrs Mme Mlle Dr Prof St Sts Rev Fr Hon Gen Col Capt Lt Maj Sgt Cpl Cmdr Adm Gov Sen Rep Pres Supt Insp Mt Ft Pte e.g i.e cf viz vs ca approx esp incl'
	),
	beforeNumber: list(
		'No Nos no nos p pp vol vols ch chs chap art sec fig figs bk ed l ll v vv Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec c'
	),
	unlessStarter: list('Jr Sr Co Inc Ltd Bros Ave Blvd Rd Esq a.m p.m A.M P.M B.C A.D Ph.D M.D'),
	starters: list(
		'The A An This That These Those There Then It Its He She We They You His Her Our Their My Your But And Or So In On At By For From With After Before When While As If Not No Nobody Now Here What Who Why How Where Once Perhaps Yet Still Meanwhile However'
	),
	speech: list('said asked replied answered cried called shouted whispered exclaimed')
};

const GERMAN: SentenceRules = {
	before: list(
		'Dr Prof Hr Fr Frl St z.B d.h d.i u.a v.a i.d.R i.e u.U o.ä s.o s.u m.a.W z.T z.Zt vgl bzw ca evtl ggf inkl exkl sog bes gen geb gest Ing Dipl Gen Hptm Lt Obj hl'
	),
	beforeNumber: list(
		'Nr S Bd Bde Kap Abb Art Abs Anm Z Sp H Jan Feb Mrz Apr Jun Jul Aug Sept Sep Okt Nov Dez'
	),
	unlessStarter: list('Jh Jhd v.Chr n.Chr Chr usw u.s.w usf etc Str jun sen Co'),
	starters: list(
		'Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Wir Ihr Ich Du Man Dann Da Damals Doch Aber Und Oder Auch Als Wenn Weil Nun Jetzt Hier Dort So Im In Am An Auf Bei Mit Nach Vor Von Zu Für Seine Sein Ihre Unser Unsere Dieser Diese Dieses Was Wer Wie Warum Wo Nur Noch Kein Keine Niemand Alle Später Danach'
	),
	hasOrdinals: true
};

const FRENCH: SentenceRules = {
	before: list(
		'M MM Mme Mmes Mlle Mlles Me Mgr Dr Pr St Ste Sts p.ex c.-à-d cf env ca vs Gal Cdt Col Cap Lt'
	),
	beforeNumber: list(
		'n no nos p pp t vol chap ch art fig éd l janv févr avr juil sept oct nov déc'
	),
	unlessStarter: list('av.J.-C apr.J.-C J.-C etc Cie'),
	starters: list(
		'Le La Les Un Une Des Du Il Elle Ils Elles On Nous Vous Je Tu Ce Cet Cette Ces C Mais Et Ou Où Or Donc Puis Alors Ensuite Quand Lorsque Comme Si En Dans Sur Sous Par Pour Avec Sans Son Sa Ses Leur Leurs Mon Ma Mes Notre Nos Qui Que Quoi Pourquoi Comment À Au Aux Après Avant Enfin Rien Personne L J D N S Qu'
	),
	hasDashes: true
};

const SPANISH: SentenceRules = {
	before: list(
		'Sr Sra Srta Sres Sras Dr Dra Prof Profa D Dª Dña Ud Uds Vd Vds Lic Ing Arq Gral Cnel Cap Tte Sto Sta S.M p.ej v.gr aprox ca cf Mons Fr'
	),
	beforeNumber: list('n nº núm núms pág págs p pp vol cap art fig t ed'),
	unlessStarter: list('a.C d.C EE.UU etc Cía S.A Av Avda'),
	starters: list(
		'El La Los Las Un Una Unos Unas Lo Él Ella Ellos Ellas Yo Tú Nosotros Usted Ustedes Se Me Te Le Nos Pero Y O Entonces Luego Después Cuando Mientras Como Si En Con Por Para Sin Sobre De Del Al A Su Sus Mi Mis Este Esta Esto Ese Esa Eso Aquel Aquella Aquí Allí Hoy Ayer No Ni Nadie Nada Qué Quién Era Fue Había Hay'
	),
	hasDashes: true
};

const ITALIAN: SentenceRules = {
	before: list(
		'Sig Sigg Sig.ra Sig.na Dott Dott.ssa Dr Prof Prof.ssa Avv Ing Arch On Sen Gen Col Cap Ten Mons S SS p.es ad.es es cfr ca circa c.d cosid'
	),
	beforeNumber: list(
		'n nn nr p pp pag pagg vol voll cap capp art artt fig figg t ed gen feb mar apr mag giu lug ago set sett ott nov dic'
	),
	unlessStarter: list('a.C d.C ecc S.p.A S.r.l F.lli sec'),
	starters: list(
		'Il Lo La I Gli Le L Un Uno Una Egli Ella Lui Lei Loro Essi Esse Io Tu Noi Voi Si Mi Ti Ci Ma E O Poi Allora Dopo Quando Mentre Come Se In Con Per Da Di Del Della A Al Alla Nel Nella Su Sul Suo Sua Suoi Mio Mia Questo Questa Quello Quella Qui Là Oggi Ieri Non Né Nessuno Niente Che Chi Era Fu C Perché Così'
	),
	hasDashes: true
};

const RUSSIAN: SentenceRules = {
	before: list(
		'т.е т.к т.н т.наз напр см ср св о проф акад доц инж ген полк кап лейт тов гр г-н г-жа им ул пл пр просп д кв корп обл р-н дер пос ок прибл'
	),
	beforeNumber: list('стр с гл т тт вып рис табл ст п пп № янв февр мар апр авг сент окт нояб дек'),
	unlessStarter: list('г гг в вв н.э руб коп тыс млн млрд т.д т.п др'),
	starters: list(
		'Он Она Оно Они Мы Вы Я Ты Это Этот Эта Эти Тот Та Те То А И Но Или Потом Затем Тогда Когда Пока Как Если В Во На С Со К Ко По За Из От До Для При Под Над У О Об Его Её Ее Их Мой Моя Наш Наша Свой Так Там Тут Здесь Теперь Уже Не Ни Никто Ничего Что Кто Где Почему Вот Был Была Было Были Все Всё'
	),
	hasDashes: true
};

const DUTCH: SentenceRules = {
	before: list(
		'dhr mevr mw dr prof ir ing mr drs ds St bijv b.v d.w.z o.a m.n m.a.w i.v.m t.a.v vgl ca resp zgn gen kol'
	),
	beforeNumber: list('nr nrs p pp blz hfst art afb dl jan feb apr jun jul aug sept okt nov dec'),
	unlessStarter: list('enz etc v.Chr n.Chr Chr jr sr Co'),
	starters: list(
		'De Het Een Hij Zij Ze Wij We Ik Jij Je U Men Dit Dat Deze Die Er Maar En Of Toen Dan Daarna Als Wanneer Terwijl In Op Aan Bij Met Na Voor Van Zonder Zijn Haar Hun Mijn Ons Onze Nu Hier Daar Niet Niemand Wat Wie Waar Waarom Hoe Geen Alle'
	)
};

const PORTUGUESE: SentenceRules = {
	before: list(
		'Sr Sra Srs Sras Srta Dr Dra Drs Prof Profa D Eng Arq Gen Cel Cap Ten Pe Sto Sta p.ex aprox ca cf Exmo Exma'
	),
	beforeNumber: list('n nº núm p pp pág págs vol cap art fig t ed'),
	unlessStarter: list('a.C d.C etc Cia S.A Ltda Av'),
	starters: list(
		'O A Os As Um Uma Ele Ela Eles Elas Eu Tu Nós Você Vocês Isto Isso Este Esta Esse Essa Aquele Aquela Mas E Ou Então Depois Quando Enquanto Como Se Em No Na Nos Nas Com Por Para Sem Sobre De Do Da Ao À Seu Sua Meu Minha Aqui Ali Hoje Ontem Não Nem Ninguém Nada Que Quem Era Foi Havia Há'
	),
	hasDashes: true
};

/** In languages that are not listed, initials alone are no end. */
const OTHERS: SentenceRules = { before: [], beforeNumber: [], unlessStarter: [], starters: [] };

const RULES: Readonly<Record<string, SentenceRules>> = {
	en: ENGLISH,
	de: GERMAN,
	fr: FRENCH,
	es: SPANISH,
	it: ITALIAN,
	ru: RUSSIAN,
	nl: DUTCH,
	pt: PORTUGUESE
};

/** The rules of a language, by its BCP 47 tag: `en` and `en-GB` have the same. */
export function sentenceRulesOf(language: string): SentenceRules {
	return RULES[language.toLowerCase().split('-')[0]] ?? OTHERS;
}
