import { z } from 'zod';
import type { Soort, Staat } from '../domain/editing/soort.ts';
import { FILES, TAFEL_FILES, TAFEL_FOLDER } from './content-files.ts';
import { parseWith } from './parse-with.ts';

/**
 * All kinds of content that one edits thing by thing, in the order in which they are shown. A file with much of different
 * kinds is more than one of these.
 */
export const SOORTEN: readonly Soort[] = [
  inList('contacten'),
  inFolder('tafels', TAFEL_FOLDER, null, TAFEL_FILES.gegevens.deel, '../schemas/overlegtafel.schema.json'),
  inFolder('regels', 'rules', 'vragen', TAFEL_FILES.regels.deel, './schemas/tafel.schema.json'),
  inList('vragen'),
  inList('organisaties'),
  inList('gemeenten'),
  inList('plaatsen'),
  inList('noodnummers'),
  partOf('clientondersteuning', 'clientondersteuning', 'recht', 'taken', 'uitgangspunten', 'alsOnbekend'),
  listOf('aanbieders', 'clientondersteuning', 'aanbieders'),
  wholeFile('lokaal'),
  inList('startpunten'),
  inList('rollen'),
  inList('woordenlijst'),
  inList('synoniemen'),
  inList('checklistvoorbeelden'),
  listOf('pakketvelden', 'pakketvelden', 'velden'),
  partOf('pakketwoorden', 'pakketvelden', 'rubrieken', 'teksten'),
  partOf('belkaart', 'pakketvelden', 'belkaart'),
  partOf('inwoner', 'pakketvelden', 'inwoner'),
  wholeFile('beslisboom'),
  inList('voorbeelden'),
  inList('bronnen'),
];

/** The things of a file that is one list. */
function inList(naam: keyof typeof FILES): Soort {
  const { bestand, deel } = FILES[naam];
  return toSoort(naam, { in: 'lijst', bestand, lijst: naam }, deel);
}

/** The files of a folder, but for `behalve`. */
function inFolder(
  soort: string,
  map: string,
  behalve: string | null,
  deel: z.ZodType,
  $schema: string,
): Soort {
  return toSoort(soort, { in: 'map', map, behalve }, deel, $schema);
}

function wholeFile(naam: keyof typeof FILES): Soort {
  const { bestand, deel } = FILES[naam];
  return toSoort(naam, { in: 'bestand', bestand, sleutels: null }, deel);
}

/** Files of more than one kind. */
type Mixed = 'clientondersteuning' | 'pakketvelden';

function shapeOf(file: Mixed): Readonly<Record<string, z.ZodType>> {
  return FILES[file].deel.shape;
}

/** Some keys of a file. */
function partOf(soort: string, file: Mixed, ...sleutels: readonly string[]): Soort {
  const shape = Object.entries(shapeOf(file)).filter(([key]) => sleutels.includes(key));
  const staat = { in: 'bestand', bestand: FILES[file].bestand, sleutels } as const;
  return toSoort(soort, staat, z.strictObject(Object.fromEntries(shape)));
}

/** The things of a list in a file with more in it. */
function listOf(soort: string, file: Mixed, lijst: string): Soort {
  const { element } = shapeOf(file)[lijst] as z.ZodArray<z.ZodType>;
  return toSoort(soort, { in: 'lijst', bestand: FILES[file].bestand, lijst }, element);
}

function toSoort(soort: string, staat: Staat, deel: z.ZodType, $schema = ''): Soort {
  return {
    soort,
    staat,
    $schema,
    schema: z.toJSONSchema(deel, { io: 'input' }),
    check: (value) => parseWith(deel, value).fouten,
  };
}
