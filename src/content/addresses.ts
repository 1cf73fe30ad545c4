import { z } from 'zod';
import { BRONNEN, CONTACTEN, NOODNUMMERS } from '../domain/content-paths.ts';
import type { Finding } from '../domain/editing/proof.ts';
import type { Files } from '../domain/editing/versions.ts';
import { getAt, isObject } from '../domain/json.ts';
import { toFinding } from './content-fault.ts';

/** Something in the content that one can write to, call or open. */
export interface Address {
  readonly bestand: string;
  /** The path inside the file. */
  readonly plaats: string;
  readonly soort: 'e-mail' | 'telefoon' | 'website';
  /** Null when the sources do not give it. */
  readonly waarde: string | null;
  /** Whether it stands in a field of its own; otherwise it was found in a running text. */
  readonly isField: boolean;
  /** When it was last checked, YYYY-MM-DD; null where that is not kept. */
  readonly gecontroleerd: string | null;
}

/**
 * What in a text looks like an address, malformed ones included; a number needs a zero in front and eight digits. A site
 * may be named without its www, which is what people type.
 */
const IN_TEXT = [
  { soort: 'e-mail', hint: /@/, shape: /[^\s<>()"“”,;:]*@[^\s<>()"“”,;]*/g },
  {
    soort: 'website',
    hint: /:\/\/|www\.|\.nl/,
    shape:
      /(?<![\w@.-])(?:https?:\/\/[^\s<>()"“”,;]*|www\.[^\s<>()"“”,;]*|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.nl\b[^\s<>()"“”,;]*)/g,
  },
  { soort: 'telefoon', hint: /0\d/, shape: /(?<![\w-])0\d{1,3}\)?[ -]?\d(?:[ -]?\d){3,9}(?!\d)/g },
] as const;

/** Lists every address in the content: of contacts, numbers, sources, and in running text. */
export function listAddresses(files: Files): Address[] {
  return Object.entries(files).flatMap(([bestand, data]) =>
    walk(data, []).map((adres) => ({ bestand, ...adres })),
  );
}

type Found = Omit<Address, 'bestand'>;

function walk(data: unknown, path: readonly string[]): Found[] {
  if (typeof data === 'string') return findInText(data, path);
  if (typeof data !== 'object' || data === null) return [];
  const own = readVeld(data as Record<string, unknown>, path);
  return [
    ...own.addresses,
    ...Object.entries(data)
      .filter(([key]) => !own.parsed.includes(key))
      .flatMap(([key, deel]) => walk(deel, [...path, key])),
  ];
}

/** The addresses that stand in fields of their own, and the names of those fields. */
function readVeld(
  data: Record<string, unknown>,
  path: readonly string[],
): { addresses: Found[]; parsed: string[] } {
  const toAddress = (veld: string, soort: Address['soort'], date: unknown): Found => ({
    plaats: [...path, veld].join('.'),
    soort,
    waarde: typeof data[veld] === 'string' ? data[veld] : null,
    isField: true,
    gecontroleerd: typeof date === 'string' ? date : null,
  });
  const { soort, gecontroleerd } = data;
  if ('waarde' in data && isKind(soort))
    return { addresses: [toAddress('waarde', soort, gecontroleerd)], parsed: ['waarde'] };
  // A number is written twice: as it is shown and as it is dialled.
  if ('kies' in data && data.kies !== null)
    return { addresses: [toAddress('kies', 'telefoon', gecontroleerd)], parsed: ['kies', 'nummer'] };
  if ('url' in data && data.url !== null)
    return { addresses: [toAddress('url', 'website', data.geraadpleegd)], parsed: ['url'] };
  return { addresses: [], parsed: [] };
}

function isKind(soort: unknown): soort is Address['soort'] {
  return soort === 'e-mail' || soort === 'telefoon' || soort === 'website';
}

function findInText(tekst: string, path: readonly string[]): Found[] {
  // Most texts have no address: those are not looked at closely.
  return IN_TEXT.filter(({ hint }) => hint.test(tekst)).flatMap(({ soort, shape }) =>
    [...tekst.matchAll(shape)].map(([found]) => ({
      plaats: path.join('.'),
      soort,
      // The full stop or question mark of the sentence is no part of it.
      waarde: found.replace(/[.?!:'’]+$/, ''),
      isField: false,
      gecontroleerd: null,
    })),
  );
}

const NUMBER = /^(0\d{9}|0800\d{4}(\d{3})?|0900\d{4}(\d{3})?|14\d{3,4}|112|113)$/;
const E_MAIL = z.email();
/** A host with at least two parts, the last of letters only. */
const HOST = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;

/** What is wrong with the form of an address, as a sentence with its remedy; null when nothing is. Looks nothing up. */
export function checkAddress({ soort, waarde }: Pick<Address, 'soort' | 'waarde'>): string | null {
  if (waarde === null) return null;
  if (soort === 'e-mail')
    return E_MAIL.safeParse(waarde).success ? null : 'Dit is geen e-mailadres. Verbeter het.';
  if (soort === 'telefoon') return checkNumber(waarde);
  return checkWebAddress(waarde);
}

function checkNumber(waarde: string): string | null {
  const digits = waarde.replace(/^\+31/, '0').replaceAll(/[ )-]/g, '');
  return NUMBER.test(digits)
    ? null
    : 'Dit is geen Nederlands telefoonnummer. Een gewoon nummer heeft tien cijfers.';
}

function checkWebAddress(waarde: string): string | null {
  const adres = waarde.includes('://') ? waarde : `https://${waarde}`;
  if (!URL.canParse(adres)) return 'Dit is geen webadres. Begin met https://.';
  const { protocol, hostname, username, password } = new URL(adres);
  if (protocol !== 'https:') return 'Dit webadres is niet beveiligd. Gebruik https://.';
  if (username !== '' || password !== '')
    return 'In dit webadres staat een naam of wachtwoord. Haal dat weg.';
  return HOST.test(hostname) ? null : 'De naam van deze site klopt niet. Controleer het webadres.';
}

type Known = Address & { readonly waarde: string; readonly key: string };

/**
 * Checks that an address stands once: in a field of its own, in contacten.json or noodnummers.json. The address where a
 * source was read is another thing, and stands once among the sources.
 */
export function checkAddresses(files: Files): Finding[] {
  const all = listAddresses(files).flatMap((address): Known[] =>
    address.waarde === null ? [] : [{ ...address, waarde: address.waarde, key: toKey(address.waarde) }],
  );
  const fields = all.filter(({ isField }) => isField);
  return [
    ...fields.flatMap((address) => checkField(files, fields, address)),
    ...all.filter(({ isField }) => !isField).flatMap((address) => checkInText(fields, address)),
  ];
}

function checkField(
  files: Files,
  fields: readonly Known[],
  { bestand, plaats, waarde, key }: Known,
): Finding[] {
  const [first] = fields.filter(
    (other) => other.key === key && (other.bestand === BRONNEN) === (bestand === BRONNEN),
  );
  if (!first || (first.bestand === bestand && first.plaats === plaats)) return [];
  const where = `staat ook in ${first.bestand}, ${toThing(files, first)}`;
  const remedy =
    first.bestand === bestand
      ? 'Gebruik dat overal, en haal dit weg.'
      : 'Laat het daar staan, en kies hier wat daar staat.';
  const melding = `"${waarde}" ${where}. ${remedy}`;
  return [toFinding(bestand, plaats, melding)];
}

/** The thing of a list that an address is of, by its id; else the place. */
function toThing(files: Files, { bestand, plaats }: Address): string {
  const [list = '', number] = plaats.split('.');
  const thing = getAt(files[bestand], [list, Number(number)]);
  return isObject(thing) && typeof thing.id === 'string' ? `bij "${thing.id}"` : plaats;
}

/** A number that everyone knows may stand in a text, and so may a site that is also a contact or a source. */
function checkInText(fields: readonly Known[], { bestand, plaats, soort, waarde, key }: Known): Finding[] {
  const isAllowed =
    soort === 'website'
      ? fields.some((other) => other.soort === soort && toHost(other.key) === toHost(key))
      : fields.some((other) => other.bestand === NOODNUMMERS && other.key === key);
  if (isAllowed) return [];
  const melding = fields.some((other) => other.key === key)
    ? `noemt "${waarde}", dat al in ${CONTACTEN} staat. Noem in de tekst wie het is; het adres komt dan van het contact.`
    : `noemt "${waarde}", dat geen contact of noodnummer is. Zet het in ${CONTACTEN}, met bron.`;
  return [toFinding(bestand, plaats, melding)];
}

/** The same for two ways to write one address. */
function toKey(waarde: string): string {
  if (!/^\+?[\d )-]+$/.test(waarde))
    return waarde.toLowerCase().replace(/^https?:\/\/(www\.)?|^www\.|\/$/g, '');
  return waarde.replaceAll(/[ )-]/g, '').replace(/^\+31/, '0');
}

function toHost(key: string): string {
  return key.split('/')[0] ?? key;
}
