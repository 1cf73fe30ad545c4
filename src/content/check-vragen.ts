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
import { type Issue, VRAGEN_FILE } from './content-fault.ts';
import { describeDeadTrace, findCircles, isAskedAt } from './when-asked.ts';

/** Checks that no questions wait for each other's answer, which holds or not whatever else is wrong with them. */
export function checkCircles(model: Beslismodel): Issue[] {
  return findCircles(model).map((keten) =>
    report(
      `${keten[0]}.wanneer`,
      `wordt nooit gevraagd: deze vragen wachten op elkaar: ${[...keten, keten[0]].join(' → ')}. Laat één ervan van iets anders afhangen.`,
    ),
  );
}

/** Checks that every question can be reached and that something uses its answer. */
export function checkVragen(model: Beslismodel): Issue[] {
  return [...checkUse(model), ...checkSteps(model), ...checkRange(model), ...checkOrder(model)];
}

function checkUse({ vragen, tafels }: Beslismodel): Issue[] {
  const used = new Set<string>([
    ...Object.keys(ROUTEVRAGEN),
    ...vragen.flatMap(({ wanneer }) => ('feit' in wanneer ? [wanneer.feit] : [])),
    ...tafels.flatMap(({ regels }) => [
      ...regels.criteria.map(({ voorwaarde }) => voorwaarde.fact),
      ...(regels.ookGeopendDoor ? [regels.ookGeopendDoor.fact] : []),
      ...(regels.financiering ? [regels.financiering.feit] : []),
    ]),
  ]);
  return vragen
    .filter(({ feit }) => !used.has(feit))
    .map(({ feit }) =>
      report(feit, 'geen enkele regel gebruikt dit antwoord. Gebruik het in rules/, of haal de vraag weg.'),
    );
}

/** The advice tells the reader to take a step, so a step has its words, and nothing else has. */
function checkSteps({ vragen }: Beslismodel): Issue[] {
  return vragen
    .filter(({ stap, stapTeZetten }) => stapTeZetten !== Boolean(stap))
    .map(({ feit }) =>
      report(
        `${feit}.stap`,
        'hoort bij "stapTeZetten": true, en alleen daarbij. Schrijf wat de lezer dan doet, of haal een van de twee weg.',
      ),
    );
}

function checkRange(model: Beslismodel): Issue[] {
  return model.vragen.flatMap((vraag) => {
    const reason = describeDeadTrace(model, vraag);
    return reason
      ? [report(`${vraag.feit}.wanneer`, `${reason} Laat de vraag van iets anders afhangen.`)]
      : [];
  });
}

function checkOrder({ vragen }: Beslismodel): Issue[] {
  const first = vragen[0]?.feit;
  const signalen = vragen.findIndex(({ feit }) => feit === SIGNALEN);
  return [
    ...(first === undefined || first === ACUUT_GEVAAR
      ? []
      : [
          report(
            first,
            `staat voor "${ACUUT_GEVAAR}". Direct gevaar gaat voor alles: zet die vraag vooraan.`,
          ),
        ]),
    ...vragen
      .slice(0, Math.max(signalen, 0))
      .filter(({ wanneer }) => 'tafels' in wanneer)
      .map(({ feit }) =>
        report(
          feit,
          `hoort bij een tafel, maar staat voor "${SIGNALEN}", die de tafels opent. Zet de vraag daarna.`,
        ),
      ),
  ];
}

function report(plaats: string, melding: string): Issue {
  return { bestand: VRAGEN_FILE, plaats, melding };
}

const ALWAYS = { altijd: true } as const;

/** What the route counts on: the type of each of its questions, and when it is asked (null: see `checkGeprobeerd`). */
export const ROUTEVRAGEN: Readonly<
  Record<string, Pick<Vraag, 'type'> & { wanneer: Vraag['wanneer'] | null }>
> = {
  [ACUUT_GEVAAR]: { type: 'jaNee', wanneer: ALWAYS },
  [GEMEENTE]: { type: 'keuze', wanneer: ALWAYS },
  [ROL]: { type: 'keuze', wanneer: ALWAYS },
  [LOKAAL_BESPROKEN]: { type: 'jaNee', wanneer: ALWAYS },
  [LOKAAL_VASTGELOPEN]: { type: 'jaNee', wanneer: { feit: LOKAAL_BESPROKEN, is: 'ja' } },
  [SIGNALEN]: { type: 'meerkeuze', wanneer: ALWAYS },
  [EERDER_BESPROKEN]: { type: 'meerkeuze', wanneer: null },
};

/** Checks that questions have the type, the options and the moment that the route through them counts on. */
export function checkRoutevragen(model: Beslismodel): Issue[] {
  return [
    ...Object.entries(ROUTEVRAGEN).flatMap(([feit, { type, wanneer }]) => {
      const vraag = model.vraagOf.get(feit);
      return vraag ? checkRoutevraag(vraag, type, wanneer) : [];
    }),
    ...model.vragen.flatMap(checkOptions),
    ...checkTried(model),
  ];
}

function checkRoutevraag(vraag: Vraag, type: Vraag['type'], wanneer: Vraag['wanneer'] | null): Issue[] {
  const { feit } = vraag;
  const issues: Issue[] = [];
  if (vraag.type !== type)
    issues.push(
      report(`${feit}.type`, `is "${vraag.type}", maar de route rekent op "${type}". Zet dat terug.`),
    );
  if (wanneer && JSON.stringify(vraag.wanneer) !== JSON.stringify(wanneer))
    issues.push(
      report(
        `${feit}.wanneer`,
        `moet ${JSON.stringify(wanneer)} zijn: de route rekent daarop. Zet dat terug.`,
      ),
    );
  if (feit === GEMEENTE && !vraag.opties.some(({ id }) => id === BUITEN_TWENTE))
    issues.push(
      report(
        `${feit}.opties`,
        `mist "${BUITEN_TWENTE}", de keuze voor wie buiten Twente woont. Zet die keuze terug.`,
      ),
    );
  return issues;
}

const YES_NO = ['ja', 'nee', DONT_KNOW];

function checkOptions({ feit, type, opties }: Vraag): Issue[] {
  const ids = opties.map(({ id }) => id);
  if (type === 'jaNee' && (ids.length !== YES_NO.length || YES_NO.some((id) => !ids.includes(id))))
    return [report(`${feit}.opties`, `een vraag van het type jaNee heeft de keuzes ${YES_NO.join(', ')}.`)];
  if (type === 'meerkeuze' && opties.some(({ id, alleen }) => id === DONT_KNOW && !alleen))
    return [
      report(
        `${feit}.opties`,
        `"${DONT_KNOW}" kan niet naast andere keuzes staan. Zet er "alleen": true bij.`,
      ),
    ];
  return [];
}

/** Each table that can have been tried is one that exists, and the question is asked when it is opened. */
function checkTried(model: Beslismodel): Issue[] {
  const opties = model.vraagOf.get(EERDER_BESPROKEN)?.opties.filter(({ alleen }) => !alleen) ?? [];
  return opties.flatMap(({ id }) => {
    const place = `${EERDER_BESPROKEN}.opties`;
    if (!model.tafelOf.has(id))
      return [
        report(
          place,
          `er is geen tafel "${id}". Verbeter het id, of zet er "alleen": true bij als het geen tafel is.`,
        ),
      ];
    return isAskedAt(model, EERDER_BESPROKEN, (tafel) => tafel === id)
      ? []
      : [
          report(
            place,
            `deze vraag wordt niet gesteld als alleen "${id}" open is. Zet de tafel bij wanneer.tafels.`,
          ),
        ];
  });
}
