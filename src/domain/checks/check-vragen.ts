import type { Beslismodel } from '../model/beslismodel.ts';
import { ACUUT_GEVAAR, SIGNALEN } from '../model/routing-facts.ts';
import { type Bevinding, VRAGEN_BESTAND } from './bevinding.ts';
import { ROUTEVRAGEN } from './check-routevragen.ts';
import { describeDoodSpoor, findCirkels } from './wanneer-gevraagd.ts';

/** Checks that no questions wait for each other's answer, which holds or not whatever else is wrong with them. */
export function checkCirkels(model: Beslismodel): Bevinding[] {
  return findCirkels(model).map((keten) =>
    meld(
      `${keten[0]}.wanneer`,
      `wordt nooit gevraagd: deze vragen wachten op elkaar: ${[...keten, keten[0]].join(' → ')}. Laat één ervan van iets anders afhangen.`,
    ),
  );
}

/** Checks that every question can be reached and that something uses its answer. */
export function checkVragen(model: Beslismodel): Bevinding[] {
  return [...checkGebruik(model), ...checkBereik(model), ...checkVolgorde(model)];
}

function checkGebruik({ vragen, tafels }: Beslismodel): Bevinding[] {
  const gebruikt = new Set<string>([
    ...Object.keys(ROUTEVRAGEN),
    ...vragen.flatMap(({ wanneer }) => ('feit' in wanneer ? [wanneer.feit] : [])),
    ...tafels.flatMap(({ regels }) => [
      ...regels.criteria.map(({ voorwaarde }) => voorwaarde.fact),
      ...(regels.ookGeopendDoor ? [regels.ookGeopendDoor.fact] : []),
      ...(regels.financiering ? [regels.financiering.feit] : []),
    ]),
  ]);
  return vragen
    .filter(({ feit }) => !gebruikt.has(feit))
    .map(({ feit }) =>
      meld(feit, 'geen enkele regel gebruikt dit antwoord. Gebruik het in rules/, of haal de vraag weg.'),
    );
}

function checkBereik(model: Beslismodel): Bevinding[] {
  return model.vragen.flatMap((vraag) => {
    const reden = describeDoodSpoor(model, vraag);
    return reden ? [meld(`${vraag.feit}.wanneer`, `${reden} Laat de vraag van iets anders afhangen.`)] : [];
  });
}

function checkVolgorde({ vragen }: Beslismodel): Bevinding[] {
  const eerste = vragen[0]?.feit;
  const signalen = vragen.findIndex(({ feit }) => feit === SIGNALEN);
  return [
    ...(eerste === undefined || eerste === ACUUT_GEVAAR
      ? []
      : [
          meld(eerste, `staat voor "${ACUUT_GEVAAR}". Direct gevaar gaat voor alles: zet die vraag vooraan.`),
        ]),
    ...vragen
      .slice(0, Math.max(signalen, 0))
      .filter(({ wanneer }) => 'tafels' in wanneer)
      .map(({ feit }) =>
        meld(
          feit,
          `hoort bij een tafel, maar staat voor "${SIGNALEN}", die de tafels opent. Zet de vraag daarna.`,
        ),
      ),
  ];
}

function meld(plaats: string, melding: string): Bevinding {
  return { bestand: VRAGEN_BESTAND, plaats, melding };
}
