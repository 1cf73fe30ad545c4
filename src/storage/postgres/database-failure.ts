import { StorageFailure } from '../../domain/storage-failure.ts';

/** By code: of PostgreSQL (five signs) or of the network. */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'daar luistert geen database. Start PostgreSQL, of verbeter STORE_URL',
  ENOENT: 'daar luistert geen database. Start PostgreSQL, of verbeter STORE_URL',
  ENOTFOUND: 'de naam van de computer is onbekend. Verbeter STORE_URL, of het netwerk',
  EAI_AGAIN: 'de naam van de computer is nu niet op te zoeken. Controleer het netwerk',
  EHOSTUNREACH: 'de computer is niet bereikbaar. Controleer het netwerk',
  ENETUNREACH: 'de computer is niet bereikbaar. Controleer het netwerk',
  ETIMEDOUT: 'de database antwoordt niet. Controleer het netwerk en de database',
  ECONNRESET: 'de verbinding viel weg. Het wordt vanzelf opnieuw geprobeerd',
  EPIPE: 'de verbinding viel weg. Het wordt vanzelf opnieuw geprobeerd',
  '28P01': 'het wachtwoord is niet goed. Verbeter STORE_URL',
  '28000': 'de database laat deze gebruiker niet toe. Verbeter STORE_URL, of pg_hba.conf',
  '3D000': 'die database bestaat niet. Maak die, of verbeter STORE_URL',
  '42501': 'de gebruiker heeft geen rechten. Maak de gebruiker eigenaar van de database',
  '42P01': 'er ontbreekt een tabel. Start de server opnieuw: die maakt wat ontbreekt',
  '25006': 'de database is alleen te lezen. Wijs STORE_URL naar de hoofdserver',
  '53100': 'de schijf van de database is vol. Maak ruimte',
  '53300': 'de database laat niet meer verbindingen toe. Verhoog max_connections',
  '55P03': 'de database heeft het te druk. Het wordt vanzelf opnieuw geprobeerd',
  '57014': 'de database heeft het te druk. Het wordt vanzelf opnieuw geprobeerd',
  '57P01': 'de database stopt. Het wordt vanzelf opnieuw geprobeerd',
  '57P02': 'de database is gestopt. Het wordt vanzelf opnieuw geprobeerd',
  '57P03': 'de database start nog. Het wordt vanzelf opnieuw geprobeerd',
};

/** By what the driver says, where it gives no code. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/does not support SSL/i, 'de database kan geen TLS. Zet TLS aan, of laat sslmode weg uit STORE_URL'],
  [/time-?out/i, 'de database antwoordt niet. Controleer het netwerk en de database'],
  [/terminated|not queryable|ended/i, 'de verbinding viel weg. Het wordt vanzelf opnieuw geprobeerd'],
];

/**
 * A fault of the database as a sentence. Nothing of the fault itself goes along: its message may quote what was to be kept,
 * and its properties hold the password.
 */
export function toDatabaseFailure(error: unknown, place: string): Error {
  if (error instanceof StorageFailure) return error;
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return new StorageFailure(
    `Opslaan in PostgreSQL (${place}) lukt niet: ${findReason(code, String(message))}. Wat er al stond, is bewaard.`,
  );
}

function findReason(code: unknown, message: string): string {
  if (typeof code === 'string') {
    const reason = REASONS[code];
    if (reason) return reason;
    if (/CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS/.test(code))
      return `het certificaat van de database is niet te vertrouwen (${code}). Verbeter sslrootcert in STORE_URL`;
    return `het systeem meldt ${code}. Controleer de database`;
  }
  const [, reason] = WORDS.find(([words]) => words.test(message)) ?? [];
  return reason ?? 'de verbinding ging niet goed. Controleer de database';
}
