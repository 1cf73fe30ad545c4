import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findWarnings, toReport } from '../../src/content/check-content.ts';
import { readContent } from '../../src/content/load-content.ts';
import { copyContent, type Ingreep } from '../support/content-copy.ts';
import { content, model, ROOT } from '../support/real-content.ts';

const VRAGEN = 'rules/vragen.json';
const TOPX = 'rules/topx.json';
const REGIOTAFEL = 'rules/regiotafel-wlz.json';
const CRISISTEAM = 'rules/crisisteam-zorgkantoor.json';
const P10 = 'rules/mobiel-p10-team.json';
const TAFEL = 'tables/overlegtafels/topx.json';
const CRISIS = 'rules/crisisteam-zorgkantoor.json';
const GEMEENTEN = 'tables/gemeenten.json';
const CONTACTEN_FILE = 'tables/contacten.json';
const NUMBERS = 'tables/noodnummers.json';

const NOW = new Date('2026-11-22T12:00:00Z');

/** The path of a question, or of a part of it, inside its file. */
function atVraag(feit: string, deel = ''): string {
  const nummer = model.vragen.findIndex((vraag) => vraag.feit === feit);
  return `vragen.${nummer}${deel && `.${deel}`}`;
}

const voorwaarde = (fact: string, operator: string, value: string | string[]) => ({ fact, operator, value });

/** A planted fault, and how it must be reported. */
interface TestCase {
  readonly wat: string;
  readonly plant: readonly Ingreep[];
  readonly bestand: string;
  readonly plaats: string;
  readonly melding: RegExp;
}

const REGELS: readonly TestCase[] = [
  {
    wat: 'een kop bij een criterium zonder wat de lezer dan eerst moet weten',
    plant: [{ bestand: TOPX, zet: 'criteria.0.alsNeeAdvies', op: 'bel eerst een ander' }],
    bestand: TOPX,
    plaats: 'criteria.gebieds-veiligheid.alsNeeAdvies',
    melding: /kop zonder uitleg/,
  },
  {
    wat: 'een criterium dat altijd waar is',
    plant: [
      {
        bestand: REGIOTAFEL,
        zet: 'criteria.7.voorwaarde.value',
        op: ['betrokken', 'onderbouwd-niet', 'nee'],
      },
    ],
    bestand: REGIOTAFEL,
    plaats: 'criteria.cce.voorwaarde',
    melding: /altijd waar/,
  },
  {
    wat: 'een criterium dat nooit waar is',
    plant: [{ bestand: TOPX, zet: 'criteria.0.voorwaarde.value', op: 'weetNiet' }],
    bestand: TOPX,
    plaats: 'criteria.gebieds-veiligheid.voorwaarde',
    melding: /nooit waar/,
  },
  {
    wat: 'een criterium dat niets verandert, omdat een ander hetzelfde vraagt',
    plant: [{ bestand: TOPX, zet: 'criteria.1.voorwaarde', op: voorwaarde('gebiedsVeiligheid', 'is', 'ja') }],
    bestand: TOPX,
    plaats: 'criteria.ketenaanpak-nodig',
    melding: /verandert het oordeel over de tafel nooit/,
  },
  {
    wat: 'een tafel die nooit past, omdat twee criteria elkaar uitsluiten',
    plant: [{ bestand: REGIOTAFEL, zet: 'criteria.2.voorwaarde', op: voorwaarde('crisisNu', 'is', 'ja') }],
    bestand: REGIOTAFEL,
    plaats: 'regel',
    melding: /past bij geen enkele combinatie/,
  },
  {
    wat: 'een tafel die altijd past',
    plant: [
      { bestand: CRISISTEAM, zet: 'criteria.0.voorwaarde', op: voorwaarde('verblijf', 'is', 'thuis') },
      {
        bestand: CRISISTEAM,
        zet: 'criteria.1.voorwaarde',
        op: voorwaarde('verblijf', 'isEenVan', ['instelling', 'anders']),
      },
    ],
    bestand: CRISISTEAM,
    plaats: 'regel',
    melding: /past bij elke combinatie/,
  },
  {
    wat: 'een tafel die open kan blijven als alles is beantwoord',
    plant: [{ bestand: TOPX, zet: 'criteria.1.voorwaarde', op: voorwaarde('lokaalVastgelopen', 'is', 'ja') }],
    bestand: TOPX,
    plaats: 'regel',
    melding: /blijft soms open/,
  },
  {
    wat: 'een tafel die met geen signaal te openen is',
    plant: [{ bestand: TOPX, zet: 'signaal', op: 'geen-van-deze' }],
    bestand: TOPX,
    plaats: 'signaal',
    melding: /geen signaal dat een tafel kan openen/,
  },
  {
    wat: 'een signaal dat geen tafel opent',
    plant: [{ bestand: TOPX, zet: 'signaal', op: 'hoogcomplex' }],
    bestand: VRAGEN,
    plaats: 'signalen.opties.veiligheid',
    melding: /opent geen enkele tafel/,
  },
  {
    wat: 'een tafel die ook geopend wordt door een vraag die pas komt als ze open is',
    plant: [{ bestand: CRISISTEAM, zet: 'ookGeopendDoor.fact', op: 'plotselingeVerandering' }],
    bestand: CRISISTEAM,
    plaats: 'ookGeopendDoor',
    melding: /opent haar dus nooit/,
  },
  {
    wat: 'een criterium over een vraag die voor deze tafel niet wordt gesteld',
    plant: [
      {
        bestand: VRAGEN,
        zet: atVraag('gebiedsVeiligheid', 'wanneer'),
        op: { tafels: ['levensloopaanpak'] },
      },
    ],
    bestand: TOPX,
    plaats: 'criteria.gebieds-veiligheid.voorwaarde',
    melding: /wordt niet gevraagd als alleen deze tafel open is/,
  },
  {
    wat: 'een betaling die afhangt van een vraag die voor deze tafel niet wordt gesteld',
    plant: [{ bestand: P10, zet: 'financiering.feit', op: 'crisisNu' }],
    bestand: P10,
    plaats: 'financiering.feit',
    melding: /wordt niet gevraagd als alleen deze tafel open is/,
  },
  {
    wat: 'een vraag voor wie belt, die voor deze tafel niet wordt gesteld',
    plant: [{ bestand: CRISISTEAM, zet: 'bijHetBellen.0', op: 'stappenDoorlopen' }],
    bestand: CRISISTEAM,
    plaats: 'bijHetBellen.0',
    melding: /wordt niet gevraagd als alleen deze tafel open is/,
  },
  {
    wat: 'spoed bij een voorziening',
    plant: [{ bestand: P10, zet: 'spoed', op: true }],
    bestand: P10,
    plaats: 'spoed',
    melding: /geen betekenis/,
  },
];

const { slug: _slug, ...verblijf } = model.vraagOf.get('verblijf') ?? { slug: '' };

const DE_VRAGEN: readonly TestCase[] = [
  {
    wat: 'een vraag waarvan niets het antwoord gebruikt',
    plant: [{ bestand: VRAGEN, erbij: 'vragen', item: { ...verblijf, feit: 'huisdieren' } }],
    bestand: VRAGEN,
    plaats: 'huisdieren',
    melding: /geen enkele regel gebruikt/,
  },
  {
    wat: 'een vraag die niet te bereiken is, na een meerkeuzevraag',
    plant: [
      {
        bestand: VRAGEN,
        zet: atVraag('verblijf', 'wanneer'),
        op: { feit: 'signalen', is: 'zorg-valt-weg' },
      },
    ],
    bestand: VRAGEN,
    plaats: 'verblijf.wanneer',
    melding: /meerkeuzevraag/,
  },
  {
    wat: 'een vraag die niet te bereiken is, na direct gevaar',
    plant: [{ bestand: VRAGEN, zet: atVraag('verblijf', 'wanneer'), op: { feit: 'acuutGevaar', is: 'ja' } }],
    bestand: VRAGEN,
    plaats: 'verblijf.wanneer',
    melding: /wordt nooit gesteld/,
  },
  {
    wat: 'vragen die op elkaar wachten',
    plant: [
      { bestand: VRAGEN, zet: atVraag('crisisNu', 'wanneer'), op: { feit: 'stappenDoorlopen', is: 'ja' } },
      {
        bestand: VRAGEN,
        zet: atVraag('stappenDoorlopen', 'wanneer'),
        op: { feit: 'blijftInZorg', is: 'ja' },
      },
      { bestand: VRAGEN, zet: atVraag('blijftInZorg', 'wanneer'), op: { feit: 'crisisNu', is: 'nee' } },
    ],
    bestand: VRAGEN,
    plaats: 'crisisNu.wanneer',
    melding: /"crisisNu" → "stappenDoorlopen" → "blijftInZorg" → "crisisNu"/,
  },
  {
    wat: 'een vraag van een tafel voor de vraag die de tafels opent',
    plant: [
      { bestand: VRAGEN, zet: atVraag('signalen'), op: verblijf },
      {
        bestand: VRAGEN,
        zet: atVraag('verblijf'),
        op: (({ slug: _, ...vraag }) => vraag)(model.vraagOf.get('signalen') ?? { slug: '' }),
      },
    ],
    bestand: VRAGEN,
    plaats: 'verblijf',
    melding: /staat voor de vraag "signalen"/,
  },
  {
    wat: 'een stap die te zetten is, zonder woorden',
    plant: [{ bestand: VRAGEN, zet: atVraag('verblijf'), op: { ...verblijf, stapTeZetten: true } }],
    bestand: VRAGEN,
    plaats: 'verblijf.stap',
    melding: /Schrijf wat de lezer dan doet/,
  },
  {
    wat: 'woorden voor een stap die niet te zetten is',
    plant: [{ bestand: VRAGEN, zet: atVraag('verblijf'), op: { ...verblijf, stap: { tekst: 'Verhuis.' } } }],
    bestand: VRAGEN,
    plaats: 'verblijf.stap',
    melding: /alleen daarbij/,
  },
  {
    wat: 'een vraag voor die naar direct gevaar',
    plant: [
      {
        bestand: VRAGEN,
        zet: atVraag('acuutGevaar'),
        op: (({ slug: _, ...vraag }) => vraag)(model.vraagOf.get('rol') ?? { slug: '' }),
      },
      {
        bestand: VRAGEN,
        zet: atVraag('rol'),
        op: (({ slug: _, ...vraag }) => vraag)(model.vraagOf.get('acuutGevaar') ?? { slug: '' }),
      },
    ],
    bestand: VRAGEN,
    plaats: 'rol',
    melding: /Direct gevaar gaat voor alles/,
  },
  {
    wat: 'een vraag van de route van een ander type',
    plant: [{ bestand: VRAGEN, zet: atVraag('acuutGevaar', 'type'), op: 'keuze' }],
    bestand: VRAGEN,
    plaats: 'acuutGevaar.type',
    melding: /rekent op "jaNee"/,
  },
  {
    wat: 'een vraag van de route op een ander moment',
    plant: [{ bestand: VRAGEN, zet: atVraag('rol', 'wanneer'), op: { tafels: ['topx'] } }],
    bestand: VRAGEN,
    plaats: 'rol.wanneer',
    melding: /de route rekent daarop/,
  },
  {
    wat: 'een ja/nee-vraag zonder nee',
    plant: [
      {
        bestand: VRAGEN,
        zet: atVraag('crisisNu', 'opties'),
        op: [
          { id: 'ja', tekst: 'Ja' },
          { id: 'weetNiet', tekst: 'Ik weet het niet' },
        ],
      },
    ],
    bestand: VRAGEN,
    plaats: 'crisisNu.opties',
    melding: /"ja", "nee", "weetNiet"/,
  },
  {
    wat: 'buiten Twente dat niet te kiezen is',
    plant: [{ bestand: VRAGEN, removal: atVraag('gemeente', 'opties.14') }],
    bestand: VRAGEN,
    plaats: 'gemeente.opties',
    melding: /mist "buiten-twente"/,
  },
  {
    wat: 'een eerder besproken tafel die niet bestaat',
    plant: [
      { bestand: VRAGEN, erbij: atVraag('eerderBesproken', 'opties'), item: { id: 'mars', tekst: 'Mars' } },
    ],
    bestand: VRAGEN,
    plaats: 'eerderBesproken.opties',
    melding: /geen tafel "mars"/,
  },
  {
    wat: 'een tafel die geprobeerd kan zijn zonder dat ernaar wordt gevraagd',
    plant: [{ bestand: VRAGEN, zet: atVraag('eerderBesproken', 'wanneer.tafels.0'), op: 'mobiel-p10-team' }],
    bestand: VRAGEN,
    plaats: 'eerderBesproken.opties',
    melding: /niet gesteld als alleen de tafel "topx" open is/,
  },
];

const CONTACTEN: readonly TestCase[] = [
  {
    wat: 'een tafel zonder adres en zonder wat dan te doen',
    plant: [{ bestand: TAFEL, zet: 'kanaal.adres', op: null }],
    bestand: TAFEL,
    plaats: 'kanaal.alsOnbekend',
    melding: /wat iemand doet/,
  },
  {
    wat: 'een adres dat niet past bij het kanaal',
    plant: [{ bestand: TAFEL, zet: 'kanaal.soort', op: 'telefoon' }],
    bestand: TAFEL,
    plaats: 'kanaal.adres',
    melding: /geen telefoonnummer/,
  },
  {
    wat: 'verwijzen via wie zelf niet mag aanmelden',
    plant: [{ bestand: TAFEL, zet: 'aanmelders.via', op: 'huisarts' }],
    bestand: TAFEL,
    plaats: 'aanmelders.via',
    melding: /mag zelf niet aanmelden/,
  },
  {
    wat: 'een noodnummer dat er niet is, bij wie er eerder komt dan de tafel',
    plant: [{ bestand: CRISIS, zet: 'criteria.2.alsNeeNummer', op: 'veilig' }],
    bestand: CRISIS,
    plaats: 'criteria.wlz-zorg.alsNeeNummer',
    melding: /"veilig" staat niet in tables\/noodnummers\.json/,
  },
  {
    wat: 'eigen woorden voor een rol die er niet is',
    plant: [{ bestand: CRISIS, erbij: 'criteria.2.alsNeeVoor.0.rollen', item: 'tandarts' }],
    bestand: CRISIS,
    plaats: 'criteria.wlz-zorg.alsNeeVoor',
    melding: /rol "tandarts" is geen keuze/,
  },
  {
    wat: 'een rol die er twee keer staat',
    plant: [{ bestand: TAFEL, erbij: 'aanmelders.rollen', item: 'politie' }],
    bestand: TAFEL,
    plaats: 'aanmelders.rollen',
    melding: /"politie" twee keer/,
  },
  {
    wat: 'een gemeente waarvan de ggz-aanbieder niet bekend is, zonder wat dan te doen',
    plant: [{ bestand: GEMEENTEN, zet: 'gemeenten.0.ggzWerkgebied.organisatie', op: null }],
    bestand: GEMEENTEN,
    plaats: 'almelo.ggzWerkgebied.alsOnbekend',
    melding: /wat iemand doet/,
  },
  {
    wat: 'direct gevaar zonder nummer om te bellen',
    plant: content.noodnummers.map((_number, index) => ({
      bestand: NUMBERS,
      zet: `noodnummers.${index}.direct`,
      op: false,
    })),
    bestand: NUMBERS,
    plaats: 'direct',
    melding: /geen enkel nummer voor direct gevaar/,
  },
  {
    wat: 'een nummer dat niet te kiezen is',
    plant: [{ bestand: NUMBERS, zet: 'noodnummers.0.kies', op: null }],
    bestand: NUMBERS,
    plaats: '112.kies',
    melding: /horen bij elkaar/,
  },
  {
    wat: 'een onbekend nummer zonder wat dan te doen',
    plant: [{ bestand: NUMBERS, zet: 'noodnummers.2.alsOnbekend', op: null }],
    bestand: NUMBERS,
    plaats: 'huisarts.alsOnbekend',
    melding: /wat iemand doet/,
  },
];

describe.each([
  ['de regels', REGELS],
  ['de vragen', DE_VRAGEN],
  ['de contacten', CONTACTEN],
])('een fout in de samenhang van %s stopt de start', (_part, gevallen) => {
  it.each(gevallen)('$wat', ({ plant, bestand, plaats, melding }) => {
    expect(readContent(copyContent(...plant)).fouten).toContainEqual({
      bestand,
      plaats,
      melding: expect.stringMatching(melding),
    });
  });
});

describe('een uitkomst zonder woorden stopt de start', () => {
  it.each(['weg', 'leeg'])('als het bestand %s is', (how) => {
    const root = copyContent();
    cpSync(join(ROOT, 'views/partials'), join(root, 'views/partials'), { recursive: true });
    expect(readContent(root).fouten).toEqual([]);
    const partial = join(root, 'views/partials/uitkomst-geenTafel.hbs');
    if (how === 'weg') rmSync(partial);
    else writeFileSync(partial, '\n');
    expect(readContent(root).fouten).toEqual([
      {
        bestand: 'views/partials/uitkomst-geenTafel.hbs',
        plaats: '',
        melding: expect.stringContaining('Schrijf hier'),
      },
    ]);
  });
});

describe('wat een blik waard is', () => {
  it('is er bij de echte inhoud niet', () => {
    expect(findWarnings(content, NOW)).toEqual([]);
  });

  it('is een tafel die altijd past als een andere past', () => {
    const root = copyContent(
      { bestand: CRISISTEAM, zet: 'criteria.2.weging', op: 'vereist' },
      {
        bestand: CRISISTEAM,
        zet: 'regel',
        op: {
          any: ['plotselinge-verandering', 'zorg-nodig-binnen', 'wlz-zorg'].map((condition) => ({
            condition,
          })),
        },
      },
    );
    const { content: changed, fouten } = readContent(root);
    expect(fouten).toEqual([]);
    // Whoever fits the Regiotafel has Wlz care, which is now enough for the crisisteam.
    expect(changed && findWarnings(changed, NOW)).toEqual([
      {
        bestand: 'rules/regiotafel-wlz.json',
        plaats: 'regel',
        melding: expect.stringContaining('"crisisteam-zorgkantoor"'),
      },
    ]);
  });

  it.each([
    ['365 dagen', '2025-11-22', 0],
    ['366 dagen', '2025-11-21', 1],
  ])('is een contact dat %s geleden is gecontroleerd, of juist niet', (_how, gecontroleerd, count) => {
    const { content: changed } = readContent(
      copyContent({ bestand: CONTACTEN_FILE, zet: 'contacten.0.gecontroleerd', op: gecontroleerd }),
    );
    const warnings = changed ? findWarnings(changed, NOW) : [];
    expect(warnings).toHaveLength(count);
    for (const warning of warnings)
      expect(warning).toEqual({
        bestand: CONTACTEN_FILE,
        plaats: `${content.contacten[0]?.id}.gecontroleerd`,
        melding: expect.stringContaining('366 dagen geleden'),
      });
  });

  it('is elk contact en elk nummer, als alles oud is', () => {
    const places = findWarnings(content, new Date('2028-01-01')).map(({ bestand, plaats }) => [
      bestand,
      plaats,
    ]);
    expect(places).toEqual([
      ...content.contacten.map(({ id }) => [CONTACTEN_FILE, `${id}.gecontroleerd`]),
      ...content.noodnummers.map(({ id }) => [NUMBERS, `${id}.gecontroleerd`]),
    ]);
  });
});

describe('het verslag', () => {
  it('noemt alle fouten en waarschuwingen tegelijk, met bestand en plaats', () => {
    const root = copyContent(
      { bestand: TOPX, zet: 'criteria.0.voorwaarde.value', op: 'weetNiet' },
      { bestand: REGIOTAFEL, zet: 'criteria.2.voorwaarde', op: voorwaarde('crisisNu', 'is', 'ja') },
      { bestand: TAFEL, zet: 'aanmelders.via', op: 'huisarts' },
      { bestand: NUMBERS, zet: 'noodnummers.0.gecontroleerd', op: '2020-01-01' },
    );
    expect(toReport(readContent(root), NOW)).toMatch(
      /^3 fouten:\n- rules\/topx\.json, criteria\.gebieds-veiligheid\.voorwaarde: .+\n- rules\/regiotafel-wlz\.json, regel: .+\n- tables\/overlegtafels\/topx\.json, aanmelders\.via: .+\n\n1 waarschuwing:\n- tables\/noodnummers\.json, 112\.gecontroleerd: .+$/,
    );
  });

  it('zegt ook dat er niets is', () => {
    expect(toReport(readContent(ROOT), NOW)).toBe('De inhoud heeft geen fouten.');
  });

  it('zegt dat er daarna meer kan zijn, als een bestand niet te lezen is', () => {
    expect(toReport(readContent(copyContent({ bestand: TOPX, tekst: '{' })), NOW)).toMatch(
      /^1 fout:\n- rules\/topx\.json: .+\n\nHerstel dit eerst\. /,
    );
  });
});
