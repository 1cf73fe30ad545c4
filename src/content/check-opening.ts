import type { Beslismodel } from '../domain/model/beslismodel.ts';
import type { Overlegtafel } from '../domain/model/overlegtafel.ts';
import { SIGNALEN } from '../domain/model/routing-facts.ts';
import { DONT_KNOW } from '../domain/model/vraag.ts';
import { listTruths } from './cases.ts';
import { type Issue, toRegelFile, VRAGEN_FILE } from './content-fault.ts';
import { isAskedAt } from './when-asked.ts';

/** Checks that every table can be opened, and that every signal opens one. */
export function checkOpening(model: Beslismodel): Issue[] {
  const opties = model.vraagOf.get(SIGNALEN)?.opties ?? [];
  const special = opties.filter(({ id, alleen }) => alleen || id === DONT_KNOW).map(({ id }) => id);
  const used = new Set(model.tafels.map(({ regels }) => regels.signaal));
  return [
    ...model.tafels
      .filter(({ regels }) => special.includes(regels.signaal))
      .map(({ id, regels }) => ({
        bestand: toRegelFile(id),
        plaats: 'signaal',
        melding: `"${regels.signaal}" is geen signaal dat een tafel kan openen. Kies een keuze van "${SIGNALEN}" die naast andere kan staan.`,
      })),
    ...opties
      .filter(({ id }) => !special.includes(id) && !used.has(id))
      .map(({ id }) => ({
        bestand: VRAGEN_FILE,
        plaats: `${SIGNALEN}.opties.${id}`,
        melding:
          'opent geen enkele tafel. Noem het bij "signaal" van een tafel in rules/, of haal de keuze weg.',
      })),
    ...model.tafels.flatMap((tafel) => [...checkAlsoOpenedBy(model, tafel), ...checkVoorziening(tafel)]),
  ];
}

function checkAlsoOpenedBy(model: Beslismodel, { id, regels }: Overlegtafel): Issue[] {
  const { ookGeopendDoor, signaal } = regels;
  if (!ookGeopendDoor || !model.vraagOf.has(ookGeopendDoor.fact)) return [];
  const report = (melding: string) => [{ bestand: toRegelFile(id), plaats: 'ookGeopendDoor', melding }];
  if (!listTruths(model, ookGeopendDoor).has('ja'))
    return report('is nooit waar, welk antwoord er ook komt. Verbeter de waarde.');
  const isOther = (other: string) => model.tafelOf.get(other)?.regels.signaal !== signaal;
  return isAskedAt(model, ookGeopendDoor.fact, isOther)
    ? []
    : report(
        `"${ookGeopendDoor.fact}" wordt alleen gevraagd als deze tafel al open is, en opent haar dus nooit. Gebruik een ander feit, of haal dit weg.`,
      );
}

/** A provision is in none of the lists that these two are about, so there they would say something without any effect. */
function checkVoorziening({ id, soort, regels }: Overlegtafel): Issue[] {
  if (soort !== 'voorziening') return [];
  const report = (plaats: string) => ({
    bestand: toRegelFile(id),
    plaats,
    melding: 'heeft bij een voorziening geen betekenis: die staat naast de tafels. Zet dit op false.',
  });
  return [
    ...(regels.spoed ? [report('spoed')] : []),
    ...(regels.slaatLokaalOver.ja ? [report('slaatLokaalOver.ja')] : []),
  ];
}
