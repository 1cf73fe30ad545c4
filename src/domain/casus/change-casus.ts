import { type Antwoord, type Antwoorden, isEmpty } from '../model/antwoorden.ts';
import { type Casus, type CasusAdvies, FORMAT, VERSIE } from './casus.ts';
import type { CasusRules } from './casus-rules.ts';
import { readPlan } from './change-items.ts';
import { mergeTexts, tidy } from './merge-casus.ts';
import { toLater } from './register.ts';

/** A case of which nothing but the code is known. */
export function beginCasus(casuscode: string, moment: string): Casus {
  return {
    format: FORMAT,
    versie: VERSIE,
    casuscode,
    status: { waarde: 'open', gewijzigd: moment },
    antwoorden: {},
    velden: {},
    plan: [],
    checklist: [],
    termijnen: [],
    verwijzingen: [],
    logboek: [],
  };
}

/** Puts in the answers as they are now: what did not change keeps its moment, what is gone is taken back. */
export function putAntwoorden(casus: Casus, antwoorden: Antwoorden, moment: string): Casus {
  const before = readAntwoorden(casus);
  const facts = new Set([...Object.keys(before), ...Object.keys(antwoorden)]);
  const changed = [...facts]
    .filter((feit) => JSON.stringify(before[feit]) !== JSON.stringify(antwoorden[feit]))
    .map((feit) => {
      const antwoord = antwoorden[feit];
      const waarde = typeof antwoord === 'object' ? [...antwoord] : (antwoord ?? null);
      return [feit, { waarde, gewijzigd: toLater(moment, casus.antwoorden[feit]?.gewijzigd) }];
    });
  return tidy({ ...casus, antwoorden: { ...casus.antwoorden, ...Object.fromEntries(changed) } });
}

/**
 * Puts in one answer. The same as before keeps its moment; where partners answered differently at one moment, it is
 * the choice between them.
 */
export function putAntwoord(casus: Casus, feit: string, antwoord: Antwoord, moment: string): Casus {
  const known = casus.antwoorden[feit];
  const open = known?.ook ? { [feit]: { waarde: null, gewijzigd: known.gewijzigd } } : {};
  const before = { ...casus, antwoorden: { ...casus.antwoorden, ...open } };
  return putAntwoorden(before, { ...readAntwoorden(before), [feit]: antwoord }, moment);
}

/** The answers that stand. */
export function readAntwoorden({ antwoorden }: Casus): Antwoorden {
  return Object.fromEntries(
    Object.entries(antwoorden).flatMap(([feit, { waarde }]) => (waarde === null ? [] : [[feit, waarde]])),
  );
}

/** Puts in the texts of a package for one table; those that did not change, or are not given, keep their moment. */
export function putVelden(
  casus: Casus,
  rules: CasusRules,
  tafel: string,
  values: Readonly<Record<string, string>>,
  moment: string,
): Casus {
  const velden = new Map(Object.entries(casus.velden));
  for (const pad of rules.veldenOf.get(tafel)?.keys() ?? []) {
    const waarde = values[pad];
    if (waarde === undefined) continue;
    const texts = velden.get(pad) ?? [];
    const own = findText(texts, tafel);
    if (waarde === (own?.waarde ?? '')) continue;
    // The text that came along from another table keeps the moment at which it was written.
    const same = own === null ? texts.find((text) => text.waarde === waarde) : undefined;
    const written = same ? Object.values(same.tafels).sort().at(-1) : undefined;
    const now = written ?? toLater(moment, own?.tafels[tafel]);
    velden.set(pad, mergeTexts([...texts, { waarde, tafels: { [tafel]: now } }]));
  }
  return tidy({ ...casus, velden: Object.fromEntries(velden) });
}

/** The texts to begin a package for this table with: its own, else what was written last for another one. */
export function readVelden(casus: Casus, rules: CasusRules, tafel: string): Record<string, string> {
  const values: [string, string][] = [['casuscode', casus.casuscode], ...Object.entries(readPlan(casus))];
  for (const pad of rules.veldenOf.get(tafel)?.keys() ?? []) {
    const texts = casus.velden[pad] ?? [];
    const found = findText(texts, tafel) ?? findLast(texts);
    if (found) values.push([pad, found.waarde]);
  }
  return Object.fromEntries(values);
}

export function putStatus(casus: Casus, waarde: Casus['status']['waarde'], moment: string): Casus {
  return { ...casus, status: { waarde, gewijzigd: toLater(moment, casus.status.gewijzigd) } };
}

/** Puts in the advice that goes with the file, when it is another one than the last. */
export function putAdvies(casus: Casus, waarde: CasusAdvies, moment: string): Casus {
  if (JSON.stringify(casus.advies?.waarde) === JSON.stringify(waarde)) return casus;
  return { ...casus, advies: { waarde, gewijzigd: toLater(moment, casus.advies?.gewijzigd) } };
}

/** A case without answers has no advice that another one could be told from. */
export function withoutEmptyAdvies(casus: Casus): Casus {
  const { advies, ...rest } = casus;
  return advies && isEmpty(readAntwoorden(casus)) ? rest : casus;
}

type Texts = Casus['velden'][string];

function findText(texts: Texts, tafel: string): Texts[number] | null {
  return texts.find(({ tafels }) => Object.hasOwn(tafels, tafel)) ?? null;
}

function findLast(texts: Texts): Texts[number] | null {
  const last = (text: Texts[number]) => Object.values(text.tafels).sort().at(-1) ?? '';
  return texts.reduce<Texts[number] | null>(
    (best, text) => (best && last(best) >= last(text) ? best : text),
    null,
  );
}
