import MiniSearch, { type SearchResult } from 'minisearch';
import type { SearchKind } from '../domain/model/search-result.ts';
import type { Synonym } from '../domain/model/word.ts';
import { MAX_RESULTS, MAX_SEARCH_QUERY, type Search } from '../domain/search/search.ts';
import type { SearchDocument } from '../domain/search/search-document.ts';
import { explainHit, type Treffer } from './explain-hit.ts';
import { chooseWithinBudget, findKandidaten, type Zoekwoord } from './find-candidates.ts';
import { toToegepastSynoniem, toZoekIngang } from './search-entry.ts';
import { splitWords, type Woordstam } from './split-words.ts';
import { type Rij, toRijen, VELDEN } from './to-rows.ts';
import { createWoordenschat, type Woordenschat } from './vocabulary.ts';

/** What people mostly look for comes before what only mentions it. */
const SOORTEN: Readonly<Record<SearchKind, number>> = {
  overlegtafel: 1.6,
  noodnummer: 1.5,
  gemeente: 1.4,
  clientondersteuning: 1.2,
  organisatie: 1.2,
  woord: 1,
  rol: 0.9,
  pagina: 0.9,
  criterium: 0.8,
};
/** A hit that scores less than this part of the best one only distracts. */
const MIN_DEEL_VAN_BESTE = 0.05;
/** The most words of a search that are looked up. */
const MAX_WOORDEN = 8;
/** In how many fields of documents the words of one search may stand together: what bounds its time, about 1 µs each. */
const BUDGET = 800;

/** Makes the search over these documents, built once in memory (about 0.2 ms per document). */
export function createSearchIndex(
  documenten: readonly SearchDocument[],
  synoniemen: readonly Synonym[],
): Search {
  const toegepast = synoniemen.map(toToegepastSynoniem);
  const ingangen = documenten.map((document) => toZoekIngang(document, toegepast));
  const woordenschat = createWoordenschat();
  const index = new MiniSearch<Rij>({
    idField: 'nummer',
    fields: Object.keys(VELDEN),
    // The texts come as stems already.
    tokenize: (stammen) => stammen.split(' '),
    processTerm: (stam) => stam,
    searchOptions: {
      boost: VELDEN,
      boostDocument: (nummer) => SOORTEN[ingangen[nummer]?.document.soort ?? 'pagina'],
    },
  });
  index.addAll(toRijen(ingangen, woordenschat));

  function search(kandidaten: readonly Zoekwoord[]): SearchResult[] {
    const gekozen = chooseWithinBudget(kandidaten, woordenschat.count, BUDGET);
    if (gekozen.length === 0) return [];
    const gewichten = new Map(gekozen.map(({ stam, gewicht }) => [stam, gewicht]));
    return index.search(gekozen.map(({ stam }) => stam).join(' '), {
      boostTerm: (stam) => gewichten.get(stam) ?? 1,
    });
  }

  return (vraag) => {
    const woorden = readVraag(vraag);
    const kandidaten = findKandidaten(woorden, woordenschat);
    const zoekwoordVan = new Map(kandidaten.map((kandidaat) => [kandidaat.stam, kandidaat]));
    const gewogen = search(kandidaten)
      .map((resultaat) => ({
        ingang: ingangen[resultaat.id as number],
        match: resultaat.match,
        // The library multiplies by the number of words of the index, and one typed word can stand for many of those.
        score:
          (resultaat.score / resultaat.queryTerms.length) * countWoorden(resultaat.queryTerms, zoekwoordVan),
      }))
      .sort((a, b) => b.score - a.score);
    const ondergrens = (gewogen[0]?.score ?? 0) * MIN_DEEL_VAN_BESTE;
    return gewogen
      .slice(0, MAX_RESULTS)
      .filter(({ score }) => score >= ondergrens)
      .flatMap(({ ingang, match }) => {
        if (!ingang) return [];
        const treffers = Object.entries(match).flatMap(([stam, velden]) => {
          const zoekwoord = zoekwoordVan.get(stam);
          return zoekwoord ? [toTreffer(zoekwoord, velden, woorden, woordenschat)] : [];
        });
        const { soort, id, titel, href } = ingang.document;
        return [{ soort, id, titel, href, ...explainHit(ingang, treffers) }];
      });
  };
}

/** The words of a search; the small ones count only when there is nothing else. */
function readVraag(vraag: string): Woordstam[] {
  const woorden = splitWords(vraag.slice(0, MAX_SEARCH_QUERY));
  const gewone = woorden.filter(({ isStopwoord }) => !isStopwoord);
  return (gewone.length > 0 ? gewone : woorden).slice(0, MAX_WOORDEN);
}

/**
 * How many of the typed words a document has in some form: a document with all of them goes first.
 * Words that stand nearly everywhere do not count, unless there is nothing else.
 */
function countWoorden(stammen: readonly string[], zoekwoordVan: ReadonlyMap<string, Zoekwoord>): number {
  let gevonden = 0;
  for (const stam of stammen) {
    const zoekwoord = zoekwoordVan.get(stam);
    if (!zoekwoord || zoekwoord.isOveral) continue;
    for (const plaats of zoekwoord.voor) gevonden |= 1 << plaats;
  }
  let aantal = 0;
  for (; gevonden > 0; gevonden >>= 1) aantal += gevonden & 1;
  return Math.max(1, aantal);
}

function toTreffer(
  { stam, voor, gewicht, gelijkenis }: Zoekwoord,
  velden: readonly string[],
  woorden: readonly Woordstam[],
  woordenschat: Woordenschat,
): Treffer {
  return {
    stam,
    woord: woordenschat.woordVan(stam),
    getypt: voor.map((plaats) => woorden[plaats]?.woord ?? '').join(' '),
    gewicht: gewicht * voor.length,
    isSpelling: gelijkenis === 'spelling',
    velden,
  };
}
