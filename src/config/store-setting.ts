import { z } from 'zod';
import type { DatabaseAddress } from '../storage/postgres/database.ts';

const DEFAULT_PORT = 5432;
const OWN_COMPUTER = ['localhost', '127.0.0.1', '::1'];

const FORM = 'moet een adres zijn zoals postgres://gebruiker:wachtwoord@computer:5432/database';
const TLS =
  'moet bij een andere computer eindigen op ?sslmode=verify-full (TLS, met een certificaat dat klopt), ' +
  'of op ?sslmode=disable als het netwerk ertussen alleen van u is';

/** The database; no message quotes any of it, since the password stands in it. */
export const storeSetting = {
  STORE_URL: z
    .string()
    .transform((text, context): DatabaseAddress => {
      const read = readAddress(text);
      if (typeof read !== 'string') return read;
      context.addIssue(read);
      return z.NEVER;
    })
    .optional()
    .describe(
      '`postgres://user:password@host:5432/database`: keeps it in PostgreSQL (15 or newer) instead, for any number of servers. `?sslmode=verify-full` (with `&sslrootcert=file`) for another computer; a socket is `postgres://user@%2Fvar%2Frun%2Fpostgresql/database`. Default: everything in DATA_DIR',
    ),
};

/** Reads an address, or says what is wrong with it. */
function readAddress(text: string): DatabaseAddress | string {
  if (!URL.canParse(text)) return FORM;
  const url = new URL(text);
  const names = [...url.searchParams.keys()];
  const database = decode(url.pathname.slice(1));
  const host = decode(url.hostname)?.replace(/^\[|\]$/g, '');
  const user = decode(url.username);
  const password = decode(url.password);
  if (!/^postgres(ql)?:$/.test(url.protocol) || !host || !database || !user || password === null || url.hash)
    return FORM;
  if (
    names.some((name) => name !== 'sslmode' && name !== 'sslrootcert') ||
    new Set(names).size < names.length
  )
    return 'mag achter het vraagteken alleen sslmode en sslrootcert hebben, elk één keer';
  const mode = url.searchParams.get('sslmode');
  if (mode !== null && mode !== 'disable' && mode !== 'verify-full')
    return 'mag als sslmode alleen disable of verify-full hebben';
  if (mode === null && !host.startsWith('/') && !OWN_COMPUTER.includes(host)) return TLS;
  const caFile = url.searchParams.get('sslrootcert');
  if (caFile !== null && mode !== 'verify-full')
    return 'heeft een sslrootcert, maar geen sslmode=verify-full';
  return {
    host,
    port: url.port === '' ? DEFAULT_PORT : Number(url.port),
    database,
    user,
    password: password === '' ? null : password,
    tls: mode === 'verify-full' ? { caFile } : null,
  };
}

/** Null for what is no text. */
function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
