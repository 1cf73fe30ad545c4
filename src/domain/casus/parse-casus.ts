import { isObject } from '../json.ts';
import { checkCasuscode } from '../referral/casuscode.ts';
import { adviesSchema, type Casus, FORMAT, MAX_CASUS, statusSchema, VERSIE } from './casus.ts';
import type { CasusRules } from './casus-rules.ts';
import { beginCasus } from './change-casus.ts';
import { tidy } from './merge-casus.ts';
import {
  type Drop,
  quote,
  readAntwoordenPart,
  readItemsPart,
  readOne,
  readVeldenPart,
  readVerwijzingenPart,
} from './read-parts.ts';

/** A case file that was read, with what of it could not be kept; or why it cannot be read at all. */
export type ParsedCasus =
  | { readonly casus: Casus; readonly gevallen: readonly string[] }
  | { readonly fout: string };

/** An object with a first key, or what is left of it: what does not begin so never was a case file. */
const BEGINS_AS_ONE = /^\s*\{\s*(?:"|$)/;

/** More than this says nothing more, and a page of it would be endless. */
const MAX_NAMED = 20;

/**
 * Reads a case file. What can be kept is kept, and what falls away is named with its place; never throws, whatever the
 * text is. `today` is the date, YYYY-MM-DD, and `moment` what counts as the last change where the file has none.
 */
export function parseCasus(rules: CasusRules, text: string, today: string, moment: string): ParsedCasus {
  const { say } = rules;
  // A character takes at least a byte.
  if (text.length > MAX_CASUS) return { fout: say('casus.te-groot') };
  const read = readJson(rules, text);
  if ('fout' in read) return read;
  const { json } = read;
  if (!isObject(json) || json.format !== FORMAT) return { fout: say('casus.ander-bestand') };
  const { versie, casuscode } = json;
  if (typeof versie !== 'number' || !Number.isInteger(versie) || versie < 1)
    return { fout: say('casus.geen-versie') };
  if (versie > VERSIE) return { fout: say('casus.nieuwer', { versie, kent: VERSIE }) };
  if (typeof casuscode !== 'string') return { fout: say('casus.geen-code') };
  const fault = checkCasuscode(casuscode);
  if (fault) return { fout: say('casus.code-fout', { fout: say(fault) }) };

  const gevallen: string[] = [];
  let dropped = 0;
  const drop: Drop = (melding) => {
    dropped += 1;
    if (gevallen.length < MAX_NAMED) gevallen.push(melding);
  };
  const status = readOne(rules, statusSchema, json.status, 'status', drop);
  const advies = json.advies === undefined ? null : readOne(rules, adviesSchema, json.advies, 'advies', drop);
  const casus: Casus = {
    ...beginCasus(casuscode, moment),
    ...(status ? { status } : {}),
    ...(advies ? { advies } : {}),
    antwoorden: readAntwoordenPart(rules, json.antwoorden, drop),
    velden: readVeldenPart(rules, json.velden, today, drop),
    plan: readItemsPart(rules, 'plan', json.plan ?? [], today, drop),
    checklist: readItemsPart(rules, 'checklist', json.checklist ?? [], today, drop),
    termijnen: readItemsPart(rules, 'termijnen', json.termijnen ?? [], today, drop),
    verwijzingen: readVerwijzingenPart(rules, json.verwijzingen, today, drop),
    logboek: readItemsPart(rules, 'logboek', json.logboek, today, drop),
  };
  const known = [...Object.keys(casus), 'advies'];
  for (const key of Object.keys(json)) {
    if (!known.includes(key)) drop(say('casus.weg-onbekend', { plaats: quote(key) }));
  }
  if (dropped > MAX_NAMED) gevallen.push(say('casus.weg-meer', { aantal: dropped - MAX_NAMED }));
  return { casus: tidy(casus), gevallen };
}

function readJson({ say }: CasusRules, text: string): { readonly json: unknown } | { readonly fout: string } {
  if (text.trim() === '') return { fout: say('casus.leeg') };
  try {
    return { json: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    if (!BEGINS_AS_ONE.test(text)) return { fout: say('casus.ander-bestand') };
    const place = /position (\d+)/.exec((error as Error).message)?.[1];
    const before = text.slice(0, place === undefined ? text.length : Number(place));
    return {
      fout: say('casus.geen-json', {
        regel: before.split('\n').length,
        teken: before.length - before.lastIndexOf('\n'),
      }),
    };
  }
}
