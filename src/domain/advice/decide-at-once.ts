import type { Waarheid } from '../evaluation/kleene.ts';
import type { Antwoorden } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import { toLokaleStap } from '../questions/lokale-stap.ts';
import { toSituatie } from '../questions/situatie.ts';
import { toTafelStanden } from '../questions/tafel-stand.ts';
import { findVroegeUitkomst } from '../questions/vroege-uitkomst.ts';
import { type Besluit, decideUitkomst } from './uitkomst.ts';

const OORDEEL = { ja: 'voldoet', nee: 'voldoetNiet', onbekend: 'onvolledig' } as const satisfies Record<
  Waarheid,
  string
>;

/** The outcome for these answers by the plain evaluator, at once: for the check of the content, which cannot wait. */
export function decideAtOnce(model: Beslismodel, gegeven: Antwoorden): Besluit {
  const situatie = toSituatie(model, gegeven);
  const oordelen = toTafelStanden(model, situatie).map(({ tafel, waarheid, geprobeerd }) => ({
    tafel,
    geprobeerd,
    oordeel: OORDEEL[waarheid],
  }));
  const { antwoorden } = situatie;
  return decideUitkomst(findVroegeUitkomst(antwoorden), toLokaleStap(antwoorden), oordelen);
}
