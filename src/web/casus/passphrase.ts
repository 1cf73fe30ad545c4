import type { VeldFault } from '../../domain/referral/verwijzing.ts';
import type { Say } from '../../domain/texts.ts';
import type { Upload } from '../../http/read-multipart.ts';

/** Four words, or twelve characters of anything. */
const MIN_LENGTH = 12;
/** Whoever sends more only wants to cost time. */
const MAX_LENGTH = 500;
const NEW = 'wachtwoord';
const REPEATED = 'wachtwoord-herhaald';
/** On the page of a case, where a new passphrase stands in the same form. */
const OF_FILE = 'wachtwoord-van-bestand';

/** The passphrase for a file that is handed out, empty where it need not be encrypted; or what is wrong with it. */
export function readNewPassphrase(
  say: Say,
  form: URLSearchParams,
): { readonly passphrase: string } | { readonly fouten: readonly VeldFault[] } {
  const passphrase = form.get(NEW) ?? '';
  const repeated = form.get(REPEATED) ?? '';
  const refuse = (veld: string, melding: string) => ({ fouten: [{ veld, melding }] });
  if (passphrase === '' && repeated === '') return { passphrase };
  if ([...passphrase].length < MIN_LENGTH)
    return refuse(NEW, say('versleuteld.te-kort', { minstens: MIN_LENGTH }));
  if (passphrase.length > MAX_LENGTH) return refuse(NEW, say('versleuteld.te-lang'));
  if (passphrase !== repeated) return refuse(REPEATED, say('versleuteld.niet-gelijk'));
  return { passphrase };
}

/** The passphrase with which an uploaded file is opened. */
export function readPassphrase(form: URLSearchParams): string {
  return (form.get(OF_FILE) || form.get(NEW) || '').slice(0, MAX_LENGTH);
}

/** The field for a passphrase of an uploaded file: the page of a case has another one for it. */
export function toPassphraseField(isOnCase: boolean): string {
  return isOnCase ? OF_FILE : NEW;
}

/** Whether a request brings a passphrase, and so may ask for work. */
export function bringsPassphrase(body: unknown): boolean {
  const form = body instanceof URLSearchParams ? body : (body as Partial<Upload> | undefined)?.velden;
  return form !== undefined && [NEW, REPEATED, OF_FILE].some((name) => Boolean(form.get(name)));
}

/**
 * What Enter on the page of a case asks besides adding what was typed, as a script does at the field itself: opening the
 * file that was chosen or that a passphrase is for, since both would be gone; or handing out, with a new passphrase.
 */
export function toEnterAction(form: URLSearchParams, hasFile: boolean): 'openen' | 'bestand' | null {
  if (hasFile || form.get(OF_FILE)) return 'openen';
  return form.get(NEW) || form.get(REPEATED) ? 'bestand' : null;
}

/** What a page says at the fields for a passphrase; what was typed in them never comes back. */
export function toPassphraseFaults(fouten: readonly VeldFault[]) {
  const find = (name: string) => fouten.find(({ veld }) => veld === name)?.melding ?? null;
  const [nieuw, herhaald] = [find(NEW), find(REPEATED)];
  return { nieuw, herhaald, isNieuw: nieuw !== null || herhaald !== null, vanBestand: find(OF_FILE) };
}
