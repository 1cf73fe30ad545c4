import type { RequestHandler } from 'express';
import { AanvraagFout } from '../http/check-request.ts';
import { readText } from '../http/read-text.ts';

/** A referral goes five deep: `{"verwijzing": {"plan": [{"wie": "…"}]}}`. */
const MAX_DIEPTE = 10;
/** Values in lists and objects together; the longest referral, with every warning confirmed, has less than half. */
const MAX_DELEN = 5_000;

/** Reads a JSON body into `req.body`; `limit` is in bytes. */
export function readJson(limit: number): RequestHandler<Record<string, string>> {
  return readText('application/json', limit, parseJson);
}

function parseJson(tekst: string): unknown {
  const fout = findVormFout(tekst);
  if (fout !== null) throw new AanvraagFout(400, fout);
  try {
    return JSON.parse(tekst);
  } catch {
    throw new AanvraagFout(400, 'De aanvraag is geen geldige JSON. Stuur een JSON-object.');
  }
}

/**
 * What is beyond measure in a JSON text, by counting brackets and commas outside strings. Before parsing, since what is
 * nested deeply or has very many parts is slow and dangerous to walk.
 */
function findVormFout(json: string): string | null {
  let diepte = 0;
  let delen = 0;
  for (let plaats = 0; plaats < json.length; plaats += 1) {
    switch (json[plaats]) {
      case '"':
        plaats = findEinde(json, plaats + 1);
        break;
      case '{':
      case '[':
        diepte += 1;
        if (diepte > MAX_DIEPTE) return `De JSON is te diep genest: hoogstens ${MAX_DIEPTE} lagen.`;
        break;
      case '}':
      case ']':
        diepte -= 1;
        break;
      case ',':
        delen += 1;
        if (delen > MAX_DELEN) return `De JSON heeft te veel onderdelen: hoogstens ${MAX_DELEN}.`;
        break;
    }
  }
  return null;
}

/** Where the string ends that begins here. */
function findEinde(json: string, begin: number): number {
  let plaats = begin;
  while (plaats < json.length && json[plaats] !== '"') plaats += json[plaats] === '\\' ? 2 : 1;
  return plaats;
}
