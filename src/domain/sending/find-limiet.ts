import type { Zending } from './zending.ts';

const UUR = 60 * 60_000;

/** How many mails may be asked for in an hour. */
export interface Limieten {
  readonly perAfzender: number;
  readonly totaal: number;
}

/** Which limit is reached, and from when one more may be asked for. */
export interface BereikteLimiet {
  readonly van: 'afzender' | 'totaal';
  readonly vanaf: Date;
}

/**
 * The limit that stands in the way of one more mail now, or null. `afzender` holds the hashes of the address of the
 * sender, one for each secret that counts.
 */
export function findLimiet(
  zendingen: readonly Zending[],
  afzender: readonly string[],
  { perAfzender, totaal }: Limieten,
  nu: Date,
): BereikteLimiet | null {
  const recent = zendingen.filter(
    ({ soort, aangemaakt }) => soort === 'aanmelding' && Date.parse(aangemaakt) > nu.getTime() - UUR,
  );
  const eigen = recent.filter((zending) => afzender.includes(zending.afzender));
  const vanafEigen = findRuimte(eigen, perAfzender);
  if (vanafEigen) return { van: 'afzender', vanaf: vanafEigen };
  const vanaf = findRuimte(recent, totaal);
  return vanaf && { van: 'totaal', vanaf };
}

/** When the oldest of the mails that fill the limit no longer counts; null when there is room now. */
function findRuimte(zendingen: readonly Zending[], limiet: number): Date | null {
  if (zendingen.length < limiet) return null;
  const momenten = zendingen.map(({ aangemaakt }) => Date.parse(aangemaakt)).sort((a, b) => a - b);
  return new Date((momenten[momenten.length - limiet] ?? 0) + UUR);
}
