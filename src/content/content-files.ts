import { z } from 'zod';
import { bronSchema } from '../domain/model/basis.ts';
import { noodnummerSchema } from '../domain/model/contact.ts';
import type { Content } from '../domain/model/content.ts';
import { gemeenteSchema, lokaleStapSchema } from '../domain/model/gemeente.ts';
import { clientondersteuningSchema, organisatieSchema } from '../domain/model/organisatie.ts';
import { tafelDataSchema } from '../domain/model/overlegtafel.ts';
import { pakketveldenSchema } from '../domain/model/pakketveld.ts';
import { tafelRegelSchema } from '../domain/model/regel.ts';
import { p10RolSchema, startpuntSchema } from '../domain/model/rol.ts';
import { beslisboomTextSchema, voorbeeldSchema } from '../domain/model/uitkomst.ts';
import { vraagSchema } from '../domain/model/vraag.ts';
import { synonymSchema, wordSchema } from '../domain/model/word.ts';

/** The folder of the tables, one file each; their rules lie in `rules/` under the same name. */
export const TAFEL_MAP = 'tables/overlegtafels';

/**
 * The files of the content besides the tables, by the part of the content that they hold. `schema` reads a file as it is
 * and gives what it holds, without `$schema`; at `schemaPad` lies the JSON Schema that this `$schema` names.
 */
export const BESTANDEN = {
  vragen: lijst('rules', 'vragen', vraagSchema),
  beslisboom: geheel('tables', 'beslisboom', beslisboomTextSchema),
  lokaal: geheel('tables', 'lokaal', lokaleStapSchema),
  gemeenten: lijst('tables', 'gemeenten', gemeenteSchema),
  organisaties: lijst('tables', 'organisaties', organisatieSchema),
  clientondersteuning: geheel('tables', 'clientondersteuning', clientondersteuningSchema),
  pakketvelden: geheel('tables', 'pakketvelden', pakketveldenSchema),
  rollen: lijst('tables', 'rollen', p10RolSchema),
  noodnummers: lijst('tables', 'noodnummers', noodnummerSchema),
  bronnen: lijst('tables', 'bronnen', bronSchema),
  startpunten: lijst('tables', 'startpunten', startpuntSchema),
  synoniemen: lijst('tables', 'synoniemen', synonymSchema),
  voorbeelden: lijst('tables', 'voorbeelden', voorbeeldSchema),
  woordenlijst: lijst('tables', 'woordenlijst', wordSchema),
} as const;

/** The two files of a table: what the source says of it, and its rules. */
export const TAFEL_BESTANDEN = {
  gegevens: {
    schemaPad: 'tables/schemas/overlegtafel.schema.json',
    schema: metSchema('../schemas/overlegtafel.schema.json', tafelDataSchema),
  },
  regels: {
    schemaPad: 'rules/schemas/tafel.schema.json',
    schema: metSchema('./schemas/tafel.schema.json', tafelRegelSchema),
  },
} as const;

/** A file that is one thing. */
function geheel<Vorm extends z.core.$ZodLooseShape>(map: string, naam: string, inhoud: z.ZodObject<Vorm>) {
  return {
    bestand: `${map}/${naam}.json`,
    schemaPad: `${map}/schemas/${naam}.schema.json`,
    schema: metSchema(`./schemas/${naam}.schema.json`, inhoud),
  };
}

/** A file that lists things, under its own name: a bare list has no place for `$schema`. */
function lijst<Item extends z.ZodType>(map: string, naam: string, item: Item) {
  const $schema = `./schemas/${naam}.schema.json`;
  return {
    bestand: `${map}/${naam}.json`,
    schemaPad: `${map}/schemas/${naam}.schema.json`,
    schema: z
      .strictObject({ $schema: z.literal($schema), [naam]: z.array(item).min(1) })
      .transform((bestand) => bestand[naam] as z.output<Item>[]),
  };
}

function metSchema<Vorm extends z.core.$ZodLooseShape>($schema: string, inhoud: z.ZodObject<Vorm>) {
  return z.strictObject({ $schema: z.literal($schema), ...inhoud.shape }).transform((bestand) => {
    const { $schema: _, ...rest } = bestand as Record<string, unknown>;
    return rest as z.output<z.ZodObject<Vorm, z.core.$strict>>;
  });
}

/** The content as it lies in its files, by path: to say of each part where it stands. */
export function toBestanden(content: Content): Record<string, unknown> {
  const { tafels, vragen, ...rest } = content;
  const bestanden: Record<string, unknown> = { 'rules/vragen.json': { vragen } };
  // A list lies in its file under its own name.
  for (const [deel, data] of Object.entries(rest)) {
    bestanden[`tables/${deel}.json`] = Array.isArray(data) ? { [deel]: data } : data;
  }
  for (const { regels, ...gegevens } of tafels) {
    bestanden[`tables/overlegtafels/${gegevens.id}.json`] = gegevens;
    bestanden[`rules/${gegevens.id}.json`] = regels;
  }
  return bestanden;
}

const UITLEG =
  'Gemaakt uit src/domain/model met npm run content:schemas; niet met de hand wijzigen. Helpt een editor bij het invullen. De wegwijzer zelf controleert meer: npm run content:check.';

/**
 * The JSON Schemas of the content files, as text by path from the folder of the project.
 * In draft 7, the newest that common editors know in full. What zod checks by function is not in it.
 */
export function toJsonSchemas(): ReadonlyMap<string, string> {
  const soorten = [...Object.values(BESTANDEN), ...Object.values(TAFEL_BESTANDEN)];
  return new Map(
    soorten.map(({ schemaPad, schema }) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
      return [schemaPad, `${JSON.stringify({ $schema, $comment: UITLEG, ...rest }, null, 2)}\n`];
    }),
  );
}
