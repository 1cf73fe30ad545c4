import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Say, TEXTS } from '../domain/texts.ts';
import { TemplateFault } from './handlebars-views.ts';

const SLOTS: Readonly<Record<string, readonly string[]>> = TEXTS;

/**
 * Reads all texts of `folder` (`views/text`): JSON files with, per key, a sentence in Dutch that may hold `{slot}`s.
 * @throws TemplateFault with each text that is missing, is no text, is never said, or has a slot that nothing fills.
 */
export function readTexts(folder: string): Say {
  const faults: string[] = [];
  const texts = new Map(
    listFiles(folder, faults).flatMap((file) => {
      const found = Object.entries(readFile(join(folder, `${file}.json`), file, faults));
      return found.map(([key, text]): [string, unknown] => [`${file}.${key}`, text]);
    }),
  );
  for (const key of Object.keys(SLOTS)) {
    if (!texts.has(key)) faults.push(`${toPlace(key)} ontbreekt. Zet deze tekst terug.`);
  }
  for (const [key, text] of texts) faults.push(...checkText(key, text));
  if (faults.length > 0) throw new TemplateFault(faults);
  return (key, ...[values]) => fill(String(texts.get(key)), values ?? {});
}

function checkText(key: string, text: unknown): string[] {
  const slots = Object.hasOwn(SLOTS, key) ? SLOTS[key] : undefined;
  if (!slots) return [`${toPlace(key)} wordt nergens gebruikt. Haal deze tekst weg, of herstel de naam.`];
  if (typeof text !== 'string' || text.trim() === '')
    return [`${toPlace(key)} is geen tekst. Zet een zin tussen aanhalingstekens.`];
  return [...text.matchAll(/\{([^}]*)\}?/g)]
    .filter(([whole, slot = '']) => !whole.endsWith('}') || !slots.includes(slot))
    .map(([whole]) => {
      const possible = slots.map((slot) => `{${slot}}`).join(', ') || 'geen';
      return `${toPlace(key)} heeft een onbekende plek om in te vullen: ${whole}. Mogelijk: ${possible}.`;
    });
}

/** In one pass: what somebody typed is never filled in itself. */
function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{([^}]*)\}/g, (_whole, slot: string) => String(values[slot]));
}

function toPlace(key: string): string {
  const [file, ...rest] = key.split('.');
  return `views/text/${file}.json: "${rest.join('.')}"`;
}

function listFiles(folder: string, faults: string[]): string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    return names.map((name) => name.slice(0, -'.json'.length)).sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    faults.push(`views/text is niet te lezen (${code}). Zet de map met teksten terug.`);
    return [];
  }
}

function readFile(path: string, file: string, faults: string[]): object {
  try {
    const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json;
    faults.push(`views/text/${file}.json moet een lijst van namen met teksten zijn: {"naam": "tekst"}.`);
  } catch (error) {
    const reason = error instanceof SyntaxError ? `geen geldige JSON (${error.message})` : 'niet te lezen';
    faults.push(`views/text/${file}.json is ${reason}. Herstel het bestand.`);
  }
  return {};
}
