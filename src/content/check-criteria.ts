import type { Beslismodel } from '../domain/model/beslismodel.ts';
import type { Overlegtafel } from '../domain/model/overlegtafel.ts';
import { findMogelijk, type Geval, kanKeren, listGevallen, listWaarheden, type Mogelijk } from './cases.ts';
import { type Bevinding, toRegelBestand } from './content-fault.ts';
import { isGevraagdBij } from './when-asked.ts';

/**
 * Checks that answers can reach every oordeel of a table, and that each criterion makes a difference to it.
 * The references of the table must be right already.
 */
export function checkCriteria(model: Beslismodel, tafel: Overlegtafel): Bevinding[] {
  const bestand = toRegelBestand(tafel.id);
  const perCriterium = [...checkGevraagd(model, tafel), ...checkVast(model, tafel)];
  // What is wrong with one criterion makes the whole look wrong too: that would only be an echo.
  if (perCriterium.length > 0) return perCriterium.map(([plaats, melding]) => ({ bestand, plaats, melding }));
  const gevallen = listGevallen(model, [tafel]);
  const melding = describeTafel(tafel, gevallen);
  if (melding) return [{ bestand, plaats: 'regel', melding }];
  return findZonderInvloed(tafel, gevallen).map((id) => ({
    bestand,
    plaats: `criteria.${id}`,
    melding:
      'verandert het oordeel over de tafel nooit, wat er ook wordt geantwoord. Verbeter de voorwaarde of de regel, of haal het criterium weg.',
  }));
}

type Gevonden = [plaats: string, melding: string];

function checkGevraagd(model: Beslismodel, { id: tafel, regels }: Overlegtafel): Gevonden[] {
  const gebruikt = [
    ...regels.criteria.map(({ id, voorwaarde }) => [`criteria.${id}.voorwaarde`, voorwaarde.fact] as const),
    ...(regels.financiering ? [['financiering.feit', regels.financiering.feit] as const] : []),
    ...(regels.bijHetBellen ?? []).map((feit, nummer) => [`bijHetBellen.${nummer}`, feit] as const),
  ];
  return gebruikt
    .filter(([, feit]) => !isGevraagdBij(model, feit, (ander) => ander === tafel))
    .map(([plaats, feit]) => [
      plaats,
      `"${feit}" wordt niet gevraagd als alleen deze tafel open is. Zet "${tafel}" bij wanneer.tafels van die vraag in rules/vragen.json, of gebruik een ander feit.`,
    ]);
}

function checkVast(model: Beslismodel, { regels }: Overlegtafel): Gevonden[] {
  return regels.criteria.flatMap(({ id, voorwaarde }): Gevonden[] => {
    const waarheden = listWaarheden(model, voorwaarde);
    if (waarheden.size > 1) return [];
    const altijd = waarheden.has('ja') ? 'altijd' : 'nooit';
    return [
      [
        `criteria.${id}.voorwaarde`,
        `is met deze waarden ${altijd} waar, welk antwoord er ook komt. Verbeter de waarden.`,
      ],
    ];
  });
}

/** Which oordeel no answers lead to, or null. */
function describeTafel(tafel: Overlegtafel, gevallen: readonly Geval[]): string | null {
  const mogelijk = new Set(gevallen.flatMap((geval) => [...findMogelijk(tafel.regels.regel, geval(tafel))]));
  if (mogelijk.has('onbekend'))
    return 'blijft soms open, ook als alles is beantwoord: een vraag wordt dan niet gesteld. Verbeter wanneer die wordt gevraagd in rules/vragen.json.';
  if (!mogelijk.has('ja'))
    return 'past bij geen enkele combinatie van antwoorden. Kijk welke criteria elkaar uitsluiten.';
  if (!mogelijk.has('nee'))
    return 'past bij elke combinatie van antwoorden, dus de criteria beslissen niets. Verbeter de regel of de waarden.';
  return null;
}

/** The required criteria that could as well always, or never, be true. */
function findZonderInvloed(tafel: Overlegtafel, gevallen: readonly Geval[]): string[] {
  const { regel, criteria } = tafel.regels;
  return criteria
    .filter(({ weging }) => weging === 'vereist')
    .map(({ id }) => id)
    .filter((id) => {
      const kerend = gevallen
        .filter((geval) => kanKeren(regel, id, geval(tafel)))
        .flatMap((geval) => [...geval(tafel)(id)]);
      return !(kerend.includes('ja') && kerend.includes('nee'));
    });
}

/** Warns of two tables of which one always fits when the other does: then perhaps one of the two rules is wrong. */
export function findImplicaties(model: Beslismodel): Bevinding[] {
  return model.tafels.flatMap((tafel) =>
    model.tafels
      .filter((ander) => ander !== tafel && deeltFeit(tafel, ander) && impliceert(model, tafel, ander))
      .map((ander) => ({
        bestand: toRegelBestand(tafel.id),
        plaats: 'regel',
        melding: `wie hier past, past altijd ook bij "${ander.id}". Kijk of dat klopt.`,
      })),
  );
}

/** Tables without a fact in common say nothing about each other. */
function deeltFeit(een: Overlegtafel, ander: Overlegtafel): boolean {
  const feiten = new Set(listVereist(een));
  return listVereist(ander).some((feit) => feiten.has(feit));
}

function listVereist({ regels }: Overlegtafel): string[] {
  return regels.criteria
    .filter(({ weging }) => weging === 'vereist')
    .map(({ voorwaarde }) => voorwaarde.fact);
}

function impliceert(model: Beslismodel, een: Overlegtafel, ander: Overlegtafel): boolean {
  const mogelijk = (geval: Geval, tafel: Overlegtafel): Mogelijk =>
    findMogelijk(tafel.regels.regel, geval(tafel));
  // Within a case the two have nothing in common any more, so what each can be, they can be together.
  const passend = listGevallen(model, [een, ander]).filter((geval) => mogelijk(geval, een).has('ja'));
  return passend.length > 0 && passend.every((geval) => [...mogelijk(geval, ander)].join() === 'ja');
}
