import type { Records } from '../domain/editing/records.ts';
import { decideUntilKept } from './decide.ts';
import type { Browser, Enter, EnterResult } from './enter.ts';
import type { Identity } from './oidc.ts';
import type { ToLogEntry } from './to-log-entry.ts';

interface Deps {
  readonly records: Records;
  readonly enter: Enter;
  readonly toLogEntry: ToLogEntry;
}

/**
 * Logs in whom a provider named, when they have an account: by the name that the provider has for them, or the first time by
 * their address. An account that belongs to another name there stays closed: addresses are given out again.
 */
export function enterByProvider(
  { records, enter, toLogEntry }: Deps,
  { sub, email }: Identity,
  browser: Browser,
): Promise<EnterResult> {
  return decideUntilKept<EnterResult>(records, async () => {
    const people = (await records.list('medewerker')).filter(({ value }) => value.actief);
    const known = people.find(({ value }) => value.sub === sub);
    const person = known ?? people.find(({ value }) => email !== null && value.email === email);
    if (person && (person === known || person.value.sub === undefined))
      return enter.toChanges(person, browser, { sub });
    // Of a stranger nothing is written down; that somebody else came with the address of an account is.
    const log = person ? [toLogEntry(null, 'inloggen-geweigerd', person.value.email)] : [];
    return { changes: [], log, result: { soort: 'onbekend' } };
  });
}
