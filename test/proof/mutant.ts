import type { Content } from '../../src/domain/model/content.ts';
import type { Overlegtafel } from '../../src/domain/model/overlegtafel.ts';
import { tafelDataSchema } from '../../src/domain/model/overlegtafel.ts';
import { tafelRegelSchema } from '../../src/domain/model/regel.ts';
import { vraagSchema } from '../../src/domain/model/vraag.ts';
import { mutateAanmelders } from './mutate-aanmelders.ts';
import { mutateRegels } from './mutate-regels.ts';
import { mutateVragen } from './mutate-vragen.ts';

/** A change of one value: where, what, and the part of the content with it. */
export interface Wijziging<Deel> {
  readonly plaats: string;
  readonly wat: string;
  readonly deel: Deel;
}

/** The content with one value changed, as an editor could by mistake. */
export interface Mutant {
  readonly bestand: string;
  readonly plaats: string;
  readonly wat: string;
  /** Whether the changed file still has the form of its schema. */
  readonly heeftVorm: boolean;
  readonly content: Content;
}

/** Every single change of what the rules, the questions and the lists of who may refer decide with. */
export function* listMutants(content: Content): Generator<Mutant> {
  for (const tafel of content.tafels) {
    for (const wijziging of mutateRegels(content, tafel))
      yield toMutant(`rules/${tafel.id}.json`, wijziging, {
        schema: tafelRegelSchema,
        content: withTafel(content, { ...tafel, regels: wijziging.deel }),
      });
    for (const wijziging of mutateAanmelders(content, tafel)) {
      const { regels, ...gegevens } = { ...tafel, aanmelders: wijziging.deel };
      yield toMutant(`tables/overlegtafels/${tafel.id}.json`, wijziging, {
        schema: tafelDataSchema,
        vorm: gegevens,
        content: withTafel(content, { ...gegevens, regels }),
      });
    }
  }
  for (const wijziging of mutateVragen(content))
    yield toMutant('rules/vragen.json', wijziging, {
      schema: vraagSchema.array(),
      vorm: wijziging.deel.map(({ slug: _, ...vraag }) => vraag),
      content: { ...content, vragen: wijziging.deel },
    });
}

interface Gewijzigd {
  readonly schema: { safeParse(vorm: unknown): { success: boolean } };
  /** What the schema reads, if that is not the changed part itself. */
  readonly vorm?: unknown;
  readonly content: Content;
}

function toMutant(
  bestand: string,
  { plaats, wat, deel }: Wijziging<unknown>,
  { schema, vorm = deel, content }: Gewijzigd,
): Mutant {
  return { bestand, plaats, wat, heeftVorm: schema.safeParse(vorm).success, content };
}

function withTafel(content: Content, nieuw: Overlegtafel): Content {
  return { ...content, tafels: content.tafels.map((tafel) => (tafel.id === nieuw.id ? nieuw : tafel)) };
}
