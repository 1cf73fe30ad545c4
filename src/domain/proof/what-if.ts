import type { Antwoorden } from '../model/antwoorden.ts';
import { UITKOMSTEN, type Uitkomst } from '../model/uitkomst.ts';
import type { Diagram } from './diagram/store.ts';
import { isEarly } from './laws/law.ts';
import { createProof, type Proof } from './proof.ts';
import type { ProofContent } from './proof-content.ts';
import { type Share, toShare } from './proof-words.ts';
import type { TafelDiagrams } from './tafel-diagrams.ts';

/** Some of the cases: their share, and the one with the fewest answers. */
export interface ShownCases {
  /** By which the case is asked for, in an address. */
  readonly id: string;
  readonly aandeel: Share;
  readonly voorbeeld: Antwoorden | null;
}

/** How two tables go together, of the cases in which both are looked into and nothing comes before every table. */
interface TafelPair {
  readonly een: string;
  readonly ander: string;
  readonly beide: ShownCases;
  /** The one fits, and the other does not. */
  readonly alleenEen: ShownCases;
  readonly alleenAnder: ShownCases;
}

/** What the whole of all cases says to a reader: how rare each outcome is, when each table fits, and which go together. */
export interface WhatIf {
  readonly uitkomsten: readonly (ShownCases & { readonly uitkomst: Uitkomst })[];
  /** Of the cases in which a table is looked into. */
  readonly tafels: readonly {
    readonly tafel: string;
    readonly past: Share;
    readonly pastNiet: Share;
    readonly open: Share;
  }[];
  readonly paren: readonly TafelPair[];
  /** All cases that are shown, by their ids. */
  readonly gevallen: ReadonlyMap<string, Antwoorden>;
}

const made = new WeakMap<ProofContent, WhatIf>();

/** Works out what all cases of this content say; for the same content once, since it takes a fifth of a second. */
export function toWhatIf(content: ProofContent): WhatIf {
  const known = made.get(content) ?? makeWhatIf(createProof(content));
  made.set(content, known);
  return known;
}

/** Keeps what another thread worked out of this very content. */
export function keepWhatIf(content: ProofContent, whatIf: WhatIf): void {
  made.set(content, whatIf);
}

function makeWhatIf(proof: Proof): WhatIf {
  const { operations, advies } = proof;
  const { and, is, not } = operations;
  const gevallen = new Map<string, Antwoorden>();
  const show = (id: string, where: Diagram<boolean>, all: Diagram<boolean>): ShownCases => {
    const within = and(all, where);
    const voorbeeld = proof.findExample(within);
    if (voorbeeld) gevallen.set(id, voorbeeld);
    return { id, voorbeeld, aandeel: toShare(proof.count(within), proof.count(all)) };
  };
  const isLooked = ({ oordeel }: TafelDiagrams) => not(is(oordeel, 'nietNagegaan'));
  const stands = ({ lijst }: TafelDiagrams) => not(is(lijst, null));
  const tafels = [...advies.tafels];
  return {
    uitkomsten: UITKOMSTEN.map((uitkomst) => ({
      uitkomst,
      ...show(uitkomst, is(advies.uitkomst, uitkomst), advies.valid),
    })),
    tafels: tafels.map(([tafel, diagrams]) => {
      const all = and(advies.valid, isLooked(diagrams));
      const share = (oordeel: 'voldoet' | 'voldoetNiet' | 'onvolledig') =>
        toShare(proof.count(and(all, is(diagrams.oordeel, oordeel))), proof.count(all));
      return { tafel, past: share('voldoet'), pastNiet: share('voldoetNiet'), open: share('onvolledig') };
    }),
    paren: tafels.flatMap(([een, first], nummer) =>
      tafels.slice(nummer + 1).map(([ander, second]) => {
        const all = and(advies.valid, not(isEarly(proof)), isLooked(first), isLooked(second));
        const showPair = (wat: string, where: Diagram<boolean>) => show(`${een}.${ander}.${wat}`, where, all);
        return {
          een,
          ander,
          beide: showPair('beide', and(stands(first), stands(second))),
          alleenEen: showPair('een', and(stands(first), is(second.oordeel, 'voldoetNiet'))),
          alleenAnder: showPair('ander', and(stands(second), is(first.oordeel, 'voldoetNiet'))),
        };
      }),
    ),
    gevallen,
  };
}
