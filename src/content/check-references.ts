import type { Finding } from '../domain/editing/proof.ts';
import type { Files } from '../domain/editing/versions.ts';
import type { Content } from '../domain/model/content.ts';
import { BUITEN_TWENTE, GEMEENTE, ROL } from '../domain/model/routing-facts.ts';
import { DONT_KNOW } from '../domain/model/vraag.ts';
import { collect, type Report, toRegelFile, toTafelFile, VRAGEN_FILE } from './content-fault.ts';

const GEMEENTEN = 'tables/gemeenten.json';
const STARTPUNTEN = 'tables/startpunten.json';

/** Checks that every id that the content names exists, and that no id stands twice. */
export function checkReferences(content: Content): Finding[] {
  return collect((report) => {
    for (const check of [
      checkDouble,
      checkCodes,
      checkOrganisaties,
      checkGemeenten,
      checkAanmelders,
      checkFirstCalls,
      checkStartpunten,
    ])
      check(content, report);
  });
}

function checkDouble(content: Content, report: Report): void {
  const lists: [string, readonly string[]][] = [
    [VRAGEN_FILE, content.vragen.map(({ feit }) => feit)],
    [GEMEENTEN, content.gemeenten.map(({ id }) => id)],
    ['tables/plaatsen.json', content.plaatsen.map(({ naam, gemeente }) => `${naam} (${gemeente})`)],
    ['tables/organisaties.json', content.organisaties.map(({ id }) => id)],
    ['tables/clientondersteuning.json', content.clientondersteuning.aanbieders.map(({ id }) => id)],
    ['tables/rollen.json', content.rollen.map(({ id }) => id)],
    // A noodnummer is named as a contact is, so their ids are of one list.
    ['tables/contacten.json', [...content.noodnummers, ...content.contacten].map(({ id }) => id)],
    ['tables/noodnummers.json', content.noodnummers.map(({ id }) => id)],
    ['tables/bronnen.json', content.bronnen.map(({ id }) => id)],
    [STARTPUNTEN, content.startpunten.map(({ id }) => id)],
    ['tables/voorbeelden.json', content.voorbeelden.map(({ id }) => id)],
    ['tables/woordenlijst.json', content.woordenlijst.map(({ id }) => id)],
  ];
  for (const [bestand, ids] of lists)
    for (const id of ids.filter((one, index) => ids.indexOf(one) !== index))
      report(bestand, id, 'staat er twee keer. Geef elk een eigen id.');
}

function checkCodes({ gemeenten }: Content, report: Report): void {
  for (const [index, { id, cbsCode }] of gemeenten.entries()) {
    const other = gemeenten.slice(0, index).find((one) => one.cbsCode === cbsCode);
    const melding = `"${cbsCode}" is al de code van de gemeente "${other?.id}". Geef elke gemeente haar eigen code.`;
    if (other) report(GEMEENTEN, `${id}.cbsCode`, melding);
  }
}

/** Checks that every source that a file names is there. */
export function checkBronnen({ bronnen }: Pick<Content, 'bronnen'>, files: Files): Finding[] {
  const known = new Set(bronnen.map(({ id }) => id));
  const remedy = 'staat niet in tables/bronnen.json. Voeg de bron daar toe, of kies een andere bron.';
  return collect((report) => {
    for (const [bestand, data] of Object.entries(files))
      for (const { document, plaats } of findBronverwijzingen(data))
        if (!known.has(document)) report(bestand, plaats, `bron "${document}" ${remedy}`);
  });
}

function findBronverwijzingen(
  data: unknown,
  path: readonly string[] = [],
): { document: string; plaats: string }[] {
  if (typeof data !== 'object' || data === null) return [];
  const here =
    path.at(-1) === 'bron' && 'document' in data
      ? [{ document: String(data.document), plaats: path.join('.') }]
      : [];
  return [
    ...here,
    ...Object.entries(data).flatMap(([key, deel]) => findBronverwijzingen(deel, [...path, key])),
  ];
}

function checkOrganisaties({ tafels, gemeenten, startpunten, organisaties }: Content, report: Report): void {
  const known = new Set(organisaties.map(({ id }) => id));
  const check = (bestand: string, plaats: string, id: string | null) => {
    if (id !== null && !known.has(id))
      report(
        bestand,
        plaats,
        `organisatie "${id}" staat niet in tables/organisaties.json. Voeg die daar toe, of kies een andere.`,
      );
  };
  for (const { id, regie, deelnemers } of tafels) {
    check(toTafelFile(id), 'regie.organisatie', regie.organisatie);
    for (const organisatie of deelnemers.organisaties)
      check(toTafelFile(id), 'deelnemers.organisaties', organisatie);
  }
  for (const { id, ggzWerkgebied } of gemeenten)
    check(GEMEENTEN, `${id}.ggzWerkgebied.organisatie`, ggzWerkgebied.organisatie);
  for (const { id, organisaties: named } of startpunten)
    for (const organisatie of named) check(STARTPUNTEN, `${id}.organisaties`, organisatie);
}

function checkGemeenten(content: Content, report: Report): void {
  const { vragen, gemeenten, plaatsen, clientondersteuning } = content;
  const known = new Set(gemeenten.map(({ id }) => id));
  const choices = listChoices(vragen, GEMEENTE).filter((id) => id !== BUITEN_TWENTE);
  for (const id of choices)
    if (!known.has(id))
      report(VRAGEN_FILE, `${GEMEENTE}.opties.${id}`, `deze gemeente staat niet in ${GEMEENTEN}.`);
  for (const id of known)
    if (!choices.includes(id))
      report(GEMEENTEN, id, `is geen keuze van de vraag "${GEMEENTE}" in ${VRAGEN_FILE}.`);
  const check = (bestand: string, plaats: string, id: string) => {
    if (!known.has(id))
      report(
        bestand,
        plaats,
        `gemeente "${id}" staat niet in ${GEMEENTEN}. Voeg die daar toe, of kies een andere.`,
      );
  };
  for (const { naam, gemeente } of plaatsen) check('tables/plaatsen.json', `${naam}.gemeente`, gemeente);
  for (const { id, gemeenten: named } of clientondersteuning.aanbieders)
    for (const gemeente of named ?? []) check('tables/clientondersteuning.json', `${id}.gemeenten`, gemeente);
}

/** Every role has a page that tells how to begin, and no page is for a role that nobody can choose. */
function checkStartpunten({ vragen, startpunten }: Content, report: Report): void {
  const rollen = listChoices(vragen, ROL);
  const known = new Set(startpunten.map(({ id }) => id));
  const missing = 'ontbreekt: deze rol is te kiezen, dus zeg hoe iemand met deze rol begint.';
  for (const rol of rollen) if (!known.has(rol)) report(STARTPUNTEN, rol, missing);
  for (const id of known)
    if (!rollen.includes(id))
      report(STARTPUNTEN, id, `is geen keuze van de vraag "${ROL}" in ${VRAGEN_FILE}.`);
}

/** The answers to a question of the route, but for that one does not know. */
function listChoices(vragen: Content['vragen'], feit: string): string[] {
  const opties = vragen.find((vraag) => vraag.feit === feit)?.opties ?? [];
  return opties.map(({ id }) => id).filter((id) => id !== DONT_KNOW);
}

/** What comes before a table names an emergency number, and roles for which it has words of their own. */
function checkFirstCalls({ vragen, tafels, noodnummers }: Content, report: Report): void {
  const rollen = new Set(listChoices(vragen, ROL));
  for (const { id: tafel, regels } of tafels)
    for (const { id, alsNeeNummer, alsNeeVoor = [] } of regels.criteria) {
      if (alsNeeNummer && !noodnummers.some((nummer) => nummer.id === alsNeeNummer))
        report(
          toRegelFile(tafel),
          `criteria.${id}.alsNeeNummer`,
          `noodnummer "${alsNeeNummer}" staat niet in tables/noodnummers.json.`,
        );
      for (const rol of alsNeeVoor.flatMap((words) => words.rollen))
        if (!rollen.has(rol))
          report(
            toRegelFile(tafel),
            `criteria.${id}.alsNeeVoor`,
            `rol "${rol}" is geen keuze van de vraag "${ROL}" in ${VRAGEN_FILE}.`,
          );
    }
}

function checkAanmelders({ vragen, tafels }: Content, report: Report): void {
  const rollen = new Set(listChoices(vragen, ROL));
  for (const { id, aanmelders } of tafels)
    for (const rol of [...aanmelders.rollen, aanmelders.via, ...aanmelders.overlegMet]) {
      const melding = `rol "${rol}" is geen keuze van de vraag "${ROL}" in ${VRAGEN_FILE}. Haal die hier weg, of kies een andere.`;
      if (!rollen.has(rol)) report(toTafelFile(id), 'aanmelders', melding);
    }
}
