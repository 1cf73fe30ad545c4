import type { Beslismodel } from '../domain/model/beslismodel.ts';
import type { Content } from '../domain/model/content.ts';
import type { Overlegtafel } from '../domain/model/overlegtafel.ts';
import type { Regel, Voorwaarde } from '../domain/model/regel.ts';
import { SIGNALEN } from '../domain/model/routing-facts.ts';
import { DONT_KNOW, type Vraag } from '../domain/model/vraag.ts';
import { listTruths } from './cases.ts';
import { ROUTEVRAGEN } from './check-vragen.ts';
import { type Issue, toRegelFile, VRAGEN_FILE } from './content-fault.ts';
import { isAskedAt } from './when-asked.ts';

/** Checks that questions and rules fit together: facts, options, operators, and every criterion used once. */
export function checkRegels(content: Content): Issue[] {
  const vraagOf = new Map(content.vragen.map((vraag) => [vraag.feit, vraag]));
  return [...checkVragen(content, vraagOf), ...content.tafels.flatMap((tafel) => checkTafel(tafel, vraagOf))];
}

function checkVragen({ vragen, tafels }: Content, vraagOf: ReadonlyMap<string, Vraag>): Issue[] {
  const bestand = 'rules/vragen.json';
  const tafelIds = new Set(tafels.map(({ id }) => id));
  const faults: Issue[] = Object.keys(ROUTEVRAGEN)
    .filter((feit) => !vraagOf.has(feit))
    .map((feit) => ({
      bestand,
      plaats: feit,
      melding: 'deze vraag ontbreekt; de route hangt ervan af. Zet de vraag terug.',
    }));
  vragen.forEach(({ feit, wanneer, type, opties }, index) => {
    const earlier = vragen.slice(0, index).map((vraag) => vraag.feit);
    if ('feit' in wanneer && !earlier.includes(wanneer.feit)) {
      faults.push({
        bestand,
        plaats: `${feit}.wanneer`,
        melding: `hangt af van "${wanneer.feit}", die niet eerder wordt gevraagd.`,
      });
    }
    if ('feit' in wanneer && !vraagOf.get(wanneer.feit)?.opties.some(({ id }) => id === wanneer.is)) {
      faults.push({
        bestand,
        plaats: `${feit}.wanneer.is`,
        melding: `"${wanneer.is}" is geen keuze van "${wanneer.feit}".`,
      });
    }
    for (const id of 'tafels' in wanneer ? wanneer.tafels : []) {
      if (!tafelIds.has(id))
        faults.push({ bestand, plaats: `${feit}.wanneer.tafels`, melding: `tafel "${id}" bestaat niet.` });
    }
    if (type !== 'meerkeuze' && opties.some(({ alleen }) => alleen)) {
      faults.push({
        bestand,
        plaats: `${feit}.opties`,
        melding: '"alleen" hoort alleen bij een meerkeuzevraag.',
      });
    }
    if (new Set(opties.map(({ id }) => id)).size < opties.length) {
      faults.push({ bestand, plaats: `${feit}.opties`, melding: 'een keuze staat er twee keer.' });
    }
  });
  return faults;
}

function checkTafel({ id: tafel, regels }: Overlegtafel, vraagOf: ReadonlyMap<string, Vraag>): Issue[] {
  const bestand = `rules/${tafel}.json`;
  const faults: Issue[] = [];
  const report = (plaats: string, melding: string | null) => {
    if (melding) faults.push({ bestand, plaats, melding });
  };
  const ids = regels.criteria.map(({ id }) => id);
  for (const { id, voorwaarde } of regels.criteria) {
    report(`criteria.${id}.voorwaarde`, checkVoorwaarde(voorwaarde, vraagOf));
    if (ids.filter((other) => other === id).length > 1)
      report(`criteria.${id}`, 'staat er twee keer. Geef elk een eigen id.');
  }
  const used = findCriteria(regels.regel);
  for (const { id, weging } of regels.criteria) {
    const times = used.filter((naam) => naam === id).length;
    if (weging === 'vereist' && times !== 1)
      report('regel', `noemt het vereiste criterium "${id}" ${times} keer; het moet er precies één keer in.`);
    if (weging === 'aandachtspunt' && times > 0)
      report('regel', `noemt "${id}", maar een aandachtspunt beslist nooit mee. Haal het eruit.`);
  }
  for (const naam of used) {
    if (!ids.includes(naam))
      report('regel', `noemt het onbekende criterium "${naam}". Voeg het toe of verbeter het id.`);
  }
  if (!vraagOf.get(SIGNALEN)?.opties.some(({ id }) => id === regels.signaal)) {
    report('signaal', `"${regels.signaal}" is geen keuze van "${SIGNALEN}" in rules/vragen.json.`);
  }
  if (regels.ookGeopendDoor) report('ookGeopendDoor', checkVoorwaarde(regels.ookGeopendDoor, vraagOf));
  if (regels.financiering && vraagOf.get(regels.financiering.feit)?.type !== 'jaNee') {
    report('financiering.feit', `"${regels.financiering.feit}" is geen ja/nee-vraag in rules/vragen.json.`);
  }
  return faults;
}

function findCriteria(regel: Regel): string[] {
  if ('condition' in regel) return [regel.condition];
  return ('any' in regel ? regel.any : regel.all).flatMap(findCriteria);
}

/** What is wrong with a condition, or null. */
function checkVoorwaarde(
  { fact, operator, value }: Voorwaarde,
  vraagOf: ReadonlyMap<string, Vraag>,
): string | null {
  const vraag = vraagOf.get(fact);
  if (!vraag)
    return `feit "${fact}" staat niet in rules/vragen.json. Verbeter het feit of voeg de vraag toe.`;
  if ((operator === 'is') !== (typeof value === 'string')) {
    return operator === 'is'
      ? 'bij "is" hoort één waarde, geen lijst.'
      : `bij "${operator}" hoort een lijst van waarden.`;
  }
  if ((operator === 'bevatEenVan') !== (vraag.type === 'meerkeuze')) {
    return `operator "${operator}" past niet bij een vraag van het type ${vraag.type}.`;
  }
  if ([value].flat().includes(DONT_KNOW))
    return `"${DONT_KNOW}" is een open antwoord: daarmee wordt een voorwaarde nooit waar of onwaar. Haal het weg.`;
  const onbekend = [value].flat().filter((waarde) => !vraag.opties.some(({ id }) => id === waarde));
  return onbekend.length > 0 ? `"${onbekend.join('", "')}" is geen keuze van de vraag "${fact}".` : null;
}

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
