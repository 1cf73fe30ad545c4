import type { RequestHandler } from 'express';
import { AanvraagFout } from '../http/aanvraag-fout.ts';
import { readText } from '../http/read-text.ts';

/** A referral goes five deep: `{"verwijzing": {"plan": [{"wie": "…"}]}}`. */
const MAX_DIEPTE = 10;

/** Reads a JSON body into `req.body`; `limit` is in bytes. */
export function readJson(limit: number): RequestHandler<Record<string, string>> {
  return readText('application/json', limit, parseJson);
}

function parseJson(tekst: string): unknown {
  if (isTeDiep(tekst))
    throw new AanvraagFout(400, `De JSON is te diep genest: hoogstens ${MAX_DIEPTE} lagen.`);
  try {
    return JSON.parse(tekst);
  } catch {
    throw new AanvraagFout(400, 'De aanvraag is geen geldige JSON. Stuur een JSON-object.');
  }
}

/** Counts brackets outside strings; before parsing, since what is nested deeply is slow and dangerous to walk. */
function isTeDiep(json: string): boolean {
  let diepte = 0;
  let inTekst = false;
  for (let plaats = 0; plaats < json.length; plaats += 1) {
    const teken = json[plaats];
    if (inTekst) {
      if (teken === '\\') plaats += 1;
      else if (teken === '"') inTekst = false;
    } else if (teken === '"') inTekst = true;
    else if (teken === '{' || teken === '[') {
      diepte += 1;
      if (diepte > MAX_DIEPTE) return true;
    } else if (teken === '}' || teken === ']') diepte -= 1;
  }
  return false;
}
