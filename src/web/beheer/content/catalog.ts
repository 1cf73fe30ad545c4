import type { Formulier } from '../../../domain/editing/form/find-uses.ts';
import { type JsonSchema, readSchema } from '../../../domain/editing/form/read-schema.ts';
import { isObject } from '../../../domain/editing/json.ts';
import { listNamen, readThing, type Soort } from '../../../domain/editing/soort.ts';
import type { Files } from '../../../domain/editing/versions.ts';

/** The kinds of content with the forms of their things, made once. */
export interface Catalog {
  readonly formulieren: readonly Formulier[];
  readonly find: (soort: string) => Formulier | null;
}

/** Makes the forms of all kinds, when one is first asked for. */
export function createCatalog(listSoorten: () => readonly Soort[]): Catalog {
  let made: readonly Formulier[] | null = null;
  const list = () => {
    made ??= listSoorten().map((soort) => ({
      soort,
      veld: readSchema(soort.soort, soort.schema as JsonSchema),
    }));
    return made;
  };
  return {
    get formulieren() {
      return list();
    },
    find: (soort) => list().find((formulier) => formulier.soort.soort === soort) ?? null,
  };
}

/** What a thing is called, the first that it has. */
const NAMES = ['naam', 'titel', 'woord', 'label', 'kort', 'wie'];

/** A thing as a list shows it. */
export interface Thing {
  readonly naam: string;
  readonly titel: string;
}

/** The things of a kind, in their order. */
export function listThings(files: Files, soort: Soort): readonly Thing[] {
  return listNamen(files, soort).map((naam) => ({ naam, titel: toTitle(files, soort, naam) }));
}

/** What a thing is called for who reads it. */
export function toTitle(files: Files, soort: Soort, naam: string): string {
  const value = readThing(files, soort, naam);
  if (!isObject(value)) return naam;
  if (soort.soort === 'regels') return toText(files[`tables/overlegtafels/${naam}.json`], 'naam') ?? naam;
  if (Array.isArray(value.woorden)) return value.woorden.slice(0, 4).join(', ');
  const own = NAMES.map((key) => toText(value, key)).find(Boolean) ?? naam;
  // Places of one name lie in more than one gemeente, and contacts have one name for more than one address.
  const beside = soort.soort === 'plaatsen' ? toText(value, 'gemeente') : toText(value, 'waarde');
  return beside ? `${own} (${beside})` : own;
}

function toText(value: unknown, key: string): string | null {
  const text = isObject(value) ? value[key] : null;
  return typeof text === 'string' ? text : null;
}
