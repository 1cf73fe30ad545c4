import { toTafelFile } from '../../../domain/content-paths.ts';
import type { FormWords } from '../../../domain/editing/form/knoop.ts';
import { type JsonSchema, readSchema } from '../../../domain/editing/form/read-schema.ts';
import type { Formulier } from '../../../domain/editing/form/references.ts';
import type { FormFault } from '../../../domain/editing/form/to-value.ts';
import { listNamen, NAME_FIELDS, readThing, type Soort } from '../../../domain/editing/soort.ts';
import type { Files } from '../../../domain/editing/versions.ts';
import { isObject } from '../../../domain/json.ts';
import { type PlainKey, type Say, TEXTS } from '../../../domain/texts.ts';

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
  if (soort.soort === 'regels') return toText(files[toTafelFile(naam)], 'naam') ?? naam;
  if (Array.isArray(value.woorden)) return value.woorden.slice(0, 4).join(', ');
  const own = NAME_FIELDS.map((key) => toText(value, key)).find(Boolean) ?? naam;
  // Places of one name lie in more than one gemeente, and contacts have one name for more than one address.
  const beside = soort.soort === 'plaatsen' ? toText(value, 'gemeente') : toText(value, 'waarde');
  return beside ? `${own} (${beside})` : own;
}

function toText(value: unknown, key: string): string | null {
  const text = isObject(value) ? value[key] : null;
  return typeof text === 'string' ? text : null;
}

/** Finds the word of a name: that of the name in its parent goes before that of the name alone. */
export function findWord(say: Say, toKey: (naam: string) => string, naam: string, ouder = ''): string | null {
  const key = [toKey(`${ouder}_${naam}`), toKey(naam)].find((one) => Object.hasOwn(TEXTS, one));
  return key === undefined ? null : say(key as PlainKey);
}

/** The words of the forms, from `views/text/beheer-*.json`. What has no word is called as in the file. */
export function createFormWords(say: Say): FormWords {
  return {
    label: (naam, ouder) => findWord(say, (key) => `beheer-velden.${key}`, naam, ouder) ?? naam,
    hulp: (naam, ouder) => findWord(say, (key) => `beheer-hulp.${key}`, naam, ouder),
    een: (naam, ouder) => findWord(say, (key) => `beheer-een.${key}`, naam, ouder) ?? naam,
    keuze: (waarde) => findWord(say, (key) => `beheer-keuze.${key}`, waarde) ?? waarde,
    vorm: (naam) => findWord(say, (key) => `beheer-vorm.${key}`, naam) ?? naam,
  };
}

/** What a kind of content is called, and in one sentence what is in it. */
export function toSoortText(say: Say, soort: string): { readonly naam: string; readonly uitleg: string } {
  return {
    naam: findWord(say, (key) => `beheer-soort.${key}`, soort) ?? soort,
    uitleg: findWord(say, (key) => `beheer-soort-uitleg.${key}`, soort) ?? '',
  };
}

/** What is wrong with a field, in a sentence. */
export function toFaultText(say: Say, { fout, van = 0, tot = 0 }: FormFault): string {
  switch (fout) {
    case 'getal-van':
    case 'te-weinig':
      return say(`beheer-fout.${fout}`, { van });
    case 'getal-van-tot':
      return say('beheer-fout.getal-van-tot', { van, tot });
    case 'te-lang':
      return say('beheer-fout.te-lang', { tot });
    default:
      return say(`beheer-fout.${fout}`);
  }
}
