import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/content/load-content.ts';
import { copyContent, findContentFault, type Ingreep } from '../support/content-copy.ts';
import { content, ROOT } from '../support/real-content.ts';

const { files } = readContent(ROOT);
const VRAGEN = 'rules/vragen.json';
const TOPX = 'rules/topx.json';
const TRIAGE = 'rules/triage-transfertafel.json';
const BEO = 'rules/bestuurlijk-escalatieoverleg.json';
const P10 = 'rules/mobiel-p10-team.json';
const TAFEL = 'tables/overlegtafels/topx.json';
const GEMEENTEN = 'tables/gemeenten.json';
const CONTACTEN = 'tables/contacten.json';
const ORGANISATIES = 'tables/organisaties.json';
const PLAATSEN = 'tables/plaatsen.json';
const STEUN = 'tables/clientondersteuning.json';
const NUMBERS = 'tables/noodnummers.json';

/** The path of a field of a contact inside its file. */
const at = (contact: string, veld: string) =>
  `contacten.${content.contacten.findIndex(({ id }) => id === contact)}.${veld}`;

/** Where a fault must be reported: by default in the file where it is planted. */
type TestCase = [wat: string, ingreep: Ingreep, plaats: string, bestand?: string];

/** Plants one fault and looks for it by file and place, or a place within that. */
function expectFault(ingreep: Ingreep, place: string, bestand: string): void {
  const fault = findContentFault(copyContent(ingreep));
  const found = fault?.fouten.find(
    (other) => other.bestand === bestand && `${other.plaats}.`.startsWith(place && `${place}.`),
  );
  expect(found, `genoemd is: ${fault?.message ?? 'niets'}`).toMatchObject({
    melding: expect.stringMatching(/\w{3}/),
  });
  // The message is what an author reads when the server does not start.
  expect(fault?.message).toContain(`- ${bestand}${place && `, ${place}`}`);
}

/** The place of the question in rules/vragen.json, for a path into that file. */
const number = (feit: string) => content.vragen.findIndex((vraag) => vraag.feit === feit);
/** The first entry of each list that may not have doubles. */
const optie = { id: 'extra', tekst: 'Extra' };

it('de inhoud zelf heeft geen fouten, ook niet als kopie', () => {
  expect(findContentFault(copyContent())).toBeNull();
});

describe('een fout in de vorm van een bestand stopt de start', () => {
  it.each<TestCase>([
    ['geen JSON', { bestand: TOPX, tekst: '{"tafel": "topx",' }, ''],
    ['een leeg bestand', { bestand: GEMEENTEN, tekst: '' }, ''],
    ['een lijst waar een object hoort', { bestand: 'tables/lokaal.json', tekst: '[]' }, ''],
    ['een lege lijst', { bestand: NUMBERS, tekst: '[]' }, ''],
    ['een lijst zonder iets erin', { bestand: NUMBERS, zet: 'noodnummers', op: [] }, 'noodnummers'],
    ['een lijst onder een andere naam', { bestand: NUMBERS, tekst: '{"nummers": []}' }, 'noodnummers'],
    ['een bestand dat ontbreekt', { bestand: 'tables/woordenlijst.json', verwijder: true }, ''],
    ['de vragen die ontbreken', { bestand: VRAGEN, verwijder: true }, ''],
    ['een map die ontbreekt', { bestand: 'tables/overlegtafels', verwijder: true }, ''],
    ['een tafel zonder regels', { bestand: TOPX, verwijder: true }, ''],
    ['regels zonder tafel', { bestand: TAFEL, verwijder: true }, '', TOPX],
    ['een onbekende sleutel', { bestand: TOPX, zet: 'criteria.0.kleur', op: 'rood' }, 'criteria.0'],
    ['een onbekende sleutel bovenaan', { bestand: TAFEL, zet: 'kleur', op: 'rood' }, ''],
    ['een sleutel die ontbreekt', { bestand: TAFEL, removal: 'doel.bron' }, 'doel.bron'],
    ['tekst waar een getal hoort', { bestand: TAFEL, zet: 'trede', op: '2' }, 'trede'],
    ['een trede die niet bestaat', { bestand: TAFEL, zet: 'trede', op: 5 }, 'trede'],
    ['een lege tekst', { bestand: TAFEL, zet: 'naam', op: '  ' }, 'naam'],
    [
      'een weging die niet bestaat',
      { bestand: TOPX, zet: 'criteria.1.weging', op: 'gewenst' },
      'criteria.1.weging',
    ],
    [
      'een id met hoofdletters',
      { bestand: TOPX, zet: 'criteria.0.id', op: 'Gebieds_Veiligheid' },
      'criteria.0.id',
    ],
    [
      'een feit met streepjes',
      { bestand: VRAGEN, zet: 'vragen.0.feit', op: 'acuut-gevaar' },
      'vragen.0.feit',
    ],
    [
      'een vraag van een onbekend type',
      { bestand: VRAGEN, zet: 'vragen.1.type', op: 'tekst' },
      'vragen.1.type',
    ],
    ['een vraag met één keuze', { bestand: VRAGEN, zet: 'vragen.1.opties', op: [optie] }, 'vragen.1.opties'],
    [
      'een operator die niet bestaat',
      { bestand: TOPX, zet: 'criteria.0.voorwaarde.operator', op: 'equal' },
      'criteria.0.voorwaarde.operator',
    ],
    [
      'een voorwaarde met een lege lijst',
      { bestand: TRIAGE, zet: 'criteria.0.voorwaarde.value', op: [] },
      'criteria.0.voorwaarde.value',
    ],
    ['een regel met een lege "any"', { bestand: TOPX, zet: 'regel', op: { any: [] } }, 'regel.any'],
    [
      'een regel met een lege "all" van binnen',
      { bestand: TOPX, zet: 'regel.any.1', op: { all: [] } },
      'regel.any.1.all',
    ],
    [
      'een regel met een ontkenning',
      { bestand: TOPX, zet: 'regel', op: { not: { condition: 'gebieds-veiligheid' } } },
      'regel',
    ],
    [
      'een CBS-code die geen code is',
      { bestand: GEMEENTEN, zet: 'gemeenten.0.cbsCode', op: 'GM141' },
      'gemeenten.0.cbsCode',
    ],
    [
      'een datum in de verkeerde vorm',
      { bestand: NUMBERS, zet: 'noodnummers.0.gecontroleerd', op: '21-11-2026' },
      'noodnummers.0.gecontroleerd',
    ],
    [
      'een datum die niet bestaat',
      { bestand: NUMBERS, zet: 'noodnummers.0.gecontroleerd', op: '2026-02-30' },
      'noodnummers.0.gecontroleerd',
    ],
    [
      'een noodnummer met letters om te kiezen',
      { bestand: NUMBERS, zet: 'noodnummers.0.kies', op: '0800-HELP' },
      'noodnummers.0.kies',
    ],
    ['een kanaal dat niet bestaat', { bestand: TAFEL, zet: 'kanaal.soort', op: 'fax' }, 'kanaal.soort'],
  ])('%s', (_what, ingreep, place, bestand = ingreep.bestand) => {
    expectFault(ingreep, place, bestand);
  });
});

describe('een contact dat niet klopt stopt de start', () => {
  it.each<TestCase>([
    [
      'een e-mailadres dat er geen is',
      { bestand: CONTACTEN, zet: at('zvh-e-mail', 'waarde'), op: 'info@veiligheidshuis' },
      at('zvh-e-mail', 'waarde'),
    ],
    [
      'een e-mailadres met een naam erbij',
      { bestand: CONTACTEN, zet: at('zvh-e-mail', 'waarde'), op: 'ZVH <info@zvh.nl>' },
      at('zvh-e-mail', 'waarde'),
    ],
    [
      'een webadres zonder https',
      { bestand: CONTACTEN, zet: at('zvh-website', 'waarde'), op: 'www.zvh.nl' },
      at('zvh-website', 'waarde'),
    ],
    [
      'een webadres met javascript',
      { bestand: CONTACTEN, zet: at('zvh-website', 'waarde'), op: 'javascript:alert(1)' },
      at('zvh-website', 'waarde'),
    ],
    [
      'een telefoonnummer met streepje',
      { bestand: CONTACTEN, zet: at('almelo-telefoon', 'waarde'), op: '0546-541111' },
      at('almelo-telefoon', 'waarde'),
    ],
    [
      'een telefoonnummer dat te kort is',
      { bestand: CONTACTEN, zet: at('almelo-telefoon', 'waarde'), op: '054654' },
      at('almelo-telefoon', 'waarde'),
    ],
    [
      'onbekend zonder wat dan te doen',
      { bestand: CONTACTEN, zet: at('almelo-telefoon', 'waarde'), op: null },
      at('almelo-telefoon', 'alsOnbekend'),
    ],
    [
      'een adres waar de naam van een contact hoort',
      { bestand: TAFEL, zet: 'kanaal.adres', op: 'info@zvh.nl' },
      'kanaal.adres',
    ],
    ['geen enkel contact', { bestand: TAFEL, zet: 'contacten', op: [] }, 'contacten'],
  ])('%s', (_what, ingreep, place, bestand = ingreep.bestand) => {
    expectFault(ingreep, place, bestand);
  });
});

describe('een verwijzing naar iets dat er niet is stopt de start', () => {
  it.each<TestCase>([
    [
      'een onbekende bron in een tafel',
      { bestand: TAFEL, zet: 'doel.bron.document', op: 'mars' },
      'doel.bron',
    ],
    [
      'een onbekende bron in een contact',
      { bestand: CONTACTEN, zet: at('zvh-website', 'bron.document'), op: 'mars' },
      at('zvh-website', 'bron'),
    ],
    [
      'een onbekende bron bij de naam van een contact',
      { bestand: TAFEL, zet: 'contacten.1.bron', op: { document: 'mars', kop: 'Contact' } },
      'contacten.1.bron',
    ],
    [
      'een onbekend contact',
      { bestand: TAFEL, zet: 'contacten.1.contact', op: 'mars' },
      'contacten.1.contact',
    ],
    [
      'een onbekend contact bij een gemeente',
      { bestand: GEMEENTEN, zet: 'gemeenten.0.algemeen.0.contact', op: 'mars' },
      'gemeenten.0.algemeen.0.contact',
    ],
    ['een onbekend contact als adres', { bestand: TAFEL, zet: 'kanaal.adres', op: 'mars' }, 'kanaal.adres'],
    [
      'een onbekend contact als formulier',
      { bestand: NUMBERS, zet: 'noodnummers.0.formulier', op: 'mars' },
      'noodnummers.0.formulier',
    ],
    [
      'een onbekende bron in een criterium',
      { bestand: TOPX, zet: 'criteria.2.bron.document', op: 'mars' },
      'criteria.2.bron',
    ],
    [
      'een onbekende bron bij de financiering',
      { bestand: P10, zet: 'financiering.bron.document', op: 'mars' },
      'financiering.bron',
    ],
    [
      'een onbekende bron bij een gemeente',
      { bestand: GEMEENTEN, zet: 'gemeenten.3.ggzWerkgebied.bron.document', op: 'mars' },
      'gemeenten.3.ggzWerkgebied.bron',
    ],
    [
      'een onbekende bron bij een noodnummer',
      { bestand: NUMBERS, zet: 'noodnummers.1.bron.document', op: 'mars' },
      'noodnummers.1.bron',
    ],
    [
      'een onbekende bron bij de lokale stap',
      { bestand: 'tables/lokaal.json', zet: 'uitgangspunten.1.bron.document', op: 'mars' },
      'uitgangspunten.1.bron',
    ],
    [
      'een onbekende bron bij een rol',
      { bestand: 'tables/rollen.json', zet: 'rollen.0.bron.document', op: 'mars' },
      'rollen.0.bron',
    ],
    [
      'een onbekende bron bij een woord',
      { bestand: 'tables/woordenlijst.json', zet: 'woordenlijst.1.bron.document', op: 'mars' },
      'woordenlijst.1.bron',
    ],
    [
      'een onbekende organisatie als regie',
      { bestand: TAFEL, zet: 'regie.organisatie', op: 'mars' },
      'regie.organisatie',
    ],
    [
      'een onbekende organisatie als deelnemer',
      { bestand: TAFEL, erbij: 'deelnemers.organisaties', item: 'mars' },
      'deelnemers.organisaties',
    ],
    [
      'een onbekende organisatie als werkgebied',
      { bestand: GEMEENTEN, zet: 'gemeenten.0.ggzWerkgebied.organisatie', op: 'mars' },
      'almelo.ggzWerkgebied.organisatie',
    ],
    [
      'een onbekende gemeente bij de cliëntondersteuning',
      { bestand: STEUN, zet: 'aanbieders.2.gemeenten', op: ['enschede', 'deventer'] },
      'ixta-noa.gemeenten',
    ],
    [
      'een plaats in een onbekende gemeente',
      { bestand: PLAATSEN, zet: 'plaatsen.0.gemeente', op: 'deventer' },
      'Aadorp.gemeente',
    ],
    [
      'een plaats die twee keer bij dezelfde gemeente staat',
      { bestand: PLAATSEN, erbij: 'plaatsen', item: content.plaatsen[0] },
      'Aadorp (almelo)',
    ],
    [
      'een rol die niet gekozen kan worden',
      { bestand: TAFEL, erbij: 'aanmelders.rollen', item: 'koning' },
      'aanmelders',
    ],
    [
      'via een rol die niet gekozen kan worden',
      { bestand: TAFEL, zet: 'aanmelders.via', op: 'koning' },
      'aanmelders',
    ],
    [
      'overleg met een rol die niet gekozen kan worden',
      { bestand: TAFEL, erbij: 'aanmelders.overlegMet', item: 'koning' },
      'aanmelders',
    ],
    [
      'een keuze voor een gemeente die niet bestaat',
      { bestand: GEMEENTEN, removal: 'gemeenten.0' },
      'gemeente.opties.almelo',
      VRAGEN,
    ],
    [
      'een gemeente die niet gekozen kan worden',
      { bestand: VRAGEN, removal: 'vragen.1.opties.0' },
      'almelo',
      GEMEENTEN,
    ],
    ['een bestandsnaam die niet het id is', { bestand: TAFEL, zet: 'id', op: 'topy' }, 'id'],
    [
      'een bestandsnaam die niet de tafel van de regels is',
      { bestand: TOPX, zet: 'tafel', op: 'topy' },
      'tafel',
    ],
  ])('%s', (_what, ingreep, place, bestand = ingreep.bestand) => {
    expectFault(ingreep, place, bestand);
  });

  it.each([
    [GEMEENTEN, 'gemeenten'],
    [ORGANISATIES, 'organisaties'],
    [STEUN, 'aanbieders'],
    ['tables/rollen.json', 'rollen'],
    [NUMBERS, 'noodnummers'],
    [CONTACTEN, 'contacten'],
    ['tables/bronnen.json', 'bronnen'],
    ['tables/woordenlijst.json', 'woordenlijst'],
  ])('een dubbel id in %s', (bestand, list) => {
    const [item] = (files[bestand] as Record<string, { id: string }[]>)[list] ?? [];
    expectFault({ bestand, erbij: list, item }, item?.id ?? '', bestand);
  });

  it('een dubbele CBS-code', () => {
    const { id } = (files[GEMEENTEN] as Record<string, { id: string }[]>).gemeenten?.[1] ?? {};
    expectFault({ bestand: GEMEENTEN, zet: 'gemeenten.1.cbsCode', op: 'GM0141' }, `${id}.cbsCode`, GEMEENTEN);
  });
});

describe('een fout in vragen of regels stopt de start', () => {
  const [first] = content.tafels[0]?.regels.criteria ?? [];
  const { slug: _, ...vraag } = content.vragen[0] ?? { slug: '' };

  it.each<TestCase>([
    [
      'een vereist criterium dat niet in de regel staat',
      { bestand: TOPX, removal: 'regel.any.0.all.0' },
      'regel',
    ],
    [
      'een criterium dat twee keer in de regel staat',
      { bestand: TOPX, erbij: 'regel.any.1.all', item: { condition: 'gebieds-veiligheid' } },
      'regel',
    ],
    [
      'een aandachtspunt in de regel',
      { bestand: TRIAGE, erbij: 'regel.all', item: { condition: 'ggz-behandelvraag' } },
      'regel',
    ],
    [
      'een onbekend criterium in de regel',
      { bestand: TOPX, erbij: 'regel.any.0.all', item: { condition: 'mars' } },
      'regel',
    ],
    [
      'een criterium dat er twee keer staat',
      { bestand: TOPX, erbij: 'criteria', item: first },
      'criteria.gebieds-veiligheid',
    ],
    [
      'een onbekend feit',
      { bestand: TOPX, zet: 'criteria.0.voorwaarde.fact', op: 'mars' },
      'criteria.gebieds-veiligheid.voorwaarde',
    ],
    [
      '"is" met een lijst',
      { bestand: TOPX, zet: 'criteria.0.voorwaarde.value', op: ['ja'] },
      'criteria.gebieds-veiligheid.voorwaarde',
    ],
    [
      '"isEenVan" met één waarde',
      { bestand: TRIAGE, zet: 'criteria.0.voorwaarde.value', op: 'advies' },
      'criteria.zoekt.voorwaarde',
    ],
    [
      '"bevatEenVan" met één waarde',
      { bestand: BEO, zet: 'criteria.3.voorwaarde.value', op: 'topx' },
      'criteria.eerder-besproken.voorwaarde',
    ],
    [
      '"is" bij een meerkeuzevraag',
      {
        bestand: BEO,
        zet: 'criteria.3.voorwaarde',
        op: { fact: 'eerderBesproken', operator: 'is', value: 'topx' },
      },
      'criteria.eerder-besproken.voorwaarde',
    ],
    [
      '"isEenVan" bij een meerkeuzevraag',
      { bestand: BEO, zet: 'criteria.3.voorwaarde.operator', op: 'isEenVan' },
      'criteria.eerder-besproken.voorwaarde',
    ],
    [
      '"bevatEenVan" bij een keuzevraag',
      { bestand: TRIAGE, zet: 'criteria.0.voorwaarde.operator', op: 'bevatEenVan' },
      'criteria.zoekt.voorwaarde',
    ],
    [
      'een waarde die geen keuze is',
      { bestand: TOPX, zet: 'criteria.0.voorwaarde.value', op: 'misschien' },
      'criteria.gebieds-veiligheid.voorwaarde',
    ],
    [
      'een waarde in een lijst die geen keuze is',
      { bestand: TRIAGE, erbij: 'criteria.0.voorwaarde.value', item: 'mars' },
      'criteria.zoekt.voorwaarde',
    ],
    ['een onbekend signaal', { bestand: TOPX, zet: 'signaal', op: 'mars' }, 'signaal'],
    [
      'geopend door een feit dat niet bestaat',
      { bestand: TOPX, zet: 'ookGeopendDoor', op: { fact: 'mars', operator: 'is', value: 'ja' } },
      'ookGeopendDoor',
    ],
    [
      'geopend door een waarde die geen keuze is',
      { bestand: 'rules/crisisteam-zorgkantoor.json', zet: 'ookGeopendDoor.value', op: 'misschien' },
      'ookGeopendDoor',
    ],
    [
      'financiering naar een feit dat niet bestaat',
      { bestand: P10, zet: 'financiering.feit', op: 'mars' },
      'financiering.feit',
    ],
    [
      'financiering naar een vraag die geen ja of nee is',
      { bestand: P10, zet: 'financiering.feit', op: 'gemeente' },
      'financiering.feit',
    ],
    ['een vraag die er twee keer staat', { bestand: VRAGEN, erbij: 'vragen', item: vraag }, 'acuutGevaar'],
    [
      'een keuze die er twee keer staat',
      { bestand: VRAGEN, erbij: 'vragen.1.opties', item: { id: 'almelo', tekst: 'Almelo' } },
      'gemeente.opties',
    ],
    [
      '"alleen" bij een vraag met één keuze',
      { bestand: VRAGEN, zet: 'vragen.1.opties.0.alleen', op: true },
      'gemeente.opties',
    ],
    [
      'een vraag na een latere vraag',
      { bestand: VRAGEN, zet: 'vragen.6.wanneer', op: { feit: 'crisisNu', is: 'ja' } },
      'verwardGedrag.wanneer',
    ],
    [
      'een vraag na zichzelf',
      { bestand: VRAGEN, zet: 'vragen.3.wanneer', op: { feit: 'lokaalBesproken', is: 'ja' } },
      'lokaalBesproken.wanneer',
    ],
    [
      'een vraag na een vraag die niet bestaat',
      { bestand: VRAGEN, zet: 'vragen.4.wanneer.feit', op: 'mars' },
      'lokaalVastgelopen.wanneer',
    ],
    [
      'een vraag na een antwoord dat geen keuze is',
      { bestand: VRAGEN, zet: 'vragen.4.wanneer.is', op: 'misschien' },
      'lokaalVastgelopen.wanneer.is',
    ],
    [
      'een vraag bij een tafel die niet bestaat',
      { bestand: VRAGEN, zet: `vragen.${number('gebiedsVeiligheid')}.wanneer.tafels`, op: ['topx', 'mars'] },
      'gebiedsVeiligheid.wanneer.tafels',
    ],
  ])('%s', (_what, ingreep, place, bestand = ingreep.bestand) => {
    expectFault(ingreep, place, bestand);
  });

  it.each([
    'acuutGevaar',
    'gemeente',
    'rol',
    'lokaalBesproken',
    'lokaalVastgelopen',
    'signalen',
    'eerderBesproken',
  ])('de vraag %s ontbreekt, waar de route van afhangt', (feit) => {
    expectFault({ bestand: VRAGEN, removal: `vragen.${number(feit)}` }, feit, VRAGEN);
  });
});

describe('wat iemand zonder antwoord of uitweg laat stopt de start', () => {
  it.each<TestCase>([
    [
      'een kanaal voor e-mail zonder goed adres',
      { bestand: TAFEL, zet: 'kanaal.adres', op: 'info at zvh' },
      'kanaal.adres',
    ],
    [
      'een kanaal voor ShareFile zonder goed adres',
      { bestand: 'tables/overlegtafels/regiotafel-wlz.json', zet: 'kanaal.adres', op: 'menzis' },
      'kanaal.adres',
    ],
    [
      'een onbekend adres van een kanaal, zonder wat dan te doen',
      { bestand: TAFEL, zet: 'kanaal.adres', op: null },
      'kanaal.alsOnbekend',
    ],
    [
      'een onbekend werkgebied, zonder wat dan te doen',
      { bestand: GEMEENTEN, zet: 'gemeenten.0.ggzWerkgebied.organisatie', op: null },
      'almelo.ggzWerkgebied.alsOnbekend',
    ],
    [
      'een onbekend noodnummer, zonder wat dan te doen',
      { bestand: NUMBERS, zet: 'noodnummers.2.alsOnbekend', op: null },
      'huisarts.alsOnbekend',
    ],
    [
      'een voorwaarde op "weet niet", die nooit waar wordt',
      { bestand: TOPX, zet: 'criteria.0.voorwaarde.value', op: 'weetNiet' },
      'criteria.gebieds-veiligheid.voorwaarde',
    ],
    [
      'een criterium over een vraag die voor deze tafel niet wordt gesteld',
      {
        bestand: VRAGEN,
        zet: `vragen.${number('gebiedsVeiligheid')}.wanneer`,
        op: { tafels: ['hoogcomplex-oostnl'] },
      },
      'criteria.gebieds-veiligheid.voorwaarde',
      TOPX,
    ],
    [
      'een eerder besproken tafel die niet bestaat',
      { bestand: VRAGEN, erbij: `vragen.${number('eerderBesproken')}.opties`, item: optie },
      'eerderBesproken.opties',
    ],
    [
      '"weet niet" dat naast andere keuzes mag',
      { bestand: VRAGEN, removal: 'vragen.5.opties.9.alleen' },
      'signalen.opties',
    ],
  ])('%s', (_what, ingreep, place, bestand = ingreep.bestand) => {
    expectFault(ingreep, place, bestand);
  });
});

describe('meer fouten', () => {
  it('worden tegelijk genoemd, ook in verschillende bestanden', () => {
    const fault = findContentFault(
      copyContent(
        { bestand: TAFEL, zet: 'trede', op: 'twee' },
        { bestand: GEMEENTEN, zet: 'gemeenten.0.cbsCode', op: 'GM1' },
        { bestand: TOPX, tekst: '{' },
      ),
    );
    expect(fault?.fouten.map(({ bestand }) => bestand).toSorted()).toEqual(
      [TOPX, GEMEENTEN, TAFEL].toSorted(),
    );
    expect(fault?.message).toMatch(/^De inhoud heeft 3 fouten:\n- .+\n- .+\n- .+$/);
  });

  it('in de samenhang worden ook tegelijk genoemd', () => {
    const fault = findContentFault(
      copyContent(
        { bestand: TAFEL, zet: 'doel.bron.document', op: 'mars' },
        { bestand: TOPX, zet: 'signaal', op: 'mars' },
        { bestand: STEUN, zet: 'aanbieders.2.gemeenten', op: ['deventer'] },
      ),
    );
    expect(fault?.fouten.map(({ bestand, plaats }) => [bestand, plaats])).toEqual(
      expect.arrayContaining([
        [TAFEL, 'doel.bron'],
        [TOPX, 'signaal'],
        [STEUN, 'ixta-noa.gemeenten'],
      ]),
    );
  });

  it('zijn er niet als het er één is', () => {
    const fault = findContentFault(copyContent({ bestand: TAFEL, zet: 'doel.bron.document', op: 'mars' }));
    expect(fault?.message).toMatch(/^De inhoud heeft 1 fout:\n- [^\n]+$/);
    expect(fault?.name).toBe('ContentFault');
  });

  it('zijn er ook als er helemaal geen inhoud is', () => {
    const fault = findContentFault(
      copyContent({ bestand: 'rules', verwijder: true }, { bestand: 'tables', verwijder: true }),
    );
    const files = fault?.fouten.map(({ bestand }) => bestand);
    expect(files).toEqual(expect.arrayContaining(['rules', VRAGEN, GEMEENTEN, 'tables/overlegtafels']));
  });
});
