import type { Content } from '../domain/model/content.ts';
import { BUITEN_TWENTE, GEMEENTE, ROL } from '../domain/model/routing-facts.ts';
import { DONT_KNOW } from '../domain/model/vraag.ts';
import type { Issue } from './content-fault.ts';
import type { ContentFiles } from './content-files.ts';

/** Checks that every id that the content names exists, and that no id stands twice. */
export function checkReferences(content: Content): Issue[] {
  return [
    ...checkDouble(content),
    ...checkOrganisaties(content),
    ...checkGemeenten(content),
    ...checkAanmelders(content),
    ...checkStartpunten(content),
  ];
}

function checkDouble(content: Content): Issue[] {
  const lists: [string, readonly string[]][] = [
    ['rules/vragen.json', content.vragen.map(({ feit }) => feit)],
    ['tables/gemeenten.json', content.gemeenten.map(({ id }) => id)],
    ['tables/gemeenten.json', content.gemeenten.map(({ cbsCode }) => cbsCode)],
    ['tables/plaatsen.json', content.plaatsen.map(({ naam, gemeente }) => `${naam} (${gemeente})`)],
    ['tables/organisaties.json', content.organisaties.map(({ id }) => id)],
    ['tables/clientondersteuning.json', content.clientondersteuning.aanbieders.map(({ id }) => id)],
    ['tables/rollen.json', content.rollen.map(({ id }) => id)],
    // A noodnummer is named as a contact is, so their ids are of one list.
    ['tables/contacten.json', [...content.noodnummers, ...content.contacten].map(({ id }) => id)],
    ['tables/noodnummers.json', content.noodnummers.map(({ id }) => id)],
    ['tables/bronnen.json', content.bronnen.map(({ id }) => id)],
    ['tables/startpunten.json', content.startpunten.map(({ id }) => id)],
    ['tables/voorbeelden.json', content.voorbeelden.map(({ id }) => id)],
    ['tables/woordenlijst.json', content.woordenlijst.map(({ id }) => id)],
  ];
  return lists.flatMap(([bestand, ids]) =>
    ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((id) => ({ bestand, plaats: id, melding: 'staat er twee keer. Geef elk een eigen id.' })),
  );
}

/** Checks that every source that a file names is there. */
export function checkBronnen({ bronnen }: Pick<Content, 'bronnen'>, files: ContentFiles): Issue[] {
  const known = new Set(bronnen.map(({ id }) => id));
  return Object.entries(files).flatMap(([bestand, data]) =>
    findBronverwijzingen(data)
      .filter(({ document }) => !known.has(document))
      .map(({ document, plaats }) => ({
        bestand,
        plaats,
        melding: `bron "${document}" staat niet in tables/bronnen.json. Voeg de bron toe of verbeter het id.`,
      })),
  );
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

function checkOrganisaties({ tafels, gemeenten, organisaties }: Content): Issue[] {
  const known = new Set(organisaties.map(({ id }) => id));
  const named = [
    ...tafels.flatMap(({ id, regie, deelnemers }) => {
      const bestand = `tables/overlegtafels/${id}.json`;
      return [
        { bestand, plaats: 'regie.organisatie', organisatie: regie.organisatie },
        ...deelnemers.organisaties.map((organisatie) => ({
          bestand,
          plaats: 'deelnemers.organisaties',
          organisatie,
        })),
      ];
    }),
    ...gemeenten.map(({ id, ggzWerkgebied }) => ({
      bestand: 'tables/gemeenten.json',
      plaats: `${id}.ggzWerkgebied.organisatie`,
      organisatie: ggzWerkgebied.organisatie,
    })),
  ];
  return named.flatMap(({ bestand, plaats, organisatie }) =>
    organisatie === null || known.has(organisatie)
      ? []
      : [
          {
            bestand,
            plaats,
            melding: `organisatie "${organisatie}" staat niet in tables/organisaties.json.`,
          },
        ],
  );
}

function checkGemeenten({ vragen, gemeenten, plaatsen, clientondersteuning }: Content): Issue[] {
  const known = new Set(gemeenten.map(({ id }) => id));
  const opties = vragen.find(({ feit }) => feit === GEMEENTE)?.opties.map(({ id }) => id) ?? [];
  const choices = opties.filter((id) => id !== BUITEN_TWENTE && id !== DONT_KNOW);
  return [
    ...choices
      .filter((id) => !known.has(id))
      .map((id) => ({
        bestand: 'rules/vragen.json',
        plaats: `${GEMEENTE}.opties.${id}`,
        melding: 'deze gemeente staat niet in tables/gemeenten.json.',
      })),
    ...[...known]
      .filter((id) => !choices.includes(id))
      .map((id) => ({
        bestand: 'tables/gemeenten.json',
        plaats: id,
        melding: `is geen keuze van de vraag "${GEMEENTE}" in rules/vragen.json.`,
      })),
    ...plaatsen
      .filter(({ gemeente }) => !known.has(gemeente))
      .map(({ naam, gemeente }) => ({
        bestand: 'tables/plaatsen.json',
        plaats: `${naam}.gemeente`,
        melding: `gemeente "${gemeente}" staat niet in tables/gemeenten.json.`,
      })),
    ...clientondersteuning.aanbieders.flatMap((aanbieder) =>
      (aanbieder.gemeenten ?? [])
        .filter((id) => !known.has(id))
        .map((id) => ({
          bestand: 'tables/clientondersteuning.json',
          plaats: `${aanbieder.id}.gemeenten`,
          melding: `gemeente "${id}" staat niet in tables/gemeenten.json.`,
        })),
    ),
  ];
}

/** Every role has a page that tells how to begin, and no page is for a role that nobody can choose. */
function checkStartpunten({ vragen, startpunten }: Content): Issue[] {
  const rollen = listRollen(vragen);
  const known = new Set(startpunten.map(({ id }) => id));
  return [
    ...rollen
      .filter((rol) => !known.has(rol))
      .map((rol) => ({
        bestand: 'tables/startpunten.json',
        plaats: rol,
        melding: 'ontbreekt: deze rol is te kiezen, dus zeg hoe iemand met deze rol begint.',
      })),
    ...[...known]
      .filter((id) => !rollen.includes(id))
      .map((id) => ({
        bestand: 'tables/startpunten.json',
        plaats: id,
        melding: `is geen keuze van de vraag "${ROL}" in rules/vragen.json.`,
      })),
  ];
}

function listRollen(vragen: Content['vragen']): string[] {
  const opties = vragen.find(({ feit }) => feit === ROL)?.opties ?? [];
  return opties.map(({ id }) => id).filter((id) => id !== DONT_KNOW);
}

function checkAanmelders({ vragen, tafels }: Content): Issue[] {
  const rollen = new Set(listRollen(vragen));
  return tafels.flatMap(({ id, aanmelders }) =>
    [...aanmelders.rollen, aanmelders.via, ...aanmelders.overlegMet]
      .filter((rol) => !rollen.has(rol))
      .map((rol) => ({
        bestand: `tables/overlegtafels/${id}.json`,
        plaats: 'aanmelders',
        melding: `rol "${rol}" is geen keuze van de vraag "${ROL}" in rules/vragen.json.`,
      })),
  );
}
