import type { Finding } from '../domain/editing/proof.ts';
import type { Beslismodel } from '../domain/model/beslismodel.ts';
import type { Overlegtafel } from '../domain/model/overlegtafel.ts';
import { canFlip, findPossible, listCases, listTruths, type Possible, type TestCase } from './cases.ts';
import { toFinding, toRegelFile } from './content-fault.ts';
import { isAskedAt } from './when-asked.ts';

/**
 * Checks that answers can reach every oordeel of a table, and that each criterion makes a difference to it.
 * The references of the table must be right already.
 */
export function checkCriteria(model: Beslismodel, tafel: Overlegtafel): Finding[] {
  const bestand = toRegelFile(tafel.id);
  const perCriterium = [...checkAsked(model, tafel), ...checkFixed(model, tafel)];
  // What is wrong with one criterion makes the whole look wrong too: that would only be an echo.
  if (perCriterium.length > 0)
    return perCriterium.map(([plaats, melding]) => toFinding(bestand, plaats, melding));
  const gevallen = listCases(model, [tafel]);
  const melding = describeTafel(tafel, gevallen);
  if (melding) return [toFinding(bestand, 'regel', melding)];
  return findWithoutInfluence(tafel, gevallen).map((id) =>
    toFinding(
      bestand,
      `criteria.${id}`,
      'verandert het oordeel over de tafel nooit, wat er ook wordt geantwoord. Verbeter de voorwaarde of de regel, of haal het criterium weg.',
    ),
  );
}

type Found = [plaats: string, melding: string];

function checkAsked(model: Beslismodel, { id: tafel, regels }: Overlegtafel): Found[] {
  const used = [
    ...regels.criteria.map(({ id, voorwaarde }) => [`criteria.${id}.voorwaarde`, voorwaarde.fact] as const),
    ...(regels.financiering ? [['financiering.feit', regels.financiering.feit] as const] : []),
    ...(regels.bijHetBellen ?? []).map((feit, nummer) => [`bijHetBellen.${nummer}`, feit] as const),
  ];
  return used
    .filter(([, feit]) => !isAskedAt(model, feit, (other) => other === tafel))
    .map(([place, feit]) => [
      place,
      `de vraag "${feit}" wordt niet gevraagd als alleen deze tafel open is. Zet "${tafel}" bij die vraag in rules/vragen.json bij "wanneer.tafels", of gebruik een andere vraag.`,
    ]);
}

function checkFixed(model: Beslismodel, { regels }: Overlegtafel): Found[] {
  return regels.criteria.flatMap(({ id, voorwaarde }): Found[] => {
    const truths = listTruths(model, voorwaarde);
    if (truths.size > 1) return [];
    const altijd = truths.has('ja') ? 'altijd' : 'nooit';
    return [
      [
        `criteria.${id}.voorwaarde`,
        `is met deze waarden ${altijd} waar, welk antwoord er ook komt. Verbeter de waarden.`,
      ],
    ];
  });
}

/** Which oordeel no answers lead to, or null. */
function describeTafel(tafel: Overlegtafel, gevallen: readonly TestCase[]): string | null {
  const possible = new Set(
    gevallen.flatMap((testCase) => [...findPossible(tafel.regels.regel, testCase(tafel))]),
  );
  if (possible.has('onbekend'))
    return 'blijft soms open, ook als alles is beantwoord: een vraag wordt dan niet gesteld. Verbeter wanneer die wordt gevraagd in rules/vragen.json.';
  if (!possible.has('ja'))
    return 'past bij geen enkele combinatie van antwoorden. Kijk welke criteria elkaar uitsluiten.';
  if (!possible.has('nee'))
    return 'past bij elke combinatie van antwoorden, dus de criteria beslissen niets. Verbeter de regel of de waarden.';
  return null;
}

/** The required criteria that could as well always, or never, be true. */
function findWithoutInfluence(tafel: Overlegtafel, gevallen: readonly TestCase[]): string[] {
  const { regel, criteria } = tafel.regels;
  return criteria
    .filter(({ weging }) => weging === 'vereist')
    .map(({ id }) => id)
    .filter((id) => {
      const kerend = gevallen
        .filter((testCase) => canFlip(regel, id, testCase(tafel)))
        .flatMap((testCase) => [...testCase(tafel)(id)]);
      return !(kerend.includes('ja') && kerend.includes('nee'));
    });
}

/** Warns of two tables of which one always fits when the other does: then perhaps one of the two rules is wrong. */
export function findImplications(model: Beslismodel): Finding[] {
  return model.tafels.flatMap((tafel) =>
    model.tafels
      .filter((other) => other !== tafel && sharesFeit(tafel, other) && implies(model, tafel, other))
      .map((other) =>
        toFinding(
          toRegelFile(tafel.id),
          'regel',
          `wie hier past, past altijd ook bij "${other.id}". Kijk of dat klopt.`,
        ),
      ),
  );
}

/** Tables without a fact in common say nothing about each other. */
function sharesFeit(een: Overlegtafel, other: Overlegtafel): boolean {
  const feiten = new Set(listVereist(een));
  return listVereist(other).some((feit) => feiten.has(feit));
}

function listVereist({ regels }: Overlegtafel): string[] {
  return regels.criteria
    .filter(({ weging }) => weging === 'vereist')
    .map(({ voorwaarde }) => voorwaarde.fact);
}

function implies(model: Beslismodel, een: Overlegtafel, other: Overlegtafel): boolean {
  const possible = (testCase: TestCase, tafel: Overlegtafel): Possible =>
    findPossible(tafel.regels.regel, testCase(tafel));
  // Within a case the two have nothing in common any more, so what each can be, they can be together.
  const fitting = listCases(model, [een, other]).filter((testCase) => possible(testCase, een).has('ja'));
  return fitting.length > 0 && fitting.every((testCase) => [...possible(testCase, other)].join() === 'ja');
}
