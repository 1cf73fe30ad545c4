/**
 * What domain.md fixes, written out by hand: facts, tables, criteria and rules.
 * The tests hold the content and the decision against this; nothing here is read from `rules/` or `tables/`.
 */

export type Waarheid = 'ja' | 'nee' | 'onbekend';
export type Antwoord = string | readonly string[];
export type Antwoorden = Readonly<Record<string, Antwoord>>;

export const TOPX = 'topx';
export const TRIAGE = 'triage-transfertafel';
export const REGIOTAFEL = 'regiotafel-wlz';
export const CRISISTEAM = 'crisisteam-zorgkantoor';
export const HOOGCOMPLEX = 'hoogcomplex-oostnl';
export const LEVENSLOOP = 'levensloopaanpak';
export const BEO = 'bestuurlijk-escalatieoverleg';
export const P10 = 'mobiel-p10-team';

/** The tables of trede 2 to 4, in the order of the ladder. */
export const OVERLEGTAFELS = [TOPX, TRIAGE, REGIOTAFEL, CRISISTEAM, HOOGCOMPLEX, LEVENSLOOP, BEO];
/** All that has an oordeel: the tables and then the provision. */
export const TAFELS = [...OVERLEGTAFELS, P10];
/** Tables where a case can have been discussed before; the crisisteam is among them but never counts as tried. */
export const EERDER_TE_BESPREKEN = OVERLEGTAFELS.slice(0, -1);
/** The tables that may be used while the local step is open. */
export const SLAAT_LOKAAL_OVER = [REGIOTAFEL, CRISISTEAM];

export const SIGNAAL: Readonly<Record<string, string>> = {
  [P10]: 'verward-gedrag',
  [TOPX]: 'veiligheid',
  [TRIAGE]: 'passende-ggz',
  [REGIOTAFEL]: 'wlz-verblijf',
  [CRISISTEAM]: 'zorg-valt-weg',
  [HOOGCOMPLEX]: 'hoogcomplex',
  [LEVENSLOOP]: 'gevaar-langdurig',
  [BEO]: 'vastgelopen',
};

export interface Feit {
  readonly feit: string;
  readonly type: 'jaNee' | 'keuze' | 'meerkeuze';
  readonly opties: readonly string[];
  readonly wanneer: 'altijd' | { readonly feit: string; readonly is: string } | readonly string[];
}

const jaNee = (feit: string, wanneer: Feit['wanneer']): Feit => ({
  feit,
  type: 'jaNee',
  opties: ['ja', 'nee', 'weetNiet'],
  wanneer,
});
const keuze = (feit: string, opties: string, wanneer: Feit['wanneer']): Feit => ({
  feit,
  type: 'keuze',
  opties: opties.split(' '),
  wanneer,
});
const meerkeuze = (feit: string, opties: string, wanneer: Feit['wanneer']): Feit => ({
  feit,
  type: 'meerkeuze',
  opties: opties.split(' '),
  wanneer,
});

/** The facts in asking order. */
export const FEITEN: readonly Feit[] = [
  jaNee('acuutGevaar', 'altijd'),
  keuze(
    'gemeente',
    'almelo borne dinkelland enschede haaksbergen hellendoorn hengelo hof-van-twente losser oldenzaal ' +
      'rijssen-holten tubbergen twenterand wierden buiten-twente weetNiet',
    'altijd',
  ),
  keuze(
    'rol',
    'wijkcoach procesmanager regisseur-gemeente bestuurder-gemeente huisarts ggz-aanbieder zorgaanbieder ' +
      'verslavingszorg politie om reclassering woningcorporatie clientondersteuner verzekeraar veiligheidshuis vws ' +
      'inwoner anders',
    'altijd',
  ),
  jaNee('lokaalBesproken', 'altijd'),
  jaNee('lokaalVastgelopen', { feit: 'lokaalBesproken', is: 'ja' }),
  meerkeuze(
    'signalen',
    'verward-gedrag veiligheid passende-ggz wlz-verblijf zorg-valt-weg hoogcomplex gevaar-langdurig vastgelopen ' +
      'geen-van-deze weetNiet',
    'altijd',
  ),
  jaNee('verwardGedrag', [P10]),
  jaNee('eerderStrafOfDwang', [P10]),
  jaNee('strafrechtelijkeTitel', [P10]),
  jaNee('ggzIngeschreven', [P10]),
  jaNee('gebiedsVeiligheid', [TOPX]),
  jaNee('ketenaanpakNodig', [TOPX]),
  jaNee('meerdereLeefgebieden', [TOPX]),
  jaNee('overlastOfAfglijden', [TOPX]),
  jaNee('systeemBeinvloedt', [TOPX]),
  jaNee('systeemGeraakt', [TOPX]),
  keuze('zoekt', 'advies passende-plek snellere-zorg geen-van-deze weetNiet', [TRIAGE]),
  jaNee('ggzBehandelvraag', [TRIAGE]),
  keuze('wlzZorg', 'ja verwacht nee weetNiet', [REGIOTAFEL, CRISISTEAM]),
  keuze('verblijf', 'thuis instelling anders weetNiet', [REGIOTAFEL, CRISISTEAM]),
  jaNee('crisisNu', [REGIOTAFEL]),
  jaNee('stappenDoorlopen', [REGIOTAFEL]),
  jaNee('eigenAlternatieven', [REGIOTAFEL]),
  jaNee('overdrachtGeprobeerd', [REGIOTAFEL]),
  jaNee('overplaatsingNodig', [REGIOTAFEL]),
  jaNee('blijftInZorg', [REGIOTAFEL]),
  keuze('cce', 'betrokken onderbouwd-niet nee weetNiet', [REGIOTAFEL]),
  jaNee('plotselingeVerandering', [CRISISTEAM]),
  keuze('zorgNodigBinnen', '24-uur 48-uur later weetNiet', [CRISISTEAM]),
  jaNee('vervlochtenAandoeningen', [HOOGCOMPLEX]),
  jaNee('behandeldoelHaalbaar', [HOOGCOMPLEX]),
  jaNee('samenhangLevensdomeinen', [HOOGCOMPLEX]),
  jaNee('dreigingErnstigLetsel', [HOOGCOMPLEX]),
  jaNee('uitgebreidBehandeld', [HOOGCOMPLEX]),
  jaNee('uitzonderlijkRegime', [HOOGCOMPLEX]),
  jaNee('zorgSchaars', [HOOGCOMPLEX]),
  jaNee('zorgbemiddelingZonderResultaat', [HOOGCOMPLEX]),
  jaNee('ernstigeProblematiek', [LEVENSLOOP]),
  jaNee('hoogVeiligheidsrisico', [LEVENSLOOP]),
  jaNee('gevaarlijkGedrag', [LEVENSLOOP]),
  jaNee('regulierWerktNiet', [LEVENSLOOP]),
  jaNee('ggzSpeelt', [BEO]),
  jaNee('veiligheidsrisico', [BEO]),
  jaNee('stelselKnelt', [BEO]),
  meerkeuze('eerderBesproken', `${EERDER_TE_BESPREKEN.join(' ')} geen weetNiet`, OVERLEGTAFELS),
];

/** Options of a meerkeuze that stand alone. */
export const ALLEEN = ['geen-van-deze', 'geen', 'weetNiet'];

export interface Criterium {
  readonly feit: string;
  /** Answers (of a list: one of them) with which the criterion is met. */
  readonly goed: readonly string[];
  readonly weging: 'vereist' | 'aandachtspunt';
  readonly interpretatie: boolean;
}

const vereist = (feit: string, goed: readonly string[] = ['ja'], interpretatie = false): Criterium => ({
  feit,
  goed,
  weging: 'vereist',
  interpretatie,
});
const gelezen = (feit: string, goed: readonly string[] = ['ja']): Criterium => vereist(feit, goed, true);
const aandachtspunt = (feit: string, goed: readonly string[], interpretatie: boolean): Criterium => ({
  feit,
  goed,
  weging: 'aandachtspunt',
  interpretatie,
});

/** The criteria of each table, in the order of domain.md. */
export const CRITERIA: Readonly<Record<string, readonly Criterium[]>> = {
  [TOPX]: [
    vereist('gebiedsVeiligheid'),
    vereist('ketenaanpakNodig'),
    vereist('meerdereLeefgebieden'),
    vereist('overlastOfAfglijden'),
    vereist('systeemBeinvloedt'),
    vereist('systeemGeraakt'),
  ],
  [TRIAGE]: [
    gelezen('zoekt', ['advies', 'passende-plek', 'snellere-zorg']),
    aandachtspunt('ggzBehandelvraag', ['ja'], true),
  ],
  [REGIOTAFEL]: [
    gelezen('wlzZorg'),
    vereist('crisisNu', ['nee']),
    vereist('stappenDoorlopen'),
    vereist('eigenAlternatieven'),
    vereist('overdrachtGeprobeerd'),
    vereist('overplaatsingNodig'),
    vereist('blijftInZorg'),
    vereist('cce', ['betrokken', 'onderbouwd-niet']),
  ],
  [CRISISTEAM]: [
    gelezen('plotselingeVerandering'),
    gelezen('zorgNodigBinnen', ['24-uur', '48-uur']),
    aandachtspunt('wlzZorg', ['ja', 'verwacht'], true),
    aandachtspunt('verblijf', ['thuis', 'instelling'], true),
  ],
  [HOOGCOMPLEX]: [
    vereist('vervlochtenAandoeningen'),
    vereist('behandeldoelHaalbaar'),
    vereist('samenhangLevensdomeinen'),
    vereist('dreigingErnstigLetsel'),
    vereist('uitgebreidBehandeld'),
    vereist('uitzonderlijkRegime'),
    vereist('zorgSchaars'),
    gelezen('zorgbemiddelingZonderResultaat'),
  ],
  [LEVENSLOOP]: [
    gelezen('ernstigeProblematiek'),
    gelezen('hoogVeiligheidsrisico'),
    gelezen('gevaarlijkGedrag'),
    gelezen('regulierWerktNiet'),
  ],
  [BEO]: [
    gelezen('ggzSpeelt'),
    gelezen('veiligheidsrisico'),
    gelezen('stelselKnelt'),
    gelezen(
      'eerderBesproken',
      EERDER_TE_BESPREKEN.filter((tafel) => tafel !== CRISISTEAM),
    ),
  ],
  [P10]: [vereist('verwardGedrag'), vereist('eerderStrafOfDwang'), vereist('strafrechtelijkeTitel')],
};

/** The ways in which a table fits: in each, all of these facts together. */
export const WEGEN: Readonly<Record<string, readonly (readonly string[])[]>> = {
  [TOPX]: [
    ['gebiedsVeiligheid', 'ketenaanpakNodig'],
    ['meerdereLeefgebieden', 'overlastOfAfglijden', 'systeemBeinvloedt', 'systeemGeraakt'],
  ],
  [TRIAGE]: [['zoekt']],
  [REGIOTAFEL]: [
    [
      'wlzZorg',
      'crisisNu',
      'stappenDoorlopen',
      'eigenAlternatieven',
      'overdrachtGeprobeerd',
      'overplaatsingNodig',
      'blijftInZorg',
      'cce',
    ],
  ],
  [CRISISTEAM]: [['plotselingeVerandering'], ['zorgNodigBinnen']],
  [HOOGCOMPLEX]: [
    [
      'vervlochtenAandoeningen',
      'behandeldoelHaalbaar',
      'samenhangLevensdomeinen',
      'dreigingErnstigLetsel',
      'uitgebreidBehandeld',
      'uitzonderlijkRegime',
      'zorgSchaars',
      'zorgbemiddelingZonderResultaat',
    ],
  ],
  [LEVENSLOOP]: [['ernstigeProblematiek', 'hoogVeiligheidsrisico', 'gevaarlijkGedrag', 'regulierWerktNiet']],
  [BEO]: [['ggzSpeelt', 'veiligheidsrisico', 'stelselKnelt', 'eerderBesproken']],
  [P10]: [['verwardGedrag', 'eerderStrafOfDwang'], ['strafrechtelijkeTitel']],
};

/** The fact with this name. */
export function findFeit(naam: string): Feit {
  const gevonden = FEITEN.find(({ feit }) => feit === naam);
  if (!gevonden) throw new Error(`Onbekend feit in de test: ${naam}`);
  return gevonden;
}
