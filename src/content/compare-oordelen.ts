import { evaluateRegel, evaluateVoorwaarde, type Truth } from '../domain/evaluation/kleene.ts';
import type { Antwoord, Antwoorden } from '../domain/model/antwoorden.ts';
import type { Voorwaarde } from '../domain/model/regel.ts';
import { type AntwoordKlasse, toAntwoordKlassen } from './antwoord-classes.ts';
import type { Inhoud, VergelekenRegels } from './read-version.ts';

/** More kinds of answer sets than this are not tried one by one. */
const GRENS = 200_000;

/** Answer sets to the facts of one table: how many, and the one with the fewest answers. */
export interface AntwoordGroep {
  readonly aantal: number;
  readonly voorbeeld: Antwoorden | null;
}

/** What a change of the rules of a table does to all answer sets. */
export interface OordeelVerschil {
  readonly totaal: number;
  /** The table fits now, and did not before. */
  readonly wint: AntwoordGroep;
  /** The table fitted before, and does not any more. */
  readonly verliest: AntwoordGroep;
  /** Between "does not fit" and "not known yet". */
  readonly anders: AntwoordGroep;
}

/**
 * Compares what two versions of the rules of a table make of every set of answers to its facts, three-valued and
 * exact. A fact that a version does not have changes nothing there.
 * @returns null when there are too many kinds of answer sets.
 */
export function compareOordelen(
  [oudeVragen, oud]: readonly [Inhoud['vragen'], VergelekenRegels],
  [nieuweVragen, nieuw]: readonly [Inhoud['vragen'], VergelekenRegels],
): OordeelVerschil | null {
  const voorwaarden = [...listVoorwaarden(oud), ...listVoorwaarden(nieuw)];
  const feiten = [...new Set(voorwaarden.map(({ fact }) => fact))];
  const klassen = feiten.map((feit) =>
    toAntwoordKlassen(
      mergeVraag(feit, oudeVragen, nieuweVragen),
      voorwaarden.filter(({ fact }) => fact === feit),
    ),
  );
  if (klassen.reduce((product, { length }) => product * length, 1) > GRENS) return null;
  const [vroeger, nu] = [createEvaluate(oud), createEvaluate(nieuw)];
  const groepen = { wint: createGroep(), verliest: createGroep(), anders: createGroep() };
  let totaal = 0;
  for (const { antwoorden, aantal } of combine(feiten, klassen)) {
    totaal += aantal;
    const soort = toSoort(vroeger(antwoorden), nu(antwoorden));
    if (soort) groepen[soort].add(antwoorden, aantal);
  }
  return {
    totaal,
    wint: groepen.wint.toGroep(),
    verliest: groepen.verliest.toGroep(),
    anders: groepen.anders.toGroep(),
  };
}

function toSoort(oud: Truth, nieuw: Truth): 'wint' | 'verliest' | 'anders' | null {
  if (oud === nieuw) return null;
  if (nieuw === 'ja') return 'wint';
  return oud === 'ja' ? 'verliest' : 'anders';
}

function listVoorwaarden({ criteria }: VergelekenRegels): Voorwaarde[] {
  return criteria.filter(({ weging }) => weging === 'vereist').map(({ voorwaarde }) => voorwaarde);
}

function createEvaluate({ criteria, regel }: VergelekenRegels): (antwoorden: Antwoorden) => Truth {
  const voorwaardeVan = new Map(criteria.map(({ id, voorwaarde }) => [id, voorwaarde]));
  return (antwoorden) =>
    evaluateRegel(regel, (id) => {
      const voorwaarde = voorwaardeVan.get(id);
      return voorwaarde ? evaluateVoorwaarde(voorwaarde, antwoorden) : 'onbekend';
    });
}

/** The question with the options of both versions; the kind is that of the newest that has it. */
function mergeVraag(feit: string, oude: Inhoud['vragen'], nieuwe: Inhoud['vragen']) {
  const versies = [nieuwe, oude].flatMap((vragen) => vragen.filter((vraag) => vraag.feit === feit));
  const opties = versies.flatMap((vraag) => vraag.opties);
  return {
    type: versies[0]?.type ?? ('keuze' as const),
    opties: [...new Map(opties.toReversed().map((optie) => [optie.id, optie])).values()].toReversed(),
  };
}

function* combine(
  feiten: readonly string[],
  klassen: readonly AntwoordKlasse[][],
): Generator<{ antwoorden: Readonly<Record<string, Antwoord>>; aantal: number }> {
  const [feit, ...restFeiten] = feiten;
  const [eigen, ...restKlassen] = klassen;
  if (feit === undefined || !eigen) {
    yield { antwoorden: {}, aantal: 1 };
    return;
  }
  for (const { antwoorden, aantal } of combine(restFeiten, restKlassen)) {
    for (const klasse of eigen) {
      yield {
        antwoorden: klasse.antwoord === undefined ? antwoorden : { [feit]: klasse.antwoord, ...antwoorden },
        aantal: aantal * klasse.aantal,
      };
    }
  }
}

function createGroep() {
  let aantal = 0;
  let voorbeeld: Antwoorden | null = null;
  const grootte = (antwoorden: Antwoorden) => Object.values(antwoorden).flat().length;
  return {
    add(antwoorden: Antwoorden, erbij: number) {
      aantal += erbij;
      if (voorbeeld === null || grootte(antwoorden) < grootte(voorbeeld)) voorbeeld = antwoorden;
    },
    toGroep: (): AntwoordGroep => ({ aantal, voorbeeld }),
  };
}
