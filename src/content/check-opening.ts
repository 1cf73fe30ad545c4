import type { Beslismodel } from '../domain/model/beslismodel.ts';
import type { Overlegtafel } from '../domain/model/overlegtafel.ts';
import { SIGNALEN } from '../domain/model/routing-facts.ts';
import { DONT_KNOW } from '../domain/model/vraag.ts';
import { listWaarheden } from './cases.ts';
import { type Bevinding, toRegelBestand, VRAGEN_BESTAND } from './content-fault.ts';
import { isGevraagdBij } from './when-asked.ts';

/** Checks that every table can be opened, and that every signal opens one. */
export function checkOpenen(model: Beslismodel): Bevinding[] {
  const opties = model.vraagOf.get(SIGNALEN)?.opties ?? [];
  const bijzonder = opties.filter(({ id, alleen }) => alleen || id === DONT_KNOW).map(({ id }) => id);
  const gebruikt = new Set(model.tafels.map(({ regels }) => regels.signaal));
  return [
    ...model.tafels
      .filter(({ regels }) => bijzonder.includes(regels.signaal))
      .map(({ id, regels }) => ({
        bestand: toRegelBestand(id),
        plaats: 'signaal',
        melding: `"${regels.signaal}" is geen signaal dat een tafel kan openen. Kies een keuze van "${SIGNALEN}" die naast andere kan staan.`,
      })),
    ...opties
      .filter(({ id }) => !bijzonder.includes(id) && !gebruikt.has(id))
      .map(({ id }) => ({
        bestand: VRAGEN_BESTAND,
        plaats: `${SIGNALEN}.opties.${id}`,
        melding:
          'opent geen enkele tafel. Noem het bij "signaal" van een tafel in rules/, of haal de keuze weg.',
      })),
    ...model.tafels.flatMap((tafel) => [...checkOokGeopendDoor(model, tafel), ...checkVoorziening(tafel)]),
  ];
}

function checkOokGeopendDoor(model: Beslismodel, { id, regels }: Overlegtafel): Bevinding[] {
  const { ookGeopendDoor, signaal } = regels;
  if (!ookGeopendDoor || !model.vraagOf.has(ookGeopendDoor.fact)) return [];
  const meld = (melding: string) => [{ bestand: toRegelBestand(id), plaats: 'ookGeopendDoor', melding }];
  if (!listWaarheden(model, ookGeopendDoor).has('ja'))
    return meld('is nooit waar, welk antwoord er ook komt. Verbeter de waarde.');
  const isAndere = (ander: string) => model.tafelOf.get(ander)?.regels.signaal !== signaal;
  return isGevraagdBij(model, ookGeopendDoor.fact, isAndere)
    ? []
    : meld(
        `"${ookGeopendDoor.fact}" wordt alleen gevraagd als deze tafel al open is, en opent haar dus nooit. Gebruik een ander feit, of haal dit weg.`,
      );
}

/** A provision is in none of the lists that these two are about, so there they would say something without any effect. */
function checkVoorziening({ id, soort, regels }: Overlegtafel): Bevinding[] {
  if (soort !== 'voorziening') return [];
  const meld = (plaats: string) => ({
    bestand: toRegelBestand(id),
    plaats,
    melding: 'heeft bij een voorziening geen betekenis: die staat naast de tafels. Zet dit op false.',
  });
  return [
    ...(regels.spoed ? [meld('spoed')] : []),
    ...(regels.slaatLokaalOver.ja ? [meld('slaatLokaalOver.ja')] : []),
  ];
}
