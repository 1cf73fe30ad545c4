import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentFault } from '../../src/content/content-fault.ts';
import { loadContent } from './load-content.ts';
import { ROOT } from './real-content.ts';
import { makeTempDir } from './temp-dir.ts';

/** One fault to plant in a copy of the content; `path` is a path such as `criteria.0.id` inside the JSON. */
export type Ingreep =
  | { readonly bestand: string; readonly zet: string; readonly op: unknown }
  | { readonly bestand: string; readonly erbij: string; readonly item: unknown }
  | { readonly bestand: string; readonly removal: string }
  | { readonly bestand: string; readonly tekst: string }
  | { readonly bestand: string; readonly verwijder: true };

/** A temporary copy of the real content with these faults in it; returns its root. */
export function copyContent(...ingrepen: readonly Ingreep[]): string {
  const root = makeTempDir();
  for (const folder of ['rules', 'tables'])
    cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
  for (const ingreep of ingrepen) plant(root, ingreep);
  return root;
}

/** The fault that loading this content gives, or null when it loads. */
export function findContentFault(root: string): ContentFault | null {
  try {
    loadContent(root);
    return null;
  } catch (error) {
    if (error instanceof ContentFault) return error;
    throw error;
  }
}

function plant(root: string, ingreep: Ingreep): void {
  const path = join(root, ingreep.bestand);
  if ('verwijder' in ingreep) {
    rmSync(path, { recursive: true });
    return;
  }
  writeFileSync(path, 'tekst' in ingreep ? ingreep.tekst : JSON.stringify(change(path, ingreep)));
}

function change(
  bestand: string,
  ingreep: Exclude<Ingreep, { tekst: string } | { verwijder: true }>,
): unknown {
  const json: unknown = JSON.parse(readFileSync(bestand, 'utf8'));
  if ('erbij' in ingreep) {
    const list =
      ingreep.erbij === '' ? toList(json) : find(toStart(json, ingreep.erbij), ingreep.erbij.split('.'));
    if (!Array.isArray(list)) throw new Error(`${ingreep.erbij} is geen lijst.`);
    list.push(ingreep.item);
    return json;
  }
  const keys = ('zet' in ingreep ? ingreep.zet : ingreep.removal).split('.');
  const last = keys.pop() ?? '';
  const target = find(toStart(json, keys[0] ?? last), keys) as Record<string, unknown>;
  if ('zet' in ingreep) target[last] = ingreep.op;
  else if (!(last in target)) throw new Error(`${ingreep.removal} is er niet.`);
  else if (Array.isArray(target)) target.splice(Number(last), 1);
  else delete target[last];
  return json;
}

/** The list of a file that holds one list under its own name, beside `$schema`; any other file is what it is. */
function toList(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return json;
  const { $schema: _, ...rest } = json as Record<string, unknown>;
  const [single, ...other] = Object.values(rest);
  return other.length === 0 && Array.isArray(single) ? single : json;
}

/** Where a path starts: one that begins with a number goes into the list of the file. */
function toStart(json: unknown, path: string): unknown {
  return /^\d/.test(path) ? toList(json) : json;
}

function find(json: unknown, keys: readonly string[]): object {
  let deel = json;
  for (const key of keys) deel = (deel as Record<string, unknown>)[key];
  if (typeof deel !== 'object' || deel === null) throw new Error(`${keys.join('.')} is er niet.`);
  return deel;
}
