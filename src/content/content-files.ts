import { z } from 'zod';
import { bronSchema } from '../domain/model/basis.ts';
import { checklistvoorbeeldSchema } from '../domain/model/checklistvoorbeeld.ts';
import { contactFileSchema } from '../domain/model/contact.ts';
import { lokaleStapSchema, plaatsSchema } from '../domain/model/gemeente.ts';
import type { Overlegtafel } from '../domain/model/overlegtafel.ts';
import { pakketveldenSchema } from '../domain/model/pakketveld.ts';
import { tafelRegelSchema } from '../domain/model/regel.ts';
import { p10RolSchema, startpuntSchema } from '../domain/model/rol.ts';
import { beslisboomTextSchema, voorbeeldSchema } from '../domain/model/uitkomst.ts';
import { vraagSchema } from '../domain/model/vraag.ts';
import { synonymSchema, wordSchema } from '../domain/model/word.ts';
import {
  clientondersteuningFileSchema,
  gemeenteFileSchema,
  noodnummerFileSchema,
  organisatieFileSchema,
  tafelFileSchema,
} from './contact-references.ts';

/** The folder of the tables, one file each; their rules lie in `rules/` under the same name. */
export const TAFEL_FOLDER = 'tables/overlegtafels';

/**
 * The files of the content besides the tables, by the part of the content that they hold. `schema` reads a file as it is
 * and gives what it holds, without `$schema`; `deel` is what one edits as one: a thing of its list, or all of it; at `schemaPath` lies the JSON Schema that this `$schema` names.
 */
export const FILES = {
  vragen: list('rules', 'vragen', vraagSchema),
  beslisboom: single('tables', 'beslisboom', beslisboomTextSchema),
  lokaal: single('tables', 'lokaal', lokaleStapSchema),
  gemeenten: list('tables', 'gemeenten', gemeenteFileSchema),
  plaatsen: list('tables', 'plaatsen', plaatsSchema),
  organisaties: list('tables', 'organisaties', organisatieFileSchema),
  clientondersteuning: single('tables', 'clientondersteuning', clientondersteuningFileSchema),
  pakketvelden: single('tables', 'pakketvelden', pakketveldenSchema),
  rollen: list('tables', 'rollen', p10RolSchema),
  noodnummers: list('tables', 'noodnummers', noodnummerFileSchema),
  contacten: list('tables', 'contacten', contactFileSchema),
  checklistvoorbeelden: list('tables', 'checklistvoorbeelden', checklistvoorbeeldSchema),
  bronnen: list('tables', 'bronnen', bronSchema),
  startpunten: list('tables', 'startpunten', startpuntSchema),
  synoniemen: list('tables', 'synoniemen', synonymSchema),
  voorbeelden: list('tables', 'voorbeelden', voorbeeldSchema),
  woordenlijst: list('tables', 'woordenlijst', wordSchema),
} as const;

/** The two files of a table: what the source says of it, and its rules. */
export const TAFEL_FILES = {
  gegevens: {
    schemaPath: 'tables/schemas/overlegtafel.schema.json',
    deel: tafelFileSchema,
    schema: withSchema('../schemas/overlegtafel.schema.json', tafelFileSchema),
  },
  regels: {
    schemaPath: 'rules/schemas/tafel.schema.json',
    deel: tafelRegelSchema,
    schema: withSchema('./schemas/tafel.schema.json', tafelRegelSchema),
  },
} as const;

/** A file that is one thing. */
function single<Shape extends z.core.$ZodLooseShape>(
  folder: string,
  naam: string,
  content: z.ZodObject<Shape>,
) {
  return {
    bestand: `${folder}/${naam}.json`,
    schemaPath: `${folder}/schemas/${naam}.schema.json`,
    deel: content,
    schema: withSchema(`./schemas/${naam}.schema.json`, content),
  };
}

/** A file that lists things, under its own name: a bare list has no place for `$schema`. */
function list<Item extends z.ZodType>(folder: string, naam: string, item: Item) {
  const $schema = `./schemas/${naam}.schema.json`;
  return {
    bestand: `${folder}/${naam}.json`,
    schemaPath: `${folder}/schemas/${naam}.schema.json`,
    deel: item,
    schema: z
      .strictObject({ $schema: z.literal($schema), [naam]: z.array(item).min(1) })
      .transform((bestand) => bestand[naam] as z.output<Item>[]),
  };
}

function withSchema<Shape extends z.core.$ZodLooseShape>($schema: string, content: z.ZodObject<Shape>) {
  return z.strictObject({ $schema: z.literal($schema), ...content.shape }).transform((bestand) => {
    const { $schema: _, ...rest } = bestand as Record<string, unknown>;
    return rest as z.output<z.ZodObject<Shape, z.core.$strict>>;
  });
}

const EXPLANATION =
  'Gemaakt uit src/domain/model met npm run content:schemas; niet met de hand wijzigen. Helpt een editor bij het invullen. De wegwijzer zelf controleert meer: npm run content:check.';

/**
 * The JSON Schemas of the content files, as text by path from the folder of the project.
 * In draft 7, the newest that common editors know in full. What zod checks by function is not in it.
 */
export function toJsonSchemas(): ReadonlyMap<string, string> {
  const kinds = [...Object.values(FILES), ...Object.values(TAFEL_FILES)];
  return new Map(
    kinds.map(({ schemaPath, schema }) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
      return [schemaPath, `${JSON.stringify({ $schema, $comment: EXPLANATION, ...rest }, null, 2)}\n`];
    }),
  );
}

type LadderPlace = Pick<Overlegtafel, 'soort' | 'trede' | 'volgorde'>;

/** Overlegtafels by trede and by `volgorde` within it; provisions last. */
export function ladderOrder(a: LadderPlace, b: LadderPlace): number {
  const soort = Number(a.soort === 'voorziening') - Number(b.soort === 'voorziening');
  return soort || a.trede - b.trede || a.volgorde - b.volgorde;
}
