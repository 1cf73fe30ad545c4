import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_RESULTS, MAX_SEARCH_QUERY } from '../../src/domain/search/search.ts';
import type { SearchDocument } from '../../src/domain/search/search-document.ts';
import { createSearchIndex } from '../../src/search/search-index.ts';
import { documents, search, synonyms } from '../support/real-search-index.ts';
import { say } from '../support/texts.ts';

const toNames = (vraag: string, count = 3) =>
  search(vraag)
    .slice(0, count)
    .map(({ soort, id }) => `${soort} ${id}`);

describe('the search over the real content', () => {
  it('finds each thing by its own title', () => {
    for (const { soort, id, titel, href } of documents) {
      expect(
        search(titel).some((hit) => hit.soort === soort && hit.id === id && hit.href === href),
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
    ['schulden', 'pagina lokaal'],
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
    expect(toNames(vraag, 4)).toContain(verwacht);
  });

  it.each(['man met mes', 'verwarde vrouw met mes'])(
    'takes a man or a woman for no half word: %s',
    (vraag) => {
      const uitleg = search(vraag).map(({ waarom }) => JSON.stringify(waarom));
      expect(uitleg.join(' ')).not.toMatch(/manie|mantelzorg/i);
    },
  );

  it.each([
    ['inflection', 'wachtlijsten', 'overlegtafel triage-transfertafel'],
    ['diacritics', 'clientondersteuner', 'pagina clientondersteuning'],
    ['capitals', 'TRIAGE', 'overlegtafel triage-transfertafel'],
    ['half a word', 'tria', 'overlegtafel triage-transfertafel'],
    ['a typing error', 'wachtlyst', 'overlegtafel triage-transfertafel'],
    ['a typing error in a name', 'tubergen', 'gemeente tubbergen'],
    ['a part of a compound', 'woonwagenoverlast', 'noodnummer meldpunt-zorgwekkend-gedrag-twente'],
    ['a small word that is a part of one', 'over plaatsing', 'overlegtafel regiotafel-wlz'],
    ['letters with dots', 'b.e.o.', 'overlegtafel bestuurlijk-escalatieoverleg'],
    ['letters with dots in a sentence', 'wie zit er in het M.D.O?', 'woord mdo'],
    ['another name', 'VHT', 'organisatie zorg-en-veiligheidshuis-twente'],
    ['a small word that is a name', 'om', 'organisatie openbaar-ministerie'],
    ['a mail address', 'aanmelding@triagetafeltwente.nl', 'overlegtafel triage-transfertafel'],
    ['a number', '112', 'noodnummer 112'],
    ['two words together', 'gemeente hengelo', 'gemeente hengelo'],
  ])('finds by %s: %s', (_, vraag, verwacht) => {
    expect(toNames(vraag)).toContain(verwacht);
  });

  it('says why a hit matches', () => {
    expect(search('topx')[0]?.waarom).toBe('“TopX” staat in de naam.');
    expect(search('VHT')[0]?.waarom).toBe('“VHT” is een ander woord voor Zorg- en Veiligheidshuis Twente.');
    expect(search('burgemeester')[0]?.waarom).toBe(
      'Bij “burgemeester” verwijzen wij naar: Bestuurlijk escalatieoverleg.',
    );
    expect(search('tubergen')[0]?.waarom).toBe('“Tubbergen” staat in de naam. U typte “tubergen”.');
    const reasonsFor = (vraag: string) => search(vraag).map(({ waarom }) => waarom);
    expect(reasonsFor('topx ketencasusoverleg')).toContain('“ketencasusoverleg” en “TopX” staan in de naam.');
    expect(reasonsFor('leven')).toContain(
      '“levensdomein” en “levensgebied” staan in een andere naam voor leefgebied.',
    );
    expect(reasonsFor('zorg')).toEqual(
      expect.arrayContaining([
        '“zorg” staat in het criterium.',
        '“zorg” en “zorgaanbieder” staan in het criterium.',
      ]),
    );
    const found = search('vrijgevestigde').find(({ id }) => id === 'triage-transfertafel');
    expect(found).toMatchObject({
      waarom: '“Vrijgevestigde” komt voor in: wie er zit.',
      fragment: 'Vrijgevestigde ggz.',
    });
  });

  it.each(['', ' ', '!?', 'xyzzyx', '😀', '\u0000'])('finds nothing for %j', (vraag) => {
    expect(search(vraag)).toEqual([]);
  });

  it('takes any text, and gives no more than the most hits', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc.constantFrom('__proto__', 'constructor', '_', '"'),
        ),
        (vraag) => {
          expect(search(vraag).length).toBeLessThanOrEqual(MAX_RESULTS);
        },
      ),
      { numRuns: 1_000 },
    );
    expect(search('gemeente').length).toBe(MAX_RESULTS);
  });

  it.each([
    ['crisis team', 'crisisteam'],
    ['regio-tafel', 'regiotafel'],
    ['c.c.e.', 'cce'],
    ['m.d.o', 'mdo'],
    ['crisis dienst', 'crisisdienst'],
    ['keten casus overleg', 'ketencasusoverleg'],
    ['veiligheids huis', 'veiligheidshuis'],
  ])('has the same on top for %s as for %s', (vraag, asOne) => {
    expect(toNames(vraag, 1)).toEqual(toNames(asOne, 1));
  });

  it('lets every word of a synonym lead somewhere, and each of its terms be a name', () => {
    for (const { woorden } of synonyms) {
      for (const woord of woorden) expect(search(woord), woord).not.toEqual([]);
    }
    const termen = synonyms.flatMap((synonym) => synonym.termen);
    const perTerm = createSearchIndex(
      say,
      documents,
      termen.map((term, nummer) => ({ id: `${nummer}`, woorden: [`qq${nummer}qq`], termen: [term] })),
    );
    for (const [nummer, term] of termen.entries()) expect(perTerm(`qq${nummer}qq`), term).not.toEqual([]);
  });
});

describe('the search over 10,000 documents', () => {
  const wegwijzer = createSearchIndex(say, multiply(documents, 10_000), synonyms);

  it('answers searches of all kinds with no more than the most that is shown', () => {
    for (const vraag of listVragen(300)) {
      const count = wegwijzer(vraag).length;
      expect(count, vraag).toBeLessThanOrEqual(MAX_RESULTS);
    }
  });

  it.each([
    ['one letter', 'a'],
    ['a frequent word', 'zorg '],
    ['a word that is nearly right', 'gemeentq '],
    ['letters with marks', 'é̈'],
    ['signs', '-_.'],
  ])('reads of 100 KB of %s no more than the most that counts', (_, piece) => {
    const vraag = piece.repeat(Math.ceil(102_400 / piece.length));
    expect(wegwijzer(vraag)).toEqual(wegwijzer(vraag.slice(0, MAX_SEARCH_QUERY)));
  });

  it('still finds one by its own words', () => {
    const titel = documents[7_777 % documents.length]?.titel ?? '';
    expect(wegwijzer(`nummer7777 ${titel}`)[0]?.titel).toBe(`${titel} nummer7777`);
  });
});

/** Documents like these, as many as asked, each with a number of its own in the title. */
function multiply(real: readonly SearchDocument[], count: number): SearchDocument[] {
  return Array.from({ length: count }, (_, nummer) => {
    const document = real[nummer % real.length] as SearchDocument;
    return { ...document, id: `${document.id}-${nummer}`, titel: `${document.titel} nummer${nummer}` };
  });
}

/** Searches of all kinds, from the words of the content: alone, together, half, misspelled. */
function listVragen(count: number): string[] {
  const teksten = documents.flatMap(({ titel, kort, velden }) => [
    titel,
    kort,
    ...velden.map(({ tekst }) => tekst),
  ]);
  const woorden = [...new Set(teksten.join(' ').match(/[\p{L}\p{N}]{2,}/gu))];
  const woord = (nummer: number) => woorden[(nummer * 7_919) % woorden.length] ?? '';
  const kinds = [
    woord,
    (nummer: number) => `${woord(nummer)} ${woord(nummer + 1)}`,
    (nummer: number) => woord(nummer).slice(0, 3),
    (nummer: number) => `${woord(nummer).slice(0, 2)}q${woord(nummer).slice(3)}`,
    (nummer: number) => Array.from({ length: 12 }, (_, place) => woord(nummer + place)).join(' '),
    (nummer: number) => `${woord(nummer)} nummer${nummer}`,
  ];
  return Array.from({ length: count }, (_, nummer) => kinds[nummer % kinds.length]?.(nummer) ?? '');
}
