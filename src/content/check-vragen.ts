import type { Beslismodel } from '../domain/model/beslismodel.ts';
import {
  ACUUT_GEVAAR,
  BUITEN_TWENTE,
  EERDER_BESPROKEN,
  GEMEENTE,
  LOKAAL_BESPROKEN,
  LOKAAL_VASTGELOPEN,
  ROL,
  SIGNALEN,
} from '../domain/model/routing-facts.ts';
import { DONT_KNOW, type Vraag } from '../domain/model/vraag.ts';
import { type Bevinding, VRAGEN_BESTAND } from './content-fault.ts';
import { describeDoodSpoor, findCirkels, isGevraagdBij } from './when-asked.ts';

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

const ALTIJD = { altijd: true } as const;

/** What the route counts on: the type of each of its questions, and when it is asked (null: see `checkGeprobeerd`). */
export const ROUTEVRAGEN: Readonly<
  Record<string, Pick<Vraag, 'type'> & { wanneer: Vraag['wanneer'] | null }>
> = {
  [ACUUT_GEVAAR]: { type: 'jaNee', wanneer: ALTIJD },
  [GEMEENTE]: { type: 'keuze', wanneer: ALTIJD },
  [ROL]: { type: 'keuze', wanneer: ALTIJD },
  [LOKAAL_BESPROKEN]: { type: 'jaNee', wanneer: ALTIJD },
  [LOKAAL_VASTGELOPEN]: { type: 'jaNee', wanneer: { feit: LOKAAL_BESPROKEN, is: 'ja' } },
  [SIGNALEN]: { type: 'meerkeuze', wanneer: ALTIJD },
  [EERDER_BESPROKEN]: { type: 'meerkeuze', wanneer: null },
};

/** Checks that questions have the type, the options and the moment that the route through them counts on. */
export function checkRoutevragen(model: Beslismodel): Bevinding[] {
  return [
    ...Object.entries(ROUTEVRAGEN).flatMap(([feit, { type, wanneer }]) => {
      const vraag = model.vraagOf.get(feit);
      return vraag ? checkRoutevraag(vraag, type, wanneer) : [];
    }),
    ...model.vragen.flatMap(checkOpties),
    ...checkGeprobeerd(model),
  ];
}

function checkRoutevraag(vraag: Vraag, type: Vraag['type'], wanneer: Vraag['wanneer'] | null): Bevinding[] {
  const { feit } = vraag;
  const bevindingen: Bevinding[] = [];
  if (vraag.type !== type)
    bevindingen.push(
      meld(`${feit}.type`, `is "${vraag.type}", maar de route rekent op "${type}". Zet dat terug.`),
    );
  if (wanneer && JSON.stringify(vraag.wanneer) !== JSON.stringify(wanneer))
    bevindingen.push(
      meld(`${feit}.wanneer`, `moet ${JSON.stringify(wanneer)} zijn: de route rekent daarop. Zet dat terug.`),
    );
  if (feit === GEMEENTE && !vraag.opties.some(({ id }) => id === BUITEN_TWENTE))
    bevindingen.push(
      meld(
        `${feit}.opties`,
        `mist "${BUITEN_TWENTE}", de keuze voor wie buiten Twente woont. Zet die keuze terug.`,
      ),
    );
  return bevindingen;
}

const JA_NEE = ['ja', 'nee', DONT_KNOW];

function checkOpties({ feit, type, opties }: Vraag): Bevinding[] {
  const ids = opties.map(({ id }) => id);
  if (type === 'jaNee' && (ids.length !== JA_NEE.length || JA_NEE.some((id) => !ids.includes(id))))
    return [meld(`${feit}.opties`, `een vraag van het type jaNee heeft de keuzes ${JA_NEE.join(', ')}.`)];
  if (type === 'meerkeuze' && opties.some(({ id, alleen }) => id === DONT_KNOW && !alleen))
    return [
      meld(`${feit}.opties`, `"${DONT_KNOW}" kan niet naast andere keuzes staan. Zet er "alleen": true bij.`),
    ];
  return [];
}

/** Each table that can have been tried is one that exists, and the question is asked when it is opened. */
function checkGeprobeerd(model: Beslismodel): Bevinding[] {
  const opties = model.vraagOf.get(EERDER_BESPROKEN)?.opties.filter(({ alleen }) => !alleen) ?? [];
  return opties.flatMap(({ id }) => {
    const plaats = `${EERDER_BESPROKEN}.opties`;
    if (!model.tafelOf.has(id))
      return [
        meld(
          plaats,
          `er is geen tafel "${id}". Verbeter het id, of zet er "alleen": true bij als het geen tafel is.`,
        ),
      ];
    return isGevraagdBij(model, EERDER_BESPROKEN, (tafel) => tafel === id)
      ? []
      : [
          meld(
            plaats,
            `deze vraag wordt niet gesteld als alleen "${id}" open is. Zet de tafel bij wanneer.tafels.`,
          ),
        ];
  });
}
