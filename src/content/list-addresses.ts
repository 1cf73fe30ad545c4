import { z } from 'zod';
import type { Content } from '../domain/model/content.ts';
import { toBestanden } from './content-files.ts';

/** Something in the content that one can write to, call or open. */
export interface Adres {
  readonly bestand: string;
  /** The path inside the file. */
  readonly plaats: string;
  readonly soort: 'e-mail' | 'telefoon' | 'website';
  /** Null when the sources do not give it. */
  readonly waarde: string | null;
  /** When it was last checked, YYYY-MM-DD; null where that is not kept. */
  readonly gecontroleerd: string | null;
}

/** What in a text looks like an address, malformed ones included; a number needs a zero in front and eight digits. */
const IN_TEKST = [
  { soort: 'e-mail', vorm: /[^\s<>()"“”,;:]*@[^\s<>()"“”,;]*/g },
  { soort: 'website', vorm: /\b(?:https?:\/\/|www\.)[^\s<>()"“”,;]*/g },
  { soort: 'telefoon', vorm: /(?<![\w-])0\d{1,3}[ -]?\d(?:[ -]?\d){3,9}(?!\d)/g },
] as const;

/** Lists every address in the content: of contacts and channels, numbers, sources, and in running text. */
export function listAdressen(content: Content): Adres[] {
  return Object.entries(toBestanden(content)).flatMap(([bestand, data]) =>
    walk(data, []).map((adres) => ({ bestand, ...adres })),
  );
}

type Gevonden = Omit<Adres, 'bestand'>;

function walk(data: unknown, pad: readonly string[]): Gevonden[] {
  if (typeof data === 'string') return findInTekst(data, pad);
  if (typeof data !== 'object' || data === null) return [];
  const eigen = readVeld(data as Record<string, unknown>, pad);
  return [
    ...eigen.addresses,
    ...Object.entries(data)
      .filter(([sleutel]) => !eigen.gelezen.includes(sleutel))
      .flatMap(([sleutel, deel]) => walk(deel, [...pad, sleutel])),
  ];
}

/** The addresses that stand in fields of their own, and the names of those fields. */
function readVeld(
  data: Record<string, unknown>,
  pad: readonly string[],
): { addresses: Gevonden[]; gelezen: string[] } {
  const toAdres = (veld: string, soort: Adres['soort'], datum: unknown): Gevonden => ({
    plaats: [...pad, veld].join('.'),
    soort,
    waarde: typeof data[veld] === 'string' ? data[veld] : null,
    gecontroleerd: typeof datum === 'string' ? datum : null,
  });
  const { soort, gecontroleerd } = data;
  if ('waarde' in data && isSoort(soort))
    return { addresses: [toAdres('waarde', soort, gecontroleerd)], gelezen: ['waarde'] };
  if ('adres' in data && pad.at(-1) === 'kanaal' && data.adres !== null)
    return { addresses: [toAdres('adres', toKanaalSoort(soort), null)], gelezen: ['adres'] };
  // A number is written twice: as it is shown and as it is dialled.
  if ('kies' in data && data.kies !== null)
    return { addresses: [toAdres('kies', 'telefoon', gecontroleerd)], gelezen: ['kies', 'nummer'] };
  if ('url' in data && data.url !== null)
    return { addresses: [toAdres('url', 'website', data.geraadpleegd)], gelezen: ['url'] };
  return { addresses: [], gelezen: [] };
}

function isSoort(soort: unknown): soort is Adres['soort'] {
  return soort === 'e-mail' || soort === 'telefoon' || soort === 'website';
}

function toKanaalSoort(soort: unknown): Adres['soort'] {
  if (soort === 'telefoon') return 'telefoon';
  return soort === 'webformulier' ? 'website' : 'e-mail';
}

function findInTekst(tekst: string, pad: readonly string[]): Gevonden[] {
  return IN_TEKST.flatMap(({ soort, vorm }) =>
    [...tekst.matchAll(vorm)].map(([gevonden]) => ({
      plaats: pad.join('.'),
      soort,
      // The full stop or question mark of the sentence is no part of it.
      waarde: gevonden.replace(/[.?!:'’]+$/, ''),
      gecontroleerd: null,
    })),
  );
}

const NUMMER = /^(0\d{9}|0800\d{4}(\d{3})?|0900\d{4}(\d{3})?|14\d{3,4}|112|113)$/;
const E_MAIL = z.email();
/** A host with at least two parts, the last of letters only. */
const HOST = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;

/** What is wrong with the form of an address, as a sentence with its remedy; null when nothing is. Looks nothing up. */
export function checkAdres({ soort, waarde }: Pick<Adres, 'soort' | 'waarde'>): string | null {
  if (waarde === null) return null;
  if (soort === 'e-mail')
    return E_MAIL.safeParse(waarde).success ? null : 'Dit is geen e-mailadres. Verbeter het.';
  if (soort === 'telefoon') return checkNummer(waarde);
  return checkWebadres(waarde);
}

function checkNummer(waarde: string): string | null {
  const cijfers = waarde.replace(/^\+31/, '0').replaceAll(/[ -]/g, '');
  return NUMMER.test(cijfers)
    ? null
    : 'Dit is geen Nederlands telefoonnummer. Een gewoon nummer heeft tien cijfers.';
}

function checkWebadres(waarde: string): string | null {
  const adres = waarde.startsWith('www.') ? `https://${waarde}` : waarde;
  if (!URL.canParse(adres)) return 'Dit is geen webadres. Begin met https://.';
  const { protocol, hostname, username, password } = new URL(adres);
  if (protocol !== 'https:') return 'Dit webadres is niet beveiligd. Gebruik https://.';
  if (username !== '' || password !== '')
    return 'In dit webadres staat een naam of wachtwoord. Haal dat weg.';
  return HOST.test(hostname) ? null : 'De naam van deze site klopt niet. Controleer het webadres.';
}
