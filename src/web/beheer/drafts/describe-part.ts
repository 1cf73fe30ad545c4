import { toVeldId } from '../../../domain/editing/form/knoop.ts';
import { isObject } from '../../../domain/editing/json.ts';
import { listOf, listPartNames, type PartRef, readPart } from '../../../domain/editing/part.ts';
import type { Files } from '../../../domain/editing/versions.ts';
import type { Say } from '../../../domain/texts.ts';
import { BEHEER } from '../paths.ts';
import type { findThingAt } from './find-thing.ts';

/** What a thing is called, the first that it has. */
const NAMES = ['korteNaam', 'naam', 'titel', 'woord', 'label', 'kort', 'vraag', 'tekst', 'id'];

const KINDS = [
  'contacten',
  'noodnummers',
  'bronnen',
  'gemeenten',
  'organisaties',
  'clientondersteuning',
  'lokaal',
  'rollen',
  'plaatsen',
  'pakketvelden',
  'beslisboom',
  'checklistvoorbeelden',
  'startpunten',
  'synoniemen',
  'voorbeelden',
  'woordenlijst',
  'vragen',
  'tafels',
  'regels',
  'rules',
] as const;
type Kind = (typeof KINDS)[number];

/** What a part is called in an address: its kind, and which one of it. */
function toKind({ bestand, naam }: PartRef): { readonly soort: Kind | null; readonly naam: string | null } {
  const file = bestand.replace(/^.*\/|\.json$/g, '');
  if (bestand.startsWith('tables/overlegtafels/')) return { soort: 'tafels', naam: file };
  if (bestand.startsWith('rules/') && file !== 'vragen') return { soort: 'regels', naam: file };
  return { soort: KINDS.find((kind) => kind === file) ?? null, naam };
}

/** The name of a part for who reads it, such as "Adresboek: Zorg- en Veiligheidshuis Twente". */
export function toPartTitle(say: Say, files: readonly Files[], part: PartRef): string {
  const { soort, naam } = toKind(part);
  const bestand = say(`concepten.bestand-${soort ?? 'ander'}`);
  const value = files.map((some) => readPart(some, part)).find((some) => some !== undefined);
  const own = naam === null ? null : (findName(value) ?? naam);
  return own === null ? bestand : say('concepten.onderdeel', { bestand, naam: own });
}

function findName(value: unknown): string | null {
  const name = isObject(value) ? NAMES.map((key) => value[key]).find((own) => typeof own === 'string') : null;
  return typeof name === 'string' ? name : null;
}

/** Where in a draft a thing is changed, at its field. */
export function toFormHref(
  id: string,
  { soort, naam, veld }: ReturnType<typeof findThingAt> & object,
): string {
  const which = naam === null ? '' : `/${encodeURIComponent(naam)}`;
  const field = naam === null || veld === '' ? '' : `#${toVeldId(veld)}`;
  return `${BEHEER}/concepten/${id}/inhoud/${soort}${which}${field}`;
}

/** The part and the field in it that a fault is at: `plaats` of a list begins with its name and a number. */
export function findPart(files: Files, bestand: string, plaats: string): { part: PartRef; veld: string } {
  const [, number, ...rest] = plaats.split('.');
  const list = listOf(bestand, files[bestand]);
  const names = list && listPartNames(files, bestand);
  const naam = number === undefined ? undefined : names?.[Number(number)];
  return naam === undefined
    ? { part: { bestand, naam: null }, veld: list ? '' : plaats }
    : { part: { bestand, naam }, veld: rest.join('.') };
}
