import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_RESULTS, MAX_SEARCH_QUERY } from '../../src/domain/search/search.ts';
import type { SearchDocument } from '../../src/domain/search/search-document.ts';
import { createSearchIndex } from '../../src/search/search-index.ts';
import { documenten, synoniemen, zoeken } from '../support/real-search-index.ts';

const toNamen = (vraag: string, aantal = 3) =>
  zoeken(vraag)
    .slice(0, aantal)
    .map(({ soort, id }) => `${soort} ${id}`);

describe('the search over the real content', () => {
  it('finds each thing by its own title', () => {
    for (const { soort, id, titel, href } of documenten) {
      expect(
        zoeken(titel).some((hit) => hit.soort === soort && hit.id === id && hit.href === href),
        titel,
      ).toBe(true);
    }
  });

  it.each([
    ['verward persoon', 'overlegtafel mobiel-p10-team'],
    ['verwarde buurman', 'noodnummer meldpunt-zorgwekkend-gedrag-twente'],
    ['crisisdienst', 'noodnummer huisarts'],
    ['wachtlijst', 'overlegtafel triage-transfertafel'],
    ['dwangopname', 'woord wvggz'],
    ['schulden', 'overlegtafel topx'],
    ['overlast', 'overlegtafel topx'],
    ['zorgmijder', 'noodnummer meldpunt-zorgwekkend-gedrag-twente'],
    ['veelpleger', 'overlegtafel topx'],
    ['burgemeester', 'overlegtafel bestuurlijk-escalatieoverleg'],
    ['dementie', 'overlegtafel crisisteam-zorgkantoor'],
    ['mantelzorger valt weg', 'overlegtafel crisisteam-zorgkantoor'],
    ['jurist', 'woord clientondersteuner'],
    ['zelfmoord', 'noodnummer 113'],
    ['huiselijk geweld', 'noodnummer veilig-thuis'],
  ])('knows what people call it: %s', (vraag, verwacht) => {
    expect(toNamen(vraag, 4)).toContain(verwacht);
  });

  it.each([
    ['inflection', 'wachtlijsten', 'overlegtafel triage-transfertafel'],
    ['diacritics', 'clientondersteuner', 'woord clientondersteuner'],
    ['capitals', 'TRIAGE', 'overlegtafel triage-transfertafel'],
    ['half a word', 'tria', 'overlegtafel triage-transfertafel'],
    ['a typing error', 'wachtlyst', 'overlegtafel triage-transfertafel'],
    ['a typing error in a name', 'tubergen', 'gemeente tubbergen'],
    ['a part of a compound', 'woonwagenoverlast', 'criterium verward-gedrag'],
    ['another name', 'VHT', 'organisatie zorg-en-veiligheidshuis-twente'],
    ['a small word that is a name', 'om', 'organisatie openbaar-ministerie'],
    ['a mail address', 'aanmelding@triagetafeltwente.nl', 'overlegtafel triage-transfertafel'],
    ['a number', '112', 'noodnummer 112'],
    ['two words together', 'gemeente hengelo', 'gemeente hengelo'],
  ])('finds by %s: %s', (_, vraag, verwacht) => {
    expect(toNamen(vraag)).toContain(verwacht);
  });

  it('says why a hit matches', () => {
    expect(zoeken('topx')[0]?.waarom).toBe('“TopX” staat in de naam.');
    expect(zoeken('VHT')[0]?.waarom).toBe('“VHT” is een ander woord voor Zorg- en Veiligheidshuis Twente.');
    expect(zoeken('burgemeester')[0]?.waarom).toBe(
      'Bij “burgemeester” verwijzen wij naar: Bestuurlijk escalatieoverleg.',
    );
    expect(zoeken('tubergen')[0]?.waarom).toBe('“Tubbergen” staat in de naam. U typte “tubergen”.');
    const gevonden = zoeken('vrijgevestigde').find(({ id }) => id === 'triage-transfertafel');
    expect(gevonden).toMatchObject({
      waarom: '“Vrijgevestigde” komt voor in: wie er zit.',
      fragment: 'Vrijgevestigde ggz.',
    });
  });

  it.each(['', ' ', '!?', 'xyzzyx', '😀', '\u0000'])('finds nothing for %j', (vraag) => {
    expect(zoeken(vraag)).toEqual([]);
  });

  it('takes any text, and gives no more than the most hits', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc.constantFrom('__proto__', 'constructor', '_', '"'),
        ),
        (vraag) => {
          expect(zoeken(vraag).length).toBeLessThanOrEqual(MAX_RESULTS);
        },
      ),
      { numRuns: 1_000 },
    );
    expect(zoeken('gemeente').length).toBe(MAX_RESULTS);
  });

  it('lets every word of a synonym lead somewhere, and each of its terms be a name', () => {
    for (const { woorden } of synoniemen) {
      for (const woord of woorden) expect(zoeken(woord), woord).not.toEqual([]);
    }
    const termen = synoniemen.flatMap((synoniem) => synoniem.termen);
    const perTerm = createSearchIndex(
      documenten,
      termen.map((term, nummer) => ({ id: `${nummer}`, woorden: [`qq${nummer}qq`], termen: [term] })),
    );
    for (const [nummer, term] of termen.entries()) expect(perTerm(`qq${nummer}qq`), term).not.toEqual([]);
  });
});

describe('the search over 10,000 documents', () => {
  const wegwijzer = createSearchIndex(multiply(documenten, 10_000), synoniemen);

  it('answers searches of all kinds with no more than the most that is shown', () => {
    for (const vraag of listVragen(300)) {
      const aantal = wegwijzer(vraag).length;
      expect(aantal, vraag).toBeLessThanOrEqual(MAX_RESULTS);
    }
  });

  it.each([
    ['one letter', 'a'],
    ['a frequent word', 'zorg '],
    ['a word that is nearly right', 'gemeentq '],
    ['letters with marks', 'é̈'],
    ['signs', '-_.'],
  ])('reads of 100 KB of %s no more than the most that counts', (_, stukje) => {
    const vraag = stukje.repeat(Math.ceil(102_400 / stukje.length));
    expect(wegwijzer(vraag)).toEqual(wegwijzer(vraag.slice(0, MAX_SEARCH_QUERY)));
  });

  it('still finds one by its own words', () => {
    const titel = documenten[7_777 % documenten.length]?.titel ?? '';
    expect(wegwijzer(`nummer7777 ${titel}`)[0]?.titel).toBe(`${titel} nummer7777`);
  });
});

/** Documents like these, as many as asked, each with a number of its own in the title. */
function multiply(echte: readonly SearchDocument[], aantal: number): SearchDocument[] {
  return Array.from({ length: aantal }, (_, nummer) => {
    const document = echte[nummer % echte.length] as SearchDocument;
    return { ...document, id: `${document.id}-${nummer}`, titel: `${document.titel} nummer${nummer}` };
  });
}

/** Searches of all kinds, from the words of the content: alone, together, half, misspelled. */
function listVragen(aantal: number): string[] {
  const teksten = documenten.flatMap(({ titel, kort, velden }) => [
    titel,
    kort,
    ...velden.map(({ tekst }) => tekst),
  ]);
  const woorden = [...new Set(teksten.join(' ').match(/[\p{L}\p{N}]{2,}/gu))];
  const woord = (nummer: number) => woorden[(nummer * 7_919) % woorden.length] ?? '';
  const soorten = [
    woord,
    (nummer: number) => `${woord(nummer)} ${woord(nummer + 1)}`,
    (nummer: number) => woord(nummer).slice(0, 3),
    (nummer: number) => `${woord(nummer).slice(0, 2)}q${woord(nummer).slice(3)}`,
    (nummer: number) => Array.from({ length: 12 }, (_, plaats) => woord(nummer + plaats)).join(' '),
    (nummer: number) => `${woord(nummer)} nummer${nummer}`,
  ];
  return Array.from({ length: aantal }, (_, nummer) => soorten[nummer % soorten.length]?.(nummer) ?? '');
}
