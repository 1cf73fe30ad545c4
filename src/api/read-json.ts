import type { RequestHandler } from 'express';
import type { Say } from '../domain/texts.ts';
import { BadRequest } from '../http/check-request.ts';
import { readText } from '../http/read-text.ts';

/** A referral goes five deep: `{"verwijzing": {"plan": [{"wie": "…"}]}}`. */
const MAX_DEPTH = 10;
/** Values in lists and objects together; the longest referral, with every warning confirmed, has less than half. */
const MAX_PARTS = 5_000;
/** The most of a name that an answer repeats, in characters. */
const MAX_NAME = 50;

/** Reads a JSON body into `req.body`; `limit` is in bytes. */
export function readJson(limit: number, say: Say): RequestHandler<Record<string, string>> {
  return readText('application/json', limit, (tekst) => parseJson(tekst, say));
}

function parseJson(tekst: string, say: Say): unknown {
  const fault = findShapeFault(tekst, say);
  if (fault !== null) throw new BadRequest(400, fault);
  const json = parseOrThrow(tekst, say);
  const double = findDoubleMember(tekst);
  if (double !== null) throw new BadRequest(400, say('api.dubbel-veld', { veld: double.slice(0, MAX_NAME) }));
  return json;
}

function parseOrThrow(tekst: string, say: Say): unknown {
  try {
    return JSON.parse(tekst);
  } catch {
    throw new BadRequest(400, say('api.geen-json'));
  }
}

/**
 * What is beyond measure in a JSON text, by counting brackets and commas outside strings. Before parsing, since what is
 * nested deeply or has very many parts is slow and dangerous to walk.
 */
function findShapeFault(json: string, say: Say): string | null {
  let depth = 0;
  let parts = 0;
  for (let place = 0; place < json.length; place += 1) {
    switch (json[place]) {
      case '"':
        place = findEnd(json, place + 1);
        break;
      case '{':
      case '[':
        depth += 1;
        if (depth > MAX_DEPTH) return say('api.te-diep', { hoogstens: MAX_DEPTH });
        break;
      case '}':
      case ']':
        depth -= 1;
        break;
      case ',':
        parts += 1;
        if (parts > MAX_PARTS) return say('api.te-veel', { hoogstens: MAX_PARTS });
        break;
    }
  }
  return null;
}

/**
 * The name of a member that an object in this JSON has twice; null when there is none. JSON.parse takes the last without a
 * word, and a reviver does not see the first. `json` is valid: there a string with a colon behind it is always a name.
 */
function findDoubleMember(json: string): string | null {
  /** Of each object in which we are the names so far; null for a list. */
  const open: (Set<string> | null)[] = [];
  for (let place = 0; place < json.length; place += 1) {
    const sign = json[place];
    if (sign === '{') open.push(new Set());
    else if (sign === '[') open.push(null);
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === '"') {
      const end = findEnd(json, place + 1);
      const names = open.at(-1);
      if (names && isBeforeColon(json, end + 1)) {
        // Parsed, since "\u0061" and "a" are the same name.
        const name = JSON.parse(json.slice(place, end + 1)) as string;
        if (names.has(name)) return name;
        names.add(name);
      }
      place = end;
    }
  }
  return null;
}

/** Whether the first sign from here on, spaces aside, is a colon. */
function isBeforeColon(json: string, begin: number): boolean {
  let place = begin;
  while (' \t\r\n'.includes(json[place] ?? '.')) place += 1;
  return json[place] === ':';
}

/** Where the JSON string ends of which the contents begin here; past the text when it has no end. */
function findEnd(json: string, begin: number): number {
  let place = begin;
  while (place < json.length && json[place] !== '"') place += json[place] === '\\' ? 2 : 1;
  return place;
}
