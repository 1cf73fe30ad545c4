import { describe, expect, it } from 'vitest';
import { parseVerwijzing } from '../../src/domain/referral/verwijzing.ts';
import { P10, REGIOTAFEL, TAFELS, TOPX } from '../support/domain-facts.ts';
import { readForms } from '../support/form-walker.ts';
import { postReferral, postVerwijzing } from '../support/referral-requests.ts';
import { createTestApp, SPACIOUS } from '../support/test-app.ts';
import { say } from '../support/texts.ts';
import { fillAll, findVignet, listTafelVelden } from '../support/verwijzing-cases.ts';

const app = createTestApp({ limits: SPACIOUS });
const topx = findVignet('veelpleger');
const TODAY = '2026-11-21';
/** The own data of who refers: the name and the telephone are asked for. */
const OWN = ['aanmelderNaam', 'telefoon'];

describe.each(TAFELS)('de controle op persoonsgegevens bij %s', (tafel) => {
  const velden = listTafelVelden(tafel);
  const free = velden.filter(
    ({ soort, pad }) => (soort === 'tekst' || soort === 'regel') && pad !== 'casuscode',
  );
  const parse = (waarde: string, confirmed: string[] = []) =>
    parseVerwijzing(
      say,
      velden,
      { casuscode: 'TW-1', ...Object.fromEntries(free.map(({ pad }) => [pad, waarde.slice(0, 30)])) },
      confirmed,
      TODAY,
    );

  it('weigert een BSN in elk vrij veld, zonder het te herhalen', () => {
    const result = parse('BSN 111222333');
    if (!('fouten' in result)) throw new Error('niet geweigerd');
    expect(result.fouten.map(({ veld }) => veld).sort()).toEqual(free.map(({ pad }) => pad).sort());
    expect(JSON.stringify(result)).not.toContain('111222333');
    for (const { melding } of result.fouten) expect(melding).toContain('teken 5 tot en met 13');
  });

  it.each([
    ['naam', 'met dhr. Jansen'],
    ['geboortedatum', 'geboren 12-03-1985'],
    ['e-mail', 'via jan@example.nl'],
    ['telefoon', 'bel 06-12345678'],
    ['adres', 'Dorpsstraat 12, 7511 AB'],
    ['kenteken', 'auto 12-AB-34'],
  ])('noemt een %s in elk vrij veld, met de plaats, en laat elke vondst apart bevestigen', (soort, tekst) => {
    const result = parse(tekst);
    if (!('waarde' in result)) throw new Error(JSON.stringify(result.fouten));
    const verwacht = free.map(({ pad }) => pad).filter((path) => !OWN.includes(path));
    expect(result.waarschuwingen.map(({ veld }) => veld).sort()).toEqual(verwacht.sort());
    for (const { veld, id, tekst: uitleg } of result.waarschuwingen) {
      expect(id.startsWith(`${veld}:${soort}:`)).toBe(true);
      expect(uitleg).toMatch(/teken \d+ tot en met \d+/);
    }
    const teksten = result.waarschuwingen.map((warning) => warning.tekst);
    expect(new Set(teksten).size, 'each says which field it is').toBe(teksten.length);
    const [first] = result.waarschuwingen;
    const confirmed = parse(tekst, [first?.id ?? '']);
    expect('waarde' in confirmed && confirmed.waarschuwingen.filter((w) => w.bevestigd)).toHaveLength(1);
  });

  it.each([
    'Overleg op 14-12-2026 om 10:00',
    'Besproken op 3 maart 2026',
    'casus ENS-2026-000123',
    'zie TW-2026-014 en HGL-2026-7',
    '112 en 0800-1205 gebeld',
    'P10-team, Z&V en FACT-team',
    'procesmanager, gemeente Almelo',
  ])('laat gewone tekst door: %s', (tekst) => {
    const result = parse(tekst);
    expect('waarde' in result && result.waarschuwingen).toEqual([]);
  });
});

it('laat een volledig ingevuld formulier met het eigen telefoonnummer zonder vondsten door', () => {
  for (const tafel of TAFELS) {
    const result = parseVerwijzing(
      say,
      listTafelVelden(tafel),
      {
        ...fillAll(tafel),
        aanmelderNaam: 'mw. A. de Boer',
        telefoon: '06-12345678',
      },
      [],
      TODAY,
    );
    expect('waarde' in result && result.waarschuwingen).toEqual([]);
  }
});

it.each([
  ['zachte afbreekstreepjes', '111\u00ad222\u00ad333'],
  ['onzichtbare tekens', '111\u200b222\u2060333'],
  ['leesrichting', '\u202e111222333\u202c'],
  ['brede cijfers', '１１１２２２３３３'],
  ['wiskundige cijfers', '𝟏𝟏𝟏𝟐𝟐𝟐𝟑𝟑𝟑'],
])('weigert een BSN ook met %s', async (_name, bsn) => {
  const velden = { casuscode: 'TW-1', hulpvraag: `BSN ${bsn}` };
  await postReferral(app, TOPX, topx, velden).expect(400);
  await postVerwijzing(app, TOPX, topx, velden).expect(400);
});

describe('een vondst', () => {
  const velden = {
    ...fillAll(TOPX),
    'plan.1.wie': 'mw. Jansen',
    'onderbouwing.systeem-geraakt.feit': 'Bel 06-12345678',
  };

  it('houdt het pakket een concept tot elk ervan is bevestigd, op de pagina en in de API', async () => {
    const page = async (confirmed: string[]) => {
      const naam = confirmed.length > 0 ? { bevestigd: confirmed[0] ?? '' } : {};
      return (await postReferral(app, TOPX, topx, { ...velden, ...naam }).expect(200)).body.toString();
    };
    const first = await page([]);
    expect(first).toContain('Concept: nog niet versturen');
    expect(first).toContain('Wie (afspraak 2)');
    expect(first).toContain('(bij: De problemen hebben gevolgen voor het gezin');
    const ids = [...first.matchAll(/name="bevestigd" value="([^"]*)"/g)].map(([, id]) => id as string);
    expect(ids).toEqual([
      'onderbouwing.systeem-geraakt.feit:telefoon:06-12345678',
      'plan.1.wie:naam:mw. Jansen',
    ]);
    const half = await page([ids[0] as string]);
    expect(half.match(/name="bevestigd" value="[^"]*" checked/g)).toHaveLength(1);
    expect(half).toContain('Concept: nog niet versturen');
    const { body: open } = await postVerwijzing(app, TOPX, topx, velden).expect(200);
    expect(open.status).toBe('concept');
    expect(open.mail.onderwerp).toMatch(/^CONCEPT /);
  });

  it('is in het formulier van de pagina los aan te vinken, en gaat mee naar elke vorm', async () => {
    const { body } = await postReferral(app, TOPX, topx, velden).expect(200);
    const html = body.toString();
    expect(html.match(/<input[^>]* name="bevestigd"/g)).toHaveLength(2);
    expect(readForms(html).some(({ velden: hidden }) => hidden.some(([naam]) => naam === 'plan.1.wie'))).toBe(
      true,
    );
  });
});

it.each([P10, REGIOTAFEL])('de casuscode mag bij %s geen naam of BSN zijn', async (tafel) => {
  const antwoorden = findVignet(tafel === P10 ? 'verward gedrag na' : 'instelling met alle');
  for (const casuscode of ['Jansen', '111222333', 'TW-111222333', '12-03-1985'])
    await postReferral(app, tafel, antwoorden, { casuscode }).expect(400);
});
