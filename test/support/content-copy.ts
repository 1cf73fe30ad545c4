import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentFout } from '../../src/content/content-fault.ts';
import { loadContent } from '../../src/content/load-content.ts';
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
  for (const map of ['rules', 'tables']) cpSync(join(ROOT, map), join(root, map), { recursive: true });
  for (const ingreep of ingrepen) plant(root, ingreep);
  return root;
}

/** The fault that loading this content gives, or null when it loads. */
export function findContentFout(root: string): ContentFout | null {
  try {
    loadContent(root);
    return null;
  } catch (error) {
    if (error instanceof ContentFout) return error;
    throw error;
  }
}

function plant(root: string, ingreep: Ingreep): void {
  const pad = join(root, ingreep.bestand);
  if ('verwijder' in ingreep) {
    rmSync(pad, { recursive: true });
    return;
  }
  writeFileSync(pad, 'tekst' in ingreep ? ingreep.tekst : JSON.stringify(change(pad, ingreep)));
}

function change(
  bestand: string,
  ingreep: Exclude<Ingreep, { tekst: string } | { verwijder: true }>,
): unknown {
  const json: unknown = JSON.parse(readFileSync(bestand, 'utf8'));
  if ('erbij' in ingreep) {
    const lijst =
      ingreep.erbij === '' ? toLijst(json) : find(toStart(json, ingreep.erbij), ingreep.erbij.split('.'));
    if (!Array.isArray(lijst)) throw new Error(`${ingreep.erbij} is geen lijst.`);
    lijst.push(ingreep.item);
    return json;
  }
  const sleutels = ('zet' in ingreep ? ingreep.zet : ingreep.removal).split('.');
  const laatste = sleutels.pop() ?? '';
  const doel = find(toStart(json, sleutels[0] ?? laatste), sleutels) as Record<string, unknown>;
  if ('zet' in ingreep) doel[laatste] = ingreep.op;
  else if (!(laatste in doel)) throw new Error(`${ingreep.removal} is er niet.`);
  else if (Array.isArray(doel)) doel.splice(Number(laatste), 1);
  else delete doel[laatste];
  return json;
}

/** The list of a file that holds one list under its own name, beside `$schema`; any other file is what it is. */
function toLijst(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return json;
  const { $schema: _, ...rest } = json as Record<string, unknown>;
  const [enige, ...andere] = Object.values(rest);
  return andere.length === 0 && Array.isArray(enige) ? enige : json;
}

/** Where a path starts: one that begins with a number goes into the list of the file. */
function toStart(json: unknown, pad: string): unknown {
  return /^\d/.test(pad) ? toLijst(json) : json;
}

function find(json: unknown, sleutels: readonly string[]): object {
  let deel = json;
  for (const sleutel of sleutels) deel = (deel as Record<string, unknown>)[sleutel];
  if (typeof deel !== 'object' || deel === null) throw new Error(`${sleutels.join('.')} is er niet.`);
  return deel;
}
