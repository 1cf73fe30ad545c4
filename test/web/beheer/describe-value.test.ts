import { describe, expect, it } from 'vitest';
import { listPartChanges } from '../../../src/content/prove-files.ts';
import { isObject } from '../../../src/domain/json.ts';
import { createCatalog } from '../../../src/web/beheer/content/catalog.ts';
import { createDescribe } from '../../../src/web/beheer/drafts/describe-part.ts';
import { toChangesModel } from '../../../src/web/beheer/drafts/to-proof-model.ts';
import { createMemoryRecords } from '../../support/memory-records.ts';
import { projectFiles } from '../../support/real-content.ts';
import { createTestEditing } from '../../support/test-app.ts';
import { say } from '../../support/texts.ts';

const { formulieren } = createCatalog(() => createTestEditing(createMemoryRecords()).soorten);
const tell = createDescribe(say, formulieren, projectFiles);
const TOPX = { bestand: 'tables/overlegtafels/topx.json', naam: null };
const RULES = { bestand: 'rules/topx.json', naam: null };

/** The lines "was → wordt" of a file that another takes the place of. */
function tellChange(bestand: string, change: (text: string) => string) {
  const after = { ...projectFiles, [bestand]: JSON.parse(change(JSON.stringify(projectFiles[bestand]))) };
  const changes = listPartChanges(projectFiles, after);
  const model = toChangesModel(changes, { say, before: projectFiles, after, concept: null, formulieren });
  return model.flatMap(({ plaatsen }) => plaatsen);
}

describe('wat er anders is, in de woorden van het formulier', () => {
  it.each([
    [TOPX, 'aanmelders.rollen', 'Wie mag aanmelden › Rollen die mogen aanmelden'],
    [RULES, 'criteria.gebieds-veiligheid.tekst', /^Criteria › Criterium “[^”]+” › Het criterium$/],
    // A fault names things in lists by their number.
    [RULES, 'criteria.0.weging', /^Criteria › Criterium “[^”]+” › Weging$/],
    [{ bestand: 'tables/contacten.json', naam: 'zvh-e-mail' }, 'waarde', 'Adres of nummer'],
    [
      { bestand: 'tables/pakketvelden.json', naam: null },
      'velden.hulpvraag.label',
      /^Aanmelding: de velden › “[^”]+” › De vraag boven het veld$/,
    ],
    [
      { bestand: 'tables/voorbeelden.json', naam: 'mes' },
      'antwoorden.rol',
      'Antwoorden › rol van de aanmelder',
    ],
    [TOPX, '', 'alles'],
    [TOPX, 'bestaatNiet.0', 'bestaatNiet › 0'],
  ])('%o %s', (part, plaats, tekst) => {
    expect(tell(part, plaats).plaats).toMatch(tekst);
  });

  it('geeft wat men kiest zijn naam', () => {
    expect(tell(TOPX, 'aanmelders.rollen').toText(['wijkcoach', 'huisarts'])).toBe('wijkcoach, huisarts');
    expect(tell(TOPX, 'kanaal.adres').toText('zvh-e-mail')).toContain('Zorg- en Veiligheidshuis Twente');
    expect(tell(TOPX, 'soort').toText('overlegtafel')).toBe('Overlegtafel');
    const example = { bestand: 'tables/voorbeelden.json', naam: 'mes' };
    expect(tell(example, 'antwoorden.gemeente').toText('hof-van-twente')).toBe('Hof van Twente');
    expect(tell(example, 'tafels').toText(['topx', 'triage-transfertafel'])).not.toMatch(/topx|triage-/);
    expect(tell(TOPX, 'termijn').toText(null)).toBe('niets');
    expect(tell(RULES, 'spoed').toText(false)).toBe('Nee');
  });

  it('zegt voor een voorwaarde en een regel wat er moet gelden', () => {
    const condition = { fact: 'gemeente', operator: 'isEenVan', value: ['almelo', 'hof-van-twente'] };
    expect(tell(RULES, 'criteria.gebieds-veiligheid.voorwaarde').toText(condition)).toMatch(
      /^Vraag: .+; Hoe het antwoord past: Het antwoord is een van deze; Antwoorden: Almelo, Hof van Twente$/,
    );
    const regel = { all: [{ condition: 'gebieds-veiligheid' }, { any: [{ condition: 'onbekend' }] }] };
    expect(tell(RULES, 'regel').toText(regel)).toMatch(
      /^Al deze: \(Criterium: [^;]+; Een van deze: \(Criterium: onbekend\)\)$/,
    );
  });

  it('zegt van wat weg is waar het stond, en van een andere volgorde waar elk over gaat', () => {
    const isCriterium = (thing: unknown) => isObject(thing) && thing.id === 'gebieds-veiligheid';
    const json = projectFiles['rules/topx.json'] as { criteria: object[] };
    const [gone] = tellChange('rules/topx.json', () =>
      JSON.stringify({ ...json, criteria: json.criteria.filter((one) => !isCriterium(one)) }),
    );
    expect(gone?.plaats).toMatch(/^Criteria › Criterium “[^”]+”$/);
    expect(gone?.naar).toBe('niets');
    expect(gone?.van).toMatch(/^Kenmerk: gebieds-veiligheid; Het criterium: /);
    const [order] = tellChange('rules/topx.json', () =>
      JSON.stringify({ ...json, criteria: [...json.criteria].reverse() }),
    );
    expect(order?.plaats).toBe('Criteria');
    expect(order?.van).not.toContain('gebieds-veiligheid');
    expect(order?.van.split('\n').reverse()).toEqual(order?.naar.split('\n'));
  });

  it('noemt van iets nieuws niet wat leeg blijft', () => {
    const word = { id: 'proef', woord: 'Proef', ookBekendAls: [], uitleg: 'Om te proberen.', bron: null };
    const json = projectFiles['tables/woordenlijst.json'] as { woordenlijst: object[] };
    const rows = tellChange('tables/woordenlijst.json', () =>
      JSON.stringify({ ...json, woordenlijst: [...json.woordenlijst, word] }),
    );
    expect(rows.map(({ naar }) => naar)).toEqual(['proef', 'Proef', 'Om te proberen.']);
  });

  it('noemt nergens in de inhoud een sleutel van het bestand', () => {
    const empty = Object.fromEntries(Object.keys(projectFiles).map((path) => [path, {}]));
    const places = listPartChanges(empty, projectFiles).flatMap(({ plaatsen, ...part }) =>
      plaatsen.map(({ plaats }) => ({ plaats, tekst: tell(part, plaats).plaats })),
    );
    expect(places.length).toBeGreaterThan(1000);
    // A name of the files begins with a small letter; an answer, in a register, is never alone.
    expect(places.filter(({ tekst }) => /^\p{Ll}/u.test(tekst))).toEqual([]);
  });
});
