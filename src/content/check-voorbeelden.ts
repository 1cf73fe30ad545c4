import { decideAtOnce } from '../domain/advice/uitkomst.ts';
import { parseAntwoorden } from '../domain/answers/parse-antwoorden.ts';
import type { Finding } from '../domain/editing/proof.ts';
import type { Beslismodel } from '../domain/model/beslismodel.ts';
import type { Voorbeeld } from '../domain/model/uitkomst.ts';
import { findNextVraag } from '../domain/questions/next-question.ts';
import { isRelevant, toSituatie } from '../domain/questions/situatie.ts';
import { collect } from './content-fault.ts';

const FILE = 'tables/voorbeelden.json';

/** Whether the examples can still be walked: their answers exist, are all that is asked, and lead where they say. */
export function checkVoorbeelden(model: Beslismodel, voorbeelden: readonly Voorbeeld[]): Finding[] {
  return collect((report) => {
    for (const [nummer, voorbeeld] of voorbeelden.entries()) {
      const wrong = (plaats: string, melding: string) =>
        report(FILE, `voorbeelden.${nummer}.${plaats}`, melding);
      const parsed = parseAntwoorden(model.vraagOf, voorbeeld.antwoorden);
      if (!('fouten' in parsed)) {
        checkWay(model, voorbeeld, wrong);
        continue;
      }
      const melding = `is geen antwoord op een vraag in rules/vragen.json. Verbeter het antwoord van "${voorbeeld.id}".`;
      for (const { feit } of parsed.fouten) wrong(`antwoorden.${feit}`, melding);
    }
  });
}

function checkWay(
  model: Beslismodel,
  { antwoorden, uitkomst, tafels }: Voorbeeld,
  wrong: (plaats: string, melding: string) => void,
): void {
  const next = findNextVraag(model, antwoorden);
  if (next) {
    wrong('antwoorden', `mist het antwoord op "${next.feit}", die dan wordt gevraagd. Voeg het toe.`);
    return;
  }
  const situatie = toSituatie(model, antwoorden);
  for (const feit of Object.keys(antwoorden))
    if (!isRelevant(model, situatie, feit))
      wrong(`antwoorden.${feit}`, 'wordt bij deze antwoorden niet gevraagd. Haal het weg.');
  const decision = decideAtOnce(model, antwoorden);
  const now = [...decision.tafels, ...decision.voorzieningen];
  const remedy = 'Verbeter het voorbeeld of de regels.';
  if (decision.uitkomst !== uitkomst)
    wrong('uitkomst', `is "${uitkomst}", maar het advies is "${decision.uitkomst}". ${remedy}`);
  if (now.toSorted().join() !== tafels.toSorted().join())
    wrong('tafels', `is "${tafels.join(', ')}", maar nu past "${now.join(', ')}". ${remedy}`);
}
