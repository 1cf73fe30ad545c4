import type { Finding } from '../domain/editing/proof.ts';
import type { Beslismodel } from '../domain/model/beslismodel.ts';
import type { Content } from '../domain/model/content.ts';
import type { Overlegtafel } from '../domain/model/overlegtafel.ts';
import type { Regel, Voorwaarde } from '../domain/model/regel.ts';
import { SIGNALEN } from '../domain/model/routing-facts.ts';
import { DONT_KNOW, type Vraag } from '../domain/model/vraag.ts';
import { listTruths } from './cases.ts';
import { ROUTEVRAGEN } from './check-vragen.ts';
import { collect, type Report, toRegelFile, VRAGEN_FILE } from './content-fault.ts';
import { isAskedAt } from './when-asked.ts';

/** Checks that questions and rules fit together: facts, options, operators, and every criterion used once. */
export function checkRegels(content: Content): Finding[] {
  const vraagOf = new Map(content.vragen.map((vraag) => [vraag.feit, vraag]));
  return collect((report) => {
    checkVragen(content, vraagOf, report);
    for (const tafel of content.tafels) checkTafel(tafel, vraagOf, report);
  });
}

type VraagOf = ReadonlyMap<string, Vraag>;

function checkVragen({ vragen, tafels }: Content, vraagOf: VraagOf, report: Report): void {
  const wrong = (plaats: string, melding: string) => report(VRAGEN_FILE, plaats, melding);
  const tafelIds = new Set(tafels.map(({ id }) => id));
  for (const feit of Object.keys(ROUTEVRAGEN))
    if (!vraagOf.has(feit)) wrong(feit, 'deze vraag ontbreekt; de route hangt ervan af. Zet de vraag terug.');
  vragen.forEach(({ feit, wanneer, type, opties }, index) => {
    if ('feit' in wanneer) {
      if (!vragen.slice(0, index).some((vraag) => vraag.feit === wanneer.feit))
        wrong(
          `${feit}.wanneer`,
          `hangt af van de vraag "${wanneer.feit}", die niet eerder wordt gevraagd. Kies een vraag die ervoor staat.`,
        );
      if (!vraagOf.get(wanneer.feit)?.opties.some(({ id }) => id === wanneer.is))
        wrong(
          `${feit}.wanneer.is`,
          `"${wanneer.is}" is geen keuze van de vraag "${wanneer.feit}". Kies een antwoord van die vraag.`,
        );
    }
    for (const id of 'tafels' in wanneer ? wanneer.tafels : [])
      if (!tafelIds.has(id))
        wrong(`${feit}.wanneer.tafels`, `tafel "${id}" bestaat niet. Haal die hier weg.`);
    if (type !== 'meerkeuze' && opties.some(({ alleen }) => alleen))
      wrong(`${feit}.opties`, '"alleen" hoort alleen bij een meerkeuzevraag.');
    if (new Set(opties.map(({ id }) => id)).size < opties.length)
      wrong(`${feit}.opties`, 'een keuze staat er twee keer.');
  });
}

function checkTafel({ id: tafel, regels }: Overlegtafel, vraagOf: VraagOf, report: Report): void {
  const wrong = (plaats: string, melding: string | null) => {
    if (melding) report(toRegelFile(tafel), plaats, melding);
  };
  const { criteria, signaal, ookGeopendDoor, financiering } = regels;
  const ids = criteria.map(({ id }) => id);
  for (const { id, voorwaarde, alsNee, alsNeeAdvies } of criteria) {
    wrong(`criteria.${id}.voorwaarde`, checkVoorwaarde(voorwaarde, vraagOf));
    // The steps below that heading begin with it.
    if (alsNeeAdvies !== undefined && alsNee === undefined)
      wrong(
        `criteria.${id}.alsNeeAdvies`,
        'is een kop zonder uitleg. Schrijf ook wat de lezer eerst moet weten als dit niet zo is, of haal de kop weg.',
      );
    if (ids.filter((other) => other === id).length > 1)
      wrong(`criteria.${id}`, 'staat er twee keer. Geef elk een eigen id.');
  }
  const used = findCriteria(regels.regel);
  for (const { id, weging } of criteria) {
    const times = used.filter((naam) => naam === id).length;
    if (weging === 'vereist' && times !== 1)
      wrong(
        'regel',
        times === 0
          ? `het vereiste criterium "${id}" staat er nog niet in. Voeg een deel toe, en kies daar dit criterium.`
          : `het vereiste criterium "${id}" staat er ${times} keer in. Laat het er één keer staan.`,
      );
    if (weging === 'aandachtspunt' && times > 0)
      wrong('regel', `noemt "${id}", maar een aandachtspunt beslist nooit mee. Haal het eruit.`);
  }
  for (const naam of used)
    if (!ids.includes(naam))
      wrong('regel', `noemt het criterium "${naam}", dat er niet is. Voeg het toe, of kies een ander.`);
  if (!vraagOf.get(SIGNALEN)?.opties.some(({ id }) => id === signaal))
    wrong('signaal', `"${signaal}" is geen keuze van de vraag "${SIGNALEN}" in ${VRAGEN_FILE}.`);
  if (ookGeopendDoor) wrong('ookGeopendDoor', checkVoorwaarde(ookGeopendDoor, vraagOf));
  if (financiering && vraagOf.get(financiering.feit)?.type !== 'jaNee')
    wrong('financiering.feit', `"${financiering.feit}" is geen ja/nee-vraag in ${VRAGEN_FILE}.`);
}

function findCriteria(regel: Regel): string[] {
  if ('condition' in regel) return [regel.condition];
  return ('any' in regel ? regel.any : regel.all).flatMap(findCriteria);
}

/** What is wrong with a condition, or null. */
function checkVoorwaarde({ fact, operator, value }: Voorwaarde, vraagOf: VraagOf): string | null {
  const vraag = vraagOf.get(fact);
  if (!vraag)
    return `de vraag "${fact}" staat niet in rules/vragen.json. Kies een andere vraag, of voeg deze daar toe.`;
  if ((operator === 'is') !== (typeof value === 'string')) {
    return operator === 'is'
      ? 'bij "is" hoort één waarde, geen lijst. Kies één antwoord, of gebruik "isEenVan".'
      : `bij "${operator}" hoort een lijst van waarden. Zet de waarde in een lijst.`;
  }
  if ((operator === 'bevatEenVan') !== (vraag.type === 'meerkeuze')) {
    return vraag.type === 'meerkeuze'
      ? `op de vraag "${fact}" kan iemand meer antwoorden kiezen: dan past alleen "bevatEenVan". Kies dat.`
      : `op de vraag "${fact}" past maar één antwoord: dan past "bevatEenVan" niet. Kies "is" of "isEenVan".`;
  }
  if ([value].flat().includes(DONT_KNOW))
    return `"${DONT_KNOW}" is een open antwoord: daarmee wordt een voorwaarde nooit waar of onwaar. Haal het weg.`;
  const onbekend = [value].flat().filter((waarde) => !vraag.opties.some(({ id }) => id === waarde));
  return onbekend.length > 0
    ? `"${onbekend.join('", "')}" is geen keuze van de vraag "${fact}". Haal het weg, en kies antwoorden van die vraag.`
    : null;
}

/** Checks that every table can be opened, and that every signal opens one. */
export function checkOpening(model: Beslismodel): Finding[] {
  const opties = model.vraagOf.get(SIGNALEN)?.opties ?? [];
  const special = opties.filter(({ id, alleen }) => alleen || id === DONT_KNOW).map(({ id }) => id);
  const used = new Set(model.tafels.map(({ regels }) => regels.signaal));
  return collect((report) => {
    for (const { id, regels } of model.tafels) {
      const melding = `"${regels.signaal}" is geen signaal dat een tafel kan openen. Kies een antwoord op de vraag "${SIGNALEN}" dat naast andere kan staan.`;
      if (special.includes(regels.signaal)) report(toRegelFile(id), 'signaal', melding);
    }
    const idle = 'opent geen enkele tafel. Kies het bij "signaal" van een tafel, of haal de keuze weg.';
    for (const { id } of opties)
      if (!special.includes(id) && !used.has(id)) report(VRAGEN_FILE, `${SIGNALEN}.opties.${id}`, idle);
    for (const tafel of model.tafels) {
      const melding = checkAlsoOpenedBy(model, tafel);
      if (melding) report(toRegelFile(tafel.id), 'ookGeopendDoor', melding);
      checkVoorziening(tafel, report);
    }
  });
}

/** What is wrong with what opens a table besides its signal, or null. */
function checkAlsoOpenedBy(model: Beslismodel, { regels }: Overlegtafel): string | null {
  const { ookGeopendDoor, signaal } = regels;
  if (!ookGeopendDoor || !model.vraagOf.has(ookGeopendDoor.fact)) return null;
  if (!listTruths(model, ookGeopendDoor).has('ja'))
    return 'is nooit waar, welk antwoord er ook komt. Verbeter de waarde.';
  const isOther = (other: string) => model.tafelOf.get(other)?.regels.signaal !== signaal;
  if (isAskedAt(model, ookGeopendDoor.fact, isOther)) return null;
  return `de vraag "${ookGeopendDoor.fact}" wordt alleen gevraagd als deze tafel al open is, en opent haar dus nooit. Gebruik een andere vraag, of haal dit weg.`;
}

/** A provision is in none of the lists that these two are about, so there they would say something without any effect. */
function checkVoorziening({ id, soort, regels }: Overlegtafel, report: Report): void {
  if (soort !== 'voorziening') return;
  const melding = 'heeft bij een voorziening geen betekenis: die staat naast de tafels. Zet dit uit.';
  if (regels.spoed) report(toRegelFile(id), 'spoed', melding);
  if (regels.slaatLokaalOver.ja) report(toRegelFile(id), 'slaatLokaalOver.ja', melding);
}
