import type { Financiering } from '../model/regel.ts';
import type { Verwijzing } from './verwijzing.ts';

/** An estimate of what a deployment costs the gemeente, in whole euros, by the tariffs of a past year. */
export interface Kosten {
  readonly jaar: number;
  readonly regels: readonly {
    readonly naam: string;
    readonly uren: number;
    readonly perUur: number;
    readonly bedrag: number;
  }[];
  readonly totaal: number;
}

/** Estimates the costs from the hours that were filled in; null without hours or tariffs. */
export function estimateKosten(
  financiering: Financiering | undefined,
  verwijzing: Verwijzing,
): Kosten | null {
  if (!financiering?.tarieven) return null;
  const regels = financiering.tarieven.regels.flatMap(({ veld, naam, perUur }) => {
    const uren = Number(verwijzing.get(veld) ?? 0);
    return uren > 0 ? [{ naam, uren, perUur, bedrag: uren * perUur }] : [];
  });
  if (regels.length === 0) return null;
  return {
    jaar: financiering.tarieven.jaar,
    regels,
    totaal: regels.reduce((som, { bedrag }) => som + bedrag, 0),
  };
}
