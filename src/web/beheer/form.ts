import type { Request } from 'express';
import { countCharacters } from '../../domain/model/text-length.ts';
import type { Say } from '../../domain/texts.ts';
import { checkVelden } from '../form.ts';

/** The form of a request, with none but these fields, each once. @throws BadRequest that names another field. */
export function readVelden({ body }: Pick<Request, 'body'>, ...velden: readonly string[]): URLSearchParams {
  checkVelden(body as URLSearchParams, velden);
  return body as URLSearchParams;
}

/** The longest text of each field, as its record keeps it. */
const MAX = { titel: 120, naam: 120, woorden: 2_000 } as const;

/** A text as it was typed, trimmed, and what is wrong with it; `views/text/concepten.json` says that. */
interface TypedText {
  readonly value: string;
  readonly fout: `${keyof typeof MAX}-${'leeg' | 'lang'}` | null;
}

/**
 * Reads a text that must be there from the field `veld`; `soort` says how long it may be. Line ends as we keep them: browsers
 * send two characters.
 */
export function checkText(form: URLSearchParams, soort: keyof typeof MAX, veld: string = soort): TypedText {
  const value = (form.get(veld) ?? '').replaceAll('\r\n', '\n').trim();
  if (value === '') return { value, fout: `${soort}-leeg` };
  return { value, fout: countCharacters(value) > MAX[soort] ? `${soort}-lang` : null };
}

/** The same for words that may be left out. */
export function checkWords(form: URLSearchParams, veld: string): TypedText {
  const typed = checkText(form, 'woorden', veld);
  return typed.value === '' ? { ...typed, fout: null } : typed;
}

/** What was done, as an address names it on the way to the page that says so, by the file of its sentence. */
const DONE = {
  beheer: ['gemaild', 'rol', 'gesloten'],
  nakijken: ['beantwoord', 'verstuurd', 'onzeker', 'niet', 'gesloten', 'verwijderd'],
  concepten: [
    ...(['begonnen', 'titel', 'aangeboden', 'teruggenomen', 'teruggegeven', 'ingetrokken'] as const),
    ...(['uitgegeven', 'bijgewerkt', 'gekozen', 'hersteld', 'teruggezet', 'bewaard', 'verwijderd'] as const),
  ],
} as const;
type DoneFile = keyof typeof DONE;
export type DoneName<F extends DoneFile = DoneFile> = (typeof DONE)[F][number];
type DoneKey =
  | `beheer.gedaan-${DoneName<'beheer'>}`
  | `nakijken.gedaan-${DoneName<'nakijken'>}`
  | `concepten.gedaan-${DoneName<'concepten'>}`;

/** The address of a page that says what was done. */
export function toDonePath(path: string, gedaan: DoneName): string {
  return `${path}?gedaan=${gedaan}`;
}

/** The sentence for what an address says was done; null for anything else. */
export function findDone(say: Say, file: DoneFile, gedaan: unknown): string | null {
  const known = DONE[file].find((naam) => naam === gedaan);
  return known ? say(`${file}.gedaan-${known}` as DoneKey) : null;
}
