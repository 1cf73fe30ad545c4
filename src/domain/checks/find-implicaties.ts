import type { Beslismodel } from '../model/beslismodel.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import { type Bevinding, toRegelBestand } from './bevinding.ts';
import { type Geval, listGevallen } from './gevallen.ts';
import { findMogelijk, type Mogelijk } from './mogelijke-waarheden.ts';

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
