import type { Antwoorden } from '../model/antwoorden.ts';
import type { Financiering } from '../model/regel.ts';
import type { Verwijzing } from './verwijzing.ts';

/** An estimate of what a deployment costs the gemeente, by the tariffs of a past year; amounts as text, "€ 1.440". */
export interface Costs {
  readonly jaar: number;
  readonly regels: readonly {
    readonly naam: string;
    readonly uren: number;
    readonly perUur: string;
    readonly bedrag: string;
  }[];
  readonly totaal: string;
}

/** Estimates the costs from the hours that were filled in; null without hours or tariffs, and where another pays. */
export function estimateCosts(
  financiering: Financiering | undefined,
  antwoorden: Antwoorden,
  verwijzing: Verwijzing,
): Costs | null {
  if (!financiering?.tarieven || antwoorden[financiering.feit] === 'ja') return null;
  const regels = financiering.tarieven.regels
    .map(({ veld, naam, perUur }) => ({ naam, perUur, uren: Number(verwijzing.get(veld) ?? 0) }))
    .filter(({ uren }) => uren > 0);
  if (regels.length === 0) return null;
  return {
    jaar: financiering.tarieven.jaar,
    regels: regels.map(({ naam, uren, perUur }) => ({
      naam,
      uren,
      perUur: toEuro(perUur),
      bedrag: toEuro(uren * perUur),
    })),
    totaal: toEuro(regels.reduce((sum, { uren, perUur }) => sum + uren * perUur, 0)),
  };
}

function toEuro(bedrag: number): string {
  return `€ ${bedrag.toLocaleString('nl-NL')}`;
}
