import { toSet } from './span.ts';

/** Words with which a sentence begins: elsewhere one with a capital is a name, as in Van der Meer and De Wilde. */
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
  aanwezig afwezig agressief alleenstaand angstig bedreigd bereikbaar betrokken bezorgd dader dakloos dement dementerend
  depressief dronken ernstig gedetineerd gehandicapt gescheiden gewelddadig gewond huilend nabestaande onbereikbaar onrustig
  onverzekerd overleden overstuur opgenomen paniek psychotisch radeloos slachtoffer suïcidaal uitbehandeld uitgeput verdacht
  verhuisd verdwenen vermist verslaafd verward vertrokken wajong wanhopig werkloos woedend zorgmijder zwanger`;

/** What people write in capitals since it frightens: "buurman DREIGT". What is a surname too, such as Schoot or Vocht, is not here. */
const DEEDS = `
  achtervolgde achtervolgt bedreigde bedreigt belaagde belaagt beledigde beledigt beschadigde beschadigt bespuugde
  bespuugt controleert dealde dealt dreigde dreigt drinkt dronk escaleerde escaleert filmde filmt gilde gilt gooide
  gooit huilde huilt intimideerde intimideert klaagde klaagt kookt kookte manipuleert mishandelde mishandelt negeert
  ontkende ontkent ontspoorde ontspoort ontvoerde overlast overleed overlijdt pestte regelde regelt roept scheldt
  schiet schold schopt schopte schreeuwde slikt sloeg snuift spuugde spuugt stalkt stalkte steelt sterft stierf
  stinkt stookt stopt stopte terroriseert treiterde treitert verdween verdwijnt verhuisde verhuist verkocht
  verkoopt verliest verloor vernielde vernielt verwaarloosde verwaarloost verzet verzette vluchtte wurgde
  zwaaide zwaait`;

const ABBREVIATIONS = `
  aow cak havo hbo iq isd mbo mdo ots poh uhp vmbo wsnp`;

const PEOPLES = `
  afghaanse antilliaanse arabisch arabische aramese armeense assyrische belgische bosnische bulgaarse chinese duits duitse
  engelse eritrese ethiopische franse ghanese griekse hindoestaanse hongaarse indonesische iraakse iraanse islamitische
  italiaanse joodse kaapverdische koerdische kroatische libische litouwse marokkaans marokkaanse molukse nederlands
  nederlandse nigeriaanse oekraïense pools poolse portugese roemeense russisch russische servische slowaakse somalische
  spaanse surinaamse syrisch syrische tsjechische turks turkse vietnamese vlaamse`;

/** In capitals for another reason than that they are a name. */
const KNOWN_ANYWHERE = toSet(
  [FORM_WORDS, ROLES, PERSONS, ORGANISATIONS, CONDITIONS, STATES, DEEDS, ABBREVIATIONS, PEOPLES].join(' '),
);
const KNOWN_AT_START = toSet(SENTENCE_STARTS);
const KNOWN_PLACES = toSet(PLACES);

/** Tells whether a lower-case word is a common word, role, organisation, law or condition, and so no name of a person. */
export function isKnownWord(key: string): boolean {
  return isKnownAmidSentence(key) || isIn(KNOWN_AT_START, key);
}

/** The same for a word where no sentence can begin. */
export function isKnownAmidSentence(key: string): boolean {
  return isIn(KNOWN_ANYWHERE, key);
}

function isIn(words: ReadonlySet<string>, key: string): boolean {
  return words.has(key) || words.has(key.split('-', 1)[0] ?? key);
}

const SURNAMES = toSet('arts raad rechter');

/** Tells whether a known lower-case word is a surname as well: Mevrouw Arts, de heer De Raad. */
export function isSurnameToo(key: string): boolean {
  return SURNAMES.has(key);
}

/** Tells whether a lower-case word is a place in or near Twente; some of these are surnames too, as in Van Delden. */
export function isPlace(key: string): boolean {
  return KNOWN_PLACES.has(key);
}
