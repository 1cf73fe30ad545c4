import type { RequestHandler } from 'express';
import { AanvraagFout } from './aanvraag-fout.ts';

/** In characters: two stands and a path take less than half. */
const MAX_ADRES = 4_096;
/** A browser behind two proxies sends about thirty. */
const MAX_HEADERS = 100;
const MAX_PARAMETERS = 20;
/** Names of parameters, those of others (`utm_source`) included; no brackets, which elsewhere make lists and objects. */
const NAAM = /^[\w.-]{1,50}$/;
/** A choice of several in a form: the tables to compare. */
const HERHAALBAAR: ReadonlySet<string> = new Set(['t']);
const VERBODEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Refuses what no client sends in good faith: an address or headers beyond measure, what is not UTF-8, a parameter twice. */
export const checkRequest: RequestHandler = (req, _res, next) => {
  next(findFout(req.originalUrl, req.rawHeaders.length / 2));
};

function findFout(adres: string, headers: number): AanvraagFout | undefined {
  if (headers > MAX_HEADERS)
    return new AanvraagFout(431, `De aanvraag heeft te veel headers: hoogstens ${MAX_HEADERS}.`);
  if (adres.length > MAX_ADRES)
    return new AanvraagFout(414, `Het adres is te lang: hoogstens ${MAX_ADRES} tekens.`);
  if (!adres.startsWith('/')) return new AanvraagFout(400, 'Het adres begint niet met een schuine streep.');
  const begin = adres.indexOf('?');
  const pad = begin < 0 ? adres : adres.slice(0, begin);
  if (!isLeesbaar(pad)) return new AanvraagFout(400, 'Het adres bevat tekens die niet kunnen.');
  return begin < 0 ? undefined : findParameterFout(adres.slice(begin + 1));
}

function findParameterFout(query: string): AanvraagFout | undefined {
  // What the router reads leniently; here everything must be readable.
  if (!isLeesbaar(query.replaceAll('+', ' ')))
    return new AanvraagFout(400, 'Het adres bevat tekens die niet kunnen.');
  const namen = [...new URLSearchParams(query).keys()];
  if (namen.length > MAX_PARAMETERS)
    return new AanvraagFout(400, `Het adres heeft te veel onderdelen: hoogstens ${MAX_PARAMETERS}.`);
  const vreemd = namen.find((naam) => !NAAM.test(naam) || VERBODEN.has(naam));
  if (vreemd !== undefined)
    return new AanvraagFout(400, `Het onderdeel "${vreemd.slice(0, 50)}" van het adres kan niet.`);
  const dubbel = namen.find((naam, index) => !HERHAALBAAR.has(naam) && namen.indexOf(naam) !== index);
  return dubbel === undefined
    ? undefined
    : new AanvraagFout(400, `Het onderdeel "${dubbel}" staat twee keer in het adres. Geef het één keer.`);
}

/** Whether percent signs stand for valid UTF-8, without NUL. */
function isLeesbaar(tekst: string): boolean {
  if (!tekst.includes('%')) return true;
  try {
    return !decodeURIComponent(tekst).includes('\0');
  } catch {
    return false;
  }
}
