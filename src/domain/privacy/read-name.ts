import { toKey, type Word } from './span.ts';

const NAME_PARTICLES = new Set(
  "van de der den ten ter te het 't 's von vom zu la le du des di da dos el al ben bin ibn abu".split(' '),
);
const ONLY_BEFORE_ARTICLE = new Set('in op aan uit bij voor over'.split(' '));
const ARTICLES = new Set("de den der het 't".split(' '));
const MAX_WORDS = 8;
// Shorter words in capitals are abbreviations: LVB, TBS, PTSS. With another word in capitals they may be a name: JAN VOS.
const MIN_CAPITALS = 5;

/** What stands before a name: `naam:`, a title such as "mevrouw", nothing (the name has initials), a relative or a client. */
export type Before = 'label' | 'title' | 'initials' | 'relative' | 'client';
const CERTAIN: ReadonlySet<Before> = new Set(['label', 'title', 'initials']);

/** Tells whether a lower-case word is a tussenvoegsel of a Dutch surname, such as `van` or `der`. */
export function isNameParticle(key: string): boolean {
  return NAME_PARTICLES.has(key);
}

const CAPITALISED = /\p{Lu}(?:[\p{L}\p{M}'-]{0,60}[\p{L}\p{M}])/gu;
/** A word as short as a tussenvoegsel, just before a name. */
const AFTER_SHORT_WORD = /(?<!\p{L})[\p{L}']{1,3} {1,2}$/u;
/** As long as the longest word, after which another begins at once. */
const LONG = 62;

/** Whether a text has a word in it that can be a name: a quick look, since most sentences have none. */
export function mayHoldName(text: string): boolean {
  CAPITALISED.lastIndex = 0;
  for (let match = CAPITALISED.exec(text); match; match = CAPITALISED.exec(text)) {
    const { 0: tekst, index } = match;
    const key = toKey(tekst);
    if (isKnownWord(key)) continue;
    if (!isPlace(key) || AFTER_SHORT_WORD.test(text.slice(Math.max(0, index - 6), index))) return true;
  }
  return text.split(' ').some(({ length }) => length > LONG);
}

/**
 * Reads a name (initials, tussenvoegsels, capitalised words) from the given word on and returns its last word, or null
 * when there is none; after a label, a title and initials a name is expected.
 */
export function readName(text: string, words: readonly Word[], start: number, before: Before): Word | null {
  const certain = CERTAIN.has(before);
  const lastInCapitals = findLastInCapitals(text, words, start, before);
  let last: Word | null = null;
  let previous: Word | undefined;
  for (let index = start; index < start + MAX_WORDS; index += 1) {
    const word = words[index];
    if (!word || (previous && !isJoined(text, previous, word))) break;
    const leads = isNameParticle(word.key) || word.initials || (certain && !last && leadsName(words, index));
    if (!leads) {
      const surname = certain && !last && previous !== undefined && isNameParticle(previous.key);
      const isName = isNoun(word, certain) && (surname || !isPlace(word.key));
      if (!isName && index > lastInCapitals) break;
      last = word;
    }
    previous = word;
  }
  return last;
}

/** The place of the last word of a name in capitals, such as PIET JANSEN or JAN DE VRIES; -1 when there is none. */
function findLastInCapitals(text: string, words: readonly Word[], start: number, before: Before): number {
  const intro = words[start - 1];
  // In a text that is all in capitals any word may follow: "CLIËNT EET SLECHT".
  if (before === 'initials' || !intro || (before !== 'label' && isInCapitals(intro))) return -1;
  const found = { last: -1, nouns: 0, particles: 0, hasLong: false };
  let previous: Word | undefined;
  for (let index = start; index < start + MAX_WORDS; index += 1) {
    const word = words[index];
    if (!word || (previous && !isJoined(text, previous, word))) break;
    if (!isNameParticle(word.key) && !word.initials) {
      const particle = previous && isNameParticle(previous.key) ? previous : null;
      if (!isNounInCapitals(word) || (isPlace(word.key) && !particle)) break;
      // "Van het CAK" says less than "VAN DIJK" and "JAN van DIJK".
      if (particle && particle.key !== 'het' && (found.nouns > 0 || isInCapitals(particle)))
        found.particles += 1;
      found.last = index;
      found.nouns += 1;
      found.hasLong ||= word.tekst.length >= MIN_CAPITALS;
    }
    previous = word;
  }
  return isNameInCapitals(found, before) ? found.last : -1;
}

function isNameInCapitals(
  { nouns, particles, hasLong }: { nouns: number; particles: number; hasLong: boolean },
  before: Before,
): boolean {
  if (before === 'relative' && hasLong) return true;
  const enough = before === 'relative' || before === 'client' ? nouns > 1 : nouns + particles > 1;
  return enough && (before === 'label' || hasLong || particles > 0);
}

/** Tells whether nothing but a space or two stands between two words; after initials nothing at all will do. */
export function isJoined(text: string, word: Word, next: Word): boolean {
  const gap = text.slice(word.end, Math.min(next.begin, word.end + 3));
  return gap === ' ' || gap === '  ' || (gap === '' && word.initials);
}

function leadsName(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word && /^\p{Lu}$/u.test(word.tekst)) return true;
  return ONLY_BEFORE_ARTICLE.has(word?.key ?? '') && ARTICLES.has(words[index + 1]?.key ?? '');
}

function isNoun(word: Word, certain: boolean): boolean {
  if (word.tekst.length < 2 || !/^\p{Lu}/u.test(word.tekst) || isKnownWord(word.key)) return false;
  return /\p{Ll}/u.test(word.tekst) || (certain && word.tekst.length >= MIN_CAPITALS);
}

function isInCapitals({ tekst }: Word): boolean {
  return tekst.length > 1 && !/\p{Ll}/u.test(tekst);
}

/** What has no vowel, such as PGB, is an abbreviation. */
function isNounInCapitals(word: Word): boolean {
  return isInCapitals(word) && !isKnownWord(word.key) && /[aeiouy]/u.test(word.key.normalize('NFD'));
}

const SENTENCE_STARTS = `
  aan aangezien achter afgelopen al alle alleen alles als altijd ander andere anders beide beiden bij binnen boven buiten
  daar daarbij daarna daarnaast daarom dan dat de deze dezelfde die diens dit doch doordat door dus echter een eens eerder
  eerst elk elke en enige enkele er eveneens geen gedurende gezien graag haar had hebben heden heeft heel hem hen het hier
  hierbij hierdoor hij hoe hoewel hun ik iedere iedereen iemand iets immers in indien inmiddels is ja jij jullie kan kon
  kunnen laatste langs maar mede meer meerdere meestal men met mijn mits mocht moest moet moeten mogelijk na naar naast
  namelijk nadat nee net niemand niet niets nog nooit nu of om omdat ondanks onder ons onze ook op over overal overigens
  pas per reeds rond samen sedert sinds slechts soms steeds tegen terwijl tevens thans tijdens tot totdat tussen uit u uw
  vaak van vanaf vandaag vanuit vanwege verder vervolgens via volgens voor vooral voordat waar waarbij waardoor waarna
  waarom wanneer want waren was wat we weer wel welke werd wie wij wilde willen worden wordt zal zelf ze zeer zich zij
  zijn zo zodat zodra zolang zonder zou zouden zowel morgen gisteren momenteel onlangs recent regelmatig
  belde belt bleef blijft deed denkt doet durft ervaart gaf gaat geeft ging gebruikt heet herkent hoort houdt kent komt
  krijgt kreeg kwam leeft ligt lijdt lijkt loopt maakt mist neemt nam ontvangt schreeuwt slaat slaapt spreekt staat stelt
  verblijft verbleef verzorgt vertelt vertoont vindt voelt volgt vraagt vroeg weet weigert werkt wist woonde woont zag zegt
  ziet zit zoekt zorgt zwerft maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei
  juni juli augustus september oktober november december`;

const FORM_WORDS = `
  aanleiding aanmelder aanmelding adres afspraken algemeen anoniem beschermende beschrijving bijlage betrokkenen
  betrokkene datum diagnose doel e-mail functie gebeld geboortedatum gegevens geslacht gewenste hulpvraag huidige inleiding
  instroom naam nr nvt nummer onbekend organisatie plan risicofactoren risico situatie telefoon telefoonnummer toelichting
  uitstroom veiligheid vertrouwelijk voorgeschiedenis vraag volgt woonplaats achtergrond conclusie advies samenvatting
  werkproces taken inhoud zie stap fase bijlagen convenant intentieverklaring`;

const ROLES = `
  aanbieder agent ambulant ambulante arts begeleider begeleiding behandelaar bemoeizorg bestuurder bewindvoerder bewoner
  bewoners buurt buurtteam burgemeester casemanager casuscoördinator casusregie casusregisseur cliënt client cliënte
  cliënten clienten cliëntondersteuner cliëntondersteuning coördinator crisisdienst crisisregisseur crisisteam curator
  directeur ervaringsdeskundige familie gedragsdeskundige gedragswetenschapper gemeente gezin gezinscoach gezinsvoogd
  hulpverlener huisarts huisartsenpost instelling inwoner jeugdarts jeugdbeschermer jeugdconsulent jurist kerngroep
  klinisch maatschappelijk maatschappelijke manager mantelzorger mentor medewerker minister officier ondersteuner
  opnameafdeling overlegtafel patiënt patient patiënten poh procesmanager procesregisseur projectleider psychiater
  psycholoog rechter regisseur regisseurs regiotafel sociaal specialist teamleider teammanager triagetafel verpleegkundige
  verwijzer voorzitter wethouder wijkagent wijkcoach wijkcoaches wijkconsulent wijkteam wijkteams wijkverpleegkundige
  woonbegeleider woningcorporatie woonconsulent ziekenhuis zorgaanbieder zorgbemiddeling zorgconferentie zorgregisseur
  zorgverzekeraar`;

const PERSONS = `
  broer buurman buurvrouw dochter kind kinderen meneer mevrouw moeder ouders partner vader zoon zus`;

const ORGANISATIONS = `
  ambiq antes autismehuis aveleijn baalderborg beo beschermd betermij bureau carint carintreggeland cce centrum ciz
  coa defensie dimence dji domijn duo fact-team fact ggd ggz halt hoogcomplex humanitas ind ixta jarabee jeugdbescherming
  jeugdwet jeugdzorg justitie kadera karakter leger levensloopaanpak mee meesamen mediant medisch menzis mijande
  ministerie mobiel moveoo mst om openbaar overijssel p10 participatiewet politie propersona raad rdm reclassering regio
  riagg ribw rijk riwis salland samen scot slachtofferhulp stadsbank stichting svb tactus topx transfertafel transfore
  triage trivium trajectum uwv veilig veiligheidshuis veiligheidsregio vgz viverion vng vws vwo welbions welzijn wegwijzer
  ggz wlz wmo wvggz wzd woonplaats zorg zorgbelang zorgaccent zorggroep zorgkantoor zorgverzekeringswet zgt zn zvh zvw
  werkgroep interaktcontour intermetzo pluryn philadelphia siza estinea delta avilla pactum`;

const PLACES = `
  almelo amsterdam apeldoorn arnhem borne delden denekamp deventer dinkelland duitsland enschede gelderland glanerbrug goor
  gronau haaksbergen hellendoorn hengelo holten losser lonneker nederland nijmegen nijverdal oldenzaal ootmarsum rijssen
  rijssen-holten tubbergen twente twenterand twentse utrecht vriezenveen wierden zwolle europa turkije marokko syrië polen
  oekraïne`;

const CONDITIONS = `
  adhd alzheimer asperger autisme borderline corona covid down korsakoff korsakov lvb nah ocd parkinson pgb ptss schizofrenie tbs`;
/** What people write in capitals since it matters: "vader OVERLEDEN". */
const STATES = `
  aanwezig afwezig agressief alleenstaand bedreigd bereikbaar betrokken bezorgd dader dakloos dement dementerend depressief
  ernstig gedetineerd gehandicapt gescheiden gewelddadig nabestaande onbereikbaar onverzekerd overleden psychotisch
  slachtoffer suïcidaal uitbehandeld verdacht verhuisd verdwenen vermist verslaafd verward vertrokken wajong werkloos
  zorgmijder zwanger`;
const ABBREVIATIONS = `
  aow cak havo hbo iq isd mbo mdo ots poh uhp vmbo wsnp`;
const PEOPLES = `
  afghaanse antilliaanse arabisch arabische aramese armeense assyrische belgische bosnische bulgaarse chinese duits duitse
  engelse eritrese ethiopische franse ghanese griekse hindoestaanse hongaarse indonesische iraakse iraanse islamitische
  italiaanse joodse kaapverdische koerdische kroatische libische litouwse marokkaans marokkaanse molukse nederlands
  nederlandse nigeriaanse oekraïense pools poolse portugese roemeense russisch russische servische slowaakse somalische
  spaanse surinaamse syrisch syrische tsjechische turks turkse vietnamese vlaamse`;

const KNOWN = toSet(
  [
    SENTENCE_STARTS,
    FORM_WORDS,
    ROLES,
    PERSONS,
    ORGANISATIONS,
    CONDITIONS,
    STATES,
    ABBREVIATIONS,
    PEOPLES,
  ].join(' '),
);
const KNOWN_PLACES = toSet(PLACES);

function toSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s/).filter(Boolean));
}

/** Tells whether a lower-case word is a common word, role, organisation, law or condition, and so no name of a person. */
export function isKnownWord(key: string): boolean {
  return KNOWN.has(key) || KNOWN.has(key.split('-', 1)[0] ?? key);
}

/** Tells whether a lower-case word is a place in or near Twente; some of these are surnames too, as in Van Delden. */
function isPlace(key: string): boolean {
  return KNOWN_PLACES.has(key);
}
