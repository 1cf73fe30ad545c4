import type { RequestHandler } from 'express';
import { AanvraagFout } from '../http/check-request.ts';
import { readText } from '../http/read-text.ts';

/** Far more than the longest form has. */
const MAX_VELDEN = 500;
const MAX_NAAM = 80;

/**
 * Reads an HTML form into `URLSearchParams`, which keeps values of the same name in order and makes no objects of names.
 * No body counts as an empty form. `limit` is in bytes.
 */
export function readForm(limit: number): RequestHandler<Record<string, string>> {
  return readText('application/x-www-form-urlencoded', limit, parseForm);
}

function parseForm(tekst: string): URLSearchParams {
  if (!isLeesbaar(tekst)) throw new AanvraagFout(400, 'Het formulier bevat tekens die niet kunnen.');
  const formulier = new URLSearchParams(tekst);
  if (formulier.size > MAX_VELDEN)
    throw new AanvraagFout(400, `Het formulier heeft te veel velden: hoogstens ${MAX_VELDEN}.`);
  return formulier;
}

/**
 * Checks that a form has no other fields than these; those of `eenKeer` at most once, `vaker` any number of times.
 * @throws AanvraagFout that names the field.
 */
export function checkVelden(
  formulier: URLSearchParams,
  eenKeer: readonly string[],
  vaker: readonly string[] = [],
): void {
  const over = new Set(eenKeer);
  for (const naam of formulier.keys()) {
    if (over.delete(naam) || vaker.includes(naam)) continue;
    const kort = naam.length > MAX_NAAM ? `${naam.slice(0, MAX_NAAM)}…` : naam;
    throw new AanvraagFout(
      400,
      eenKeer.includes(naam)
        ? `Het veld "${kort}" staat twee keer in het formulier.`
        : `Het veld "${kort}" hoort niet bij dit formulier.`,
    );
  }
}

/** Whether percent signs stand for valid UTF-8. */
function isLeesbaar(tekst: string): boolean {
  try {
    decodeURIComponent(tekst);
    return true;
  } catch {
    return false;
  }
}
