import type { ZoekIngang } from './search-entry.ts';

/** A word of the content that matched: as it looks there, and what the visitor typed for it. */
export interface Treffer {
  readonly stam: string;
  readonly woord: string;
  readonly getypt: string;
  /** How well it fits what was typed: more for more words together. */
  readonly gewicht: number;
  readonly isSpelling: boolean;
  /** The fields of the index in which it stands. */
  readonly velden: readonly string[];
}

/** The longest fragment of a text, in characters. */
const MAX_FRAGMENT = 220;
/** The most places, or words, that a hit mentions. */
const MAX_PLAATSEN = 3;
/** The most words that are looked for in the sentences of a hit. */
const MAX_WOORDEN = 6;

/** Why a document matches, and the text to show with it. */
interface Reden {
  readonly tekst: string;
  readonly zin: string;
}

/** Says why a document matches, in one or two sentences, with what it is or the sentence that matches best. */
export function explainHit(
  ingang: ZoekIngang,
  gevonden: readonly Treffer[],
): { fragment: string; waarom: string } {
  const treffers = [...gevonden].sort((a, b) => b.gewicht - a.gewicht);
  const anders = treffers.filter(({ isSpelling }) => isSpelling).map(({ getypt }) => getypt);
  const reden = toNaamReden(ingang, treffers) ?? toTekstReden(ingang, treffers.slice(0, MAX_WOORDEN));
  return {
    fragment: shorten(reden.zin),
    waarom: [reden.tekst, ...(anders.length > 0 ? [`U typte ${toLijst(anders)}.`] : [])].join(' '),
  };
}

/** Why a document matches by what it is called: its name, another name or a synonym; or null. */
function toNaamReden({ document, synoniemen }: ZoekIngang, treffers: readonly Treffer[]): Reden | null {
  const toReden = (tekst: string): Reden => ({ tekst, zin: document.kort });
  const inVeld = (veld: string) =>
    treffers.filter(({ velden }) => velden.includes(veld)).map(({ woord }) => woord);
  const inNaam = inVeld('titel');
  if (inNaam.length > 0) {
    const waar = document.soort === 'criterium' ? 'het criterium' : 'de naam';
    return toReden(`${toLijst(inNaam)} ${inNaam.length > 1 ? 'staan' : 'staat'} in ${waar}.`);
  }
  const inAndereNaam = inVeld('ook');
  if (inAndereNaam.length > 0) {
    const zijn = inAndereNaam.length > 1 ? 'staan in een andere naam' : 'is een ander woord';
    return toReden(`${toLijst(inAndereNaam)} ${zijn} voor ${document.titel}.`);
  }
  const viaSynoniem = treffers.find(({ velden }) => velden.includes('synoniem'));
  const synoniem = synoniemen.find(({ sleutel }) => sleutel === viaSynoniem?.stam);
  return synoniem ? toReden(`Bij “${synoniem.woord}” verwijzen wij naar: ${synoniem.term}.`) : null;
}

/** Why a document matches by its texts: where the words stand, with the sentence that holds most of them. */
function toTekstReden(ingang: ZoekIngang, treffers: readonly Treffer[]): Reden {
  const passages = findPassages(ingang, treffers);
  const woorden = [...new Set(treffers.map(({ woord }) => woord))];
  const plaatsen = [...new Set(passages.map(({ veld }) => veld))].slice(0, MAX_PLAATSEN).join(', ');
  return {
    tekst: `${toLijst(woorden)} ${woorden.length > 1 ? 'komen' : 'komt'} voor in: ${plaatsen}.`,
    zin: passages[0]?.zin ?? ingang.document.kort,
  };
}

/** The passages in which a matching word stands, those with the most of them first. */
function findPassages({ passages }: ZoekIngang, treffers: readonly Treffer[]) {
  const stammen = treffers.map(({ stam }) => ` ${stam} `);
  const gevonden = passages.filter((passage) => stammen.some((stam) => passage.stammen.includes(stam)));
  const tel = (passage: ZoekIngang['passages'][number]) =>
    stammen.filter((stam) => passage.stammen.includes(stam)).length;
  return gevonden.sort((a, b) => tel(b) - tel(a));
}

function toLijst(woorden: readonly string[]): string {
  const uniek = [...new Set(woorden)].slice(0, MAX_PLAATSEN).map((woord) => `“${woord}”`);
  return uniek.length < 2 ? (uniek[0] ?? '') : `${uniek.slice(0, -1).join(', ')} en ${uniek.at(-1)}`;
}

function shorten(tekst: string): string {
  if (tekst.length <= MAX_FRAGMENT) return tekst;
  const kort = tekst.slice(0, MAX_FRAGMENT);
  return `${kort.slice(0, kort.lastIndexOf(' ') > 0 ? kort.lastIndexOf(' ') : MAX_FRAGMENT)} …`;
}
