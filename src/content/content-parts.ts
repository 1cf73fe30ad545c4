import { z } from 'zod';
import type { Soort, Staat } from '../domain/editing/soort.ts';
import { pakketveldenSchema } from '../domain/model/pakketveld.ts';
import { clientondersteuningFileSchema } from './contact-references.ts';
import { FILES, TAFEL_FILES, TAFEL_FOLDER } from './content-files.ts';
import { parseWith } from './parse-with.ts';

const { clientondersteuning, pakketvelden } = FILES;

/**
 * All kinds of content that one edits thing by thing, in the order in which they are shown. A file with much of different
 * kinds is more than one of these.
 */
export const SOORTEN: readonly Soort[] = [
  inList('contacten'),
  toSoort(
    'tafels',
    { in: 'map', map: TAFEL_FOLDER, behalve: null },
    TAFEL_FILES.gegevens.deel,
    '../schemas/overlegtafel.schema.json',
  ),
  toSoort(
    'regels',
    { in: 'map', map: 'rules', behalve: 'vragen' },
    TAFEL_FILES.regels.deel,
    './schemas/tafel.schema.json',
  ),
  inList('vragen'),
  inList('organisaties'),
  inList('gemeenten'),
  inList('plaatsen'),
  inList('noodnummers'),
  inFile(
    'clientondersteuning',
    clientondersteuning.bestand,
    ['recht', 'taken', 'uitgangspunten', 'alsOnbekend'],
    clientondersteuning.deel.omit({ aanbieders: true }),
  ),
  toSoort(
    'aanbieders',
    { in: 'lijst', bestand: clientondersteuning.bestand, lijst: 'aanbieders' },
    clientondersteuningFileSchema.shape.aanbieders.element,
  ),
  inFile('lokaal', FILES.lokaal.bestand, null, FILES.lokaal.deel),
  inList('startpunten'),
  inList('rollen'),
  inList('woordenlijst'),
  inList('synoniemen'),
  inList('checklistvoorbeelden'),
  toSoort(
    'pakketvelden',
    { in: 'lijst', bestand: pakketvelden.bestand, lijst: 'velden' },
    pakketveldenSchema.shape.velden.element,
  ),
  inFile(
    'pakketwoorden',
    pakketvelden.bestand,
    ['rubrieken', 'teksten'],
    pakketveldenSchema.pick({ rubrieken: true, teksten: true }),
  ),
  inFile('belkaart', pakketvelden.bestand, ['belkaart'], pakketveldenSchema.pick({ belkaart: true })),
  inFile('inwoner', pakketvelden.bestand, ['inwoner'], pakketveldenSchema.pick({ inwoner: true })),
  inFile('beslisboom', FILES.beslisboom.bestand, null, FILES.beslisboom.deel),
  inList('voorbeelden'),
  inList('bronnen'),
];

/** The things of a file that is one list. */
function inList(naam: keyof typeof FILES): Soort {
  const { bestand, deel } = FILES[naam];
  return toSoort(naam, { in: 'lijst', bestand, lijst: naam }, deel);
}

function inFile(soort: string, bestand: string, sleutels: readonly string[] | null, deel: z.ZodType): Soort {
  return toSoort(soort, { in: 'bestand', bestand, sleutels }, deel);
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
