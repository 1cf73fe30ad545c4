/**
 * What domain.md fixes, written out by hand: facts, tables, criteria and rules.
 * The tests hold the content and the decision against this; nothing here is read from `rules/` or `tables/`.
 */

export type Truth = 'ja' | 'nee' | 'onbekend';
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

const yesNo = (feit: string, wanneer: Feit['wanneer']): Feit => ({
  feit,
  type: 'jaNee',
  opties: ['ja', 'nee', 'weetNiet'],
  wanneer,
});
const choice = (feit: string, opties: string, wanneer: Feit['wanneer']): Feit => ({
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
  yesNo('acuutGevaar', 'altijd'),
  choice(
    'gemeente',
    'almelo borne dinkelland enschede haaksbergen hellendoorn hengelo hof-van-twente losser oldenzaal ' +
      'rijssen-holten tubbergen twenterand wierden buiten-twente weetNiet',
    'altijd',
  ),
  choice(
    'rol',
    'wijkcoach procesmanager regisseur-gemeente bestuurder-gemeente huisarts ggz-aanbieder zorgaanbieder ' +
      'verslavingszorg politie om reclassering woningcorporatie clientondersteuner verzekeraar veiligheidshuis vws ' +
      'inwoner anders',
    'altijd',
  ),
  yesNo('lokaalBesproken', 'altijd'),
  yesNo('lokaalVastgelopen', { feit: 'lokaalBesproken', is: 'ja' }),
  meerkeuze(
    'signalen',
    'verward-gedrag veiligheid passende-ggz wlz-verblijf zorg-valt-weg hoogcomplex gevaar-langdurig vastgelopen ' +
      'geen-van-deze weetNiet',
    'altijd',
  ),
  yesNo('verwardGedrag', [P10]),
  yesNo('eerderStrafOfDwang', [P10]),
  yesNo('strafrechtelijkeTitel', [P10]),
  yesNo('ggzIngeschreven', [P10]),
  yesNo('gebiedsVeiligheid', [TOPX]),
  yesNo('ketenaanpakNodig', [TOPX]),
  yesNo('meerdereLeefgebieden', [TOPX]),
  yesNo('overlastOfAfglijden', [TOPX]),
  yesNo('systeemBeinvloedt', [TOPX]),
  yesNo('systeemGeraakt', [TOPX]),
  choice('zoekt', 'advies passende-plek snellere-zorg geen-van-deze weetNiet', [TRIAGE]),
  yesNo('ggzBehandelvraag', [TRIAGE]),
  choice('wlzZorg', 'ja verwacht nee weetNiet', [REGIOTAFEL, CRISISTEAM]),
  choice('verblijf', 'thuis instelling anders weetNiet', [REGIOTAFEL, CRISISTEAM]),
  yesNo('crisisNu', [REGIOTAFEL]),
  yesNo('stappenDoorlopen', [REGIOTAFEL]),
  yesNo('eigenAlternatieven', [REGIOTAFEL]),
  yesNo('overdrachtGeprobeerd', [REGIOTAFEL]),
  yesNo('overplaatsingNodig', [REGIOTAFEL]),
  yesNo('blijftInZorg', [REGIOTAFEL]),
  choice('cce', 'betrokken onderbouwd-niet nee weetNiet', [REGIOTAFEL]),
  yesNo('plotselingeVerandering', [CRISISTEAM]),
  choice('zorgNodigBinnen', '24-uur 48-uur later weetNiet', [CRISISTEAM]),
  yesNo('vervlochtenAandoeningen', [HOOGCOMPLEX]),
  yesNo('behandeldoelHaalbaar', [HOOGCOMPLEX]),
  yesNo('samenhangLevensdomeinen', [HOOGCOMPLEX]),
  yesNo('dreigingErnstigLetsel', [HOOGCOMPLEX]),
  yesNo('uitgebreidBehandeld', [HOOGCOMPLEX]),
  yesNo('uitzonderlijkRegime', [HOOGCOMPLEX]),
  yesNo('zorgSchaars', [HOOGCOMPLEX]),
  yesNo('zorgbemiddelingZonderResultaat', [HOOGCOMPLEX]),
  yesNo('ernstigeProblematiek', [LEVENSLOOP]),
  yesNo('hoogVeiligheidsrisico', [LEVENSLOOP]),
  yesNo('gevaarlijkGedrag', [LEVENSLOOP]),
  yesNo('regulierWerktNiet', [LEVENSLOOP]),
  yesNo('ggzSpeelt', [BEO]),
  yesNo('veiligheidsrisico', [BEO]),
  yesNo('stelselKnelt', [BEO]),
  meerkeuze('eerderBesproken', `${EERDER_TE_BESPREKEN.join(' ')} geen weetNiet`, OVERLEGTAFELS),
];

/** Options of a meerkeuze that stand alone. */
export const ONLY = ['geen-van-deze', 'geen', 'weetNiet'];

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
const parsed = (feit: string, goed: readonly string[] = ['ja']): Criterium => vereist(feit, goed, true);
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
    parsed('zoekt', ['advies', 'passende-plek', 'snellere-zorg']),
    aandachtspunt('ggzBehandelvraag', ['ja'], true),
  ],
  [REGIOTAFEL]: [
    parsed('wlzZorg'),
    vereist('crisisNu', ['nee']),
    vereist('stappenDoorlopen'),
    vereist('eigenAlternatieven'),
    vereist('overdrachtGeprobeerd'),
    vereist('overplaatsingNodig'),
    vereist('blijftInZorg'),
    vereist('cce', ['betrokken', 'onderbouwd-niet']),
  ],
  [CRISISTEAM]: [
    parsed('plotselingeVerandering'),
    parsed('zorgNodigBinnen', ['24-uur', '48-uur']),
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
    parsed('zorgbemiddelingZonderResultaat'),
  ],
  [LEVENSLOOP]: [
    parsed('ernstigeProblematiek'),
    parsed('hoogVeiligheidsrisico'),
    parsed('gevaarlijkGedrag'),
    parsed('regulierWerktNiet'),
  ],
  [BEO]: [
    parsed('ggzSpeelt'),
    parsed('veiligheidsrisico'),
    parsed('stelselKnelt'),
    parsed(
      'eerderBesproken',
      EERDER_TE_BESPREKEN.filter((tafel) => tafel !== CRISISTEAM),
    ),
  ],
  [P10]: [vereist('verwardGedrag'), vereist('eerderStrafOfDwang'), vereist('strafrechtelijkeTitel')],
};

/** The ways in which a table fits: in each, all of these facts together. */
export const WAYS: Readonly<Record<string, readonly (readonly string[])[]>> = {
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
  const found = FEITEN.find(({ feit }) => feit === naam);
  if (!found) throw new Error(`Onbekend feit in de test: ${naam}`);
  return found;
}
