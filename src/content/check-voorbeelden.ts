import { decideAtOnce } from '../domain/advice/uitkomst.ts';
import { parseAntwoorden } from '../domain/answers/parse-antwoorden.ts';
import type { Beslismodel } from '../domain/model/beslismodel.ts';
import type { Voorbeeld } from '../domain/model/uitkomst.ts';
import { findNextVraag } from '../domain/questions/next-question.ts';
import { isRelevant, toSituatie } from '../domain/questions/situatie.ts';
import type { Bevinding } from './content-fault.ts';

const BESTAND = 'tables/voorbeelden.json';

/** Whether the examples can still be walked: their answers exist, are all that is asked, and lead where they say. */
export function checkVoorbeelden(model: Beslismodel, voorbeelden: readonly Voorbeeld[]): Bevinding[] {
  return voorbeelden.flatMap((voorbeeld, nummer) => {
    const plaats = `voorbeelden.${nummer}`;
    const gelezen = parseAntwoorden(model.vraagOf, voorbeeld.antwoorden);
    if ('fouten' in gelezen) {
      return gelezen.fouten.map(({ feit }) => ({
        bestand: BESTAND,
        plaats: `${plaats}.antwoorden.${feit}`,
        melding: `is geen antwoord op een vraag in rules/vragen.json. Verbeter het antwoord van "${voorbeeld.id}".`,
      }));
    }
    return checkWeg(model, voorbeeld, plaats);
  });
}

function checkWeg(
  model: Beslismodel,
  { antwoorden, uitkomst, tafels }: Voorbeeld,
  plaats: string,
): Bevinding[] {
  const volgende = findNextVraag(model, antwoorden);
  if (volgende) {
    return [
      {
        bestand: BESTAND,
        plaats: `${plaats}.antwoorden`,
        melding: `mist het antwoord op "${volgende.feit}", die dan wordt gevraagd. Voeg het toe.`,
      },
    ];
  }
  const situatie = toSituatie(model, antwoorden);
  const teveel = Object.keys(antwoorden).filter((feit) => !isRelevant(model, situatie, feit));
  const besluit = decideAtOnce(model, antwoorden);
  const nu = [...besluit.tafels, ...besluit.voorzieningen];
  return [
    ...teveel.map((feit) => ({
      bestand: BESTAND,
      plaats: `${plaats}.antwoorden.${feit}`,
      melding: 'wordt bij deze antwoorden niet gevraagd. Haal het weg.',
    })),
    ...(besluit.uitkomst === uitkomst
      ? []
      : [
          {
            bestand: BESTAND,
            plaats: `${plaats}.uitkomst`,
            melding: `is "${uitkomst}", maar het advies is "${besluit.uitkomst}". Verbeter het voorbeeld of de regels.`,
          },
        ]),
    ...(nu.toSorted().join() === tafels.toSorted().join()
      ? []
      : [
          {
            bestand: BESTAND,
            plaats: `${plaats}.tafels`,
            melding: `is "${tafels.join(', ')}", maar nu past "${nu.join(', ')}". Verbeter het voorbeeld of de regels.`,
          },
        ]),
  ];
}
