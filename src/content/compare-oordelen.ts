import { evaluateRegel, evaluateVoorwaarde, type Truth } from '../domain/evaluation/kleene.ts';
import type { Antwoord, Antwoorden } from '../domain/model/antwoorden.ts';
import type { Voorwaarde } from '../domain/model/regel.ts';
import { type AntwoordClass, toAntwoordClasses } from './antwoord-classes.ts';
import type { ComparedContent, ComparedRegels } from './read-version.ts';

/** More kinds of answer sets than this are not tried one by one. */
const LIMIT = 200_000;

/** Answer sets to the facts of one table: how many, and the one with the fewest answers. */
export interface AntwoordGroup {
  readonly aantal: number;
  readonly voorbeeld: Antwoorden | null;
}

/** What a change of the rules of a table does to all answer sets. */
export interface OordeelDifference {
  readonly totaal: number;
  /** The table fits now, and did not before. */
  readonly wint: AntwoordGroup;
  /** The table fitted before, and does not any more. */
  readonly verliest: AntwoordGroup;
  /** Between "does not fit" and "not known yet". */
  readonly anders: AntwoordGroup;
}

/**
 * Compares what two versions of the rules of a table make of every set of answers to its facts, three-valued and
 * exact. A fact that a version does not have changes nothing there.
 * @returns null when there are too many kinds of answer sets.
 */
export function compareOordelen(
  [oldVragen, old]: readonly [ComparedContent['vragen'], ComparedRegels],
  [newVragen, fresh]: readonly [ComparedContent['vragen'], ComparedRegels],
): OordeelDifference | null {
  const voorwaarden = [...listVoorwaarden(old), ...listVoorwaarden(fresh)];
  const feiten = [...new Set(voorwaarden.map(({ fact }) => fact))];
  const classes = feiten.map((feit) =>
    toAntwoordClasses(
      mergeVraag(feit, oldVragen, newVragen),
      voorwaarden.filter(({ fact }) => fact === feit),
    ),
  );
  if (classes.reduce((product, { length }) => product * length, 1) > LIMIT) return null;
  const [former, now] = [createEvaluate(old), createEvaluate(fresh)];
  const groups = { wint: createGroup(), verliest: createGroup(), anders: createGroup() };
  let totaal = 0;
  for (const { antwoorden, aantal } of combine(feiten, classes)) {
    totaal += aantal;
    const soort = toKind(former(antwoorden), now(antwoorden));
    if (soort) groups[soort].add(antwoorden, aantal);
  }
  return {
    totaal,
    wint: groups.wint.toGroup(),
    verliest: groups.verliest.toGroup(),
    anders: groups.anders.toGroup(),
  };
}

function toKind(old: Truth, fresh: Truth): 'wint' | 'verliest' | 'anders' | null {
  if (old === fresh) return null;
  if (fresh === 'ja') return 'wint';
  return old === 'ja' ? 'verliest' : 'anders';
}

function listVoorwaarden({ criteria }: ComparedRegels): Voorwaarde[] {
  return criteria.filter(({ weging }) => weging === 'vereist').map(({ voorwaarde }) => voorwaarde);
}

function createEvaluate({ criteria, regel }: ComparedRegels): (antwoorden: Antwoorden) => Truth {
  const voorwaardeOf = new Map(criteria.map(({ id, voorwaarde }) => [id, voorwaarde]));
  return (antwoorden) =>
    evaluateRegel(regel, (id) => {
      const voorwaarde = voorwaardeOf.get(id);
      return voorwaarde ? evaluateVoorwaarde(voorwaarde, antwoorden) : 'onbekend';
    });
}

/** The question with the options of both versions; the kind is that of the newest that has it. */
function mergeVraag(feit: string, old: ComparedContent['vragen'], fresh: ComparedContent['vragen']) {
  const versions = [fresh, old].flatMap((vragen) => vragen.filter((vraag) => vraag.feit === feit));
  const opties = versions.flatMap((vraag) => vraag.opties);
  return {
    type: versions[0]?.type ?? ('keuze' as const),
    opties: [...new Map(opties.toReversed().map((optie) => [optie.id, optie])).values()].toReversed(),
  };
}

function* combine(
  feiten: readonly string[],
  classes: readonly AntwoordClass[][],
): Generator<{ antwoorden: Readonly<Record<string, Antwoord>>; aantal: number }> {
  const [feit, ...restFeiten] = feiten;
  const [own, ...restClasses] = classes;
  if (feit === undefined || !own) {
    yield { antwoorden: {}, aantal: 1 };
    return;
  }
  for (const { antwoorden, aantal } of combine(restFeiten, restClasses)) {
    for (const className of own) {
      yield {
        antwoorden:
          className.antwoord === undefined ? antwoorden : { [feit]: className.antwoord, ...antwoorden },
        aantal: aantal * className.aantal,
      };
    }
  }
}

function createGroup() {
  let aantal = 0;
  let voorbeeld: Antwoorden | null = null;
  const size = (antwoorden: Antwoorden) => Object.values(antwoorden).flat().length;
  return {
    add(antwoorden: Antwoorden, added: number) {
      aantal += added;
      if (voorbeeld === null || size(antwoorden) < size(voorbeeld)) voorbeeld = antwoorden;
    },
    toGroup: (): AntwoordGroup => ({ aantal, voorbeeld }),
  };
}
