import { decideAtOnce } from '../domain/advice/uitkomst.ts';
import { parseAntwoorden } from '../domain/answers/parse-antwoorden.ts';
import type { Beslismodel } from '../domain/model/beslismodel.ts';
import type { Voorbeeld } from '../domain/model/uitkomst.ts';
import { findNextVraag } from '../domain/questions/next-question.ts';
import { isRelevant, toSituatie } from '../domain/questions/situatie.ts';
import type { Issue } from './content-fault.ts';

const FILE = 'tables/voorbeelden.json';

/** Whether the examples can still be walked: their answers exist, are all that is asked, and lead where they say. */
export function checkVoorbeelden(model: Beslismodel, voorbeelden: readonly Voorbeeld[]): Issue[] {
  return voorbeelden.flatMap((voorbeeld, nummer) => {
    const place = `voorbeelden.${nummer}`;
    const parsed = parseAntwoorden(model.vraagOf, voorbeeld.antwoorden);
    if ('fouten' in parsed) {
      return parsed.fouten.map(({ feit }) => ({
        bestand: FILE,
        plaats: `${place}.antwoorden.${feit}`,
        melding: `is geen antwoord op een vraag in rules/vragen.json. Verbeter het antwoord van "${voorbeeld.id}".`,
      }));
    }
    return checkWay(model, voorbeeld, place);
  });
}

function checkWay(model: Beslismodel, { antwoorden, uitkomst, tafels }: Voorbeeld, place: string): Issue[] {
  const next = findNextVraag(model, antwoorden);
  if (next) {
    return [
      {
        bestand: FILE,
        plaats: `${place}.antwoorden`,
        melding: `mist het antwoord op "${next.feit}", die dan wordt gevraagd. Voeg het toe.`,
      },
    ];
  }
  const situatie = toSituatie(model, antwoorden);
  const teveel = Object.keys(antwoorden).filter((feit) => !isRelevant(model, situatie, feit));
  const decision = decideAtOnce(model, antwoorden);
  const now = [...decision.tafels, ...decision.voorzieningen];
  return [
    ...teveel.map((feit) => ({
      bestand: FILE,
      plaats: `${place}.antwoorden.${feit}`,
      melding: 'wordt bij deze antwoorden niet gevraagd. Haal het weg.',
    })),
    ...(decision.uitkomst === uitkomst
      ? []
      : [
          {
            bestand: FILE,
            plaats: `${place}.uitkomst`,
            melding: `is "${uitkomst}", maar het advies is "${decision.uitkomst}". Verbeter het voorbeeld of de regels.`,
          },
        ]),
    ...(now.toSorted().join() === tafels.toSorted().join()
      ? []
      : [
          {
            bestand: FILE,
            plaats: `${place}.tafels`,
            melding: `is "${tafels.join(', ')}", maar nu past "${now.join(', ')}". Verbeter het voorbeeld of de regels.`,
          },
        ]),
  ];
}
