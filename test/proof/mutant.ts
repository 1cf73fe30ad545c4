import type { Content } from '../../src/domain/model/content.ts';
import type { Overlegtafel } from '../../src/domain/model/overlegtafel.ts';
import { tafelDataSchema } from '../../src/domain/model/overlegtafel.ts';
import { tafelRegelSchema } from '../../src/domain/model/regel.ts';
import { vraagSchema } from '../../src/domain/model/vraag.ts';
import { mutateAanmelders } from './mutate-aanmelders.ts';
import { mutateRegels } from './mutate-regels.ts';
import { mutateVragen } from './mutate-vragen.ts';

/** A change of one value: where, what, and the part of the content with it. */
export interface Change<Part> {
  readonly plaats: string;
  readonly wat: string;
  readonly deel: Part;
}

/** The content with one value changed, as an editor could by mistake. */
export interface Mutant {
  readonly bestand: string;
  readonly plaats: string;
  readonly wat: string;
  /** Whether the changed file still has the form of its schema. */
  readonly hasShape: boolean;
  readonly content: Content;
}

/** Every single change of what the rules, the questions and the lists of who may refer decide with. */
export function* listMutants(content: Content): Generator<Mutant> {
  for (const tafel of content.tafels) {
    for (const change of mutateRegels(content, tafel))
      yield toMutant(`rules/${tafel.id}.json`, change, {
        schema: tafelRegelSchema,
        content: withTafel(content, { ...tafel, regels: change.deel }),
      });
    for (const change of mutateAanmelders(content, tafel)) {
      const { regels, ...data } = { ...tafel, aanmelders: change.deel };
      yield toMutant(`tables/overlegtafels/${tafel.id}.json`, change, {
        schema: tafelDataSchema,
        shape: data,
        content: withTafel(content, { ...data, regels }),
      });
    }
  }
  for (const change of mutateVragen(content))
    yield toMutant('rules/vragen.json', change, {
      schema: vraagSchema.array(),
      shape: change.deel.map(({ slug: _, ...vraag }) => vraag),
      content: { ...content, vragen: change.deel },
    });
}

interface Changed {
  readonly schema: { safeParse(shape: unknown): { success: boolean } };
  /** What the schema reads, if that is not the changed part itself. */
  readonly shape?: unknown;
  readonly content: Content;
}

function toMutant(
  bestand: string,
  { plaats, wat, deel }: Change<unknown>,
  { schema, shape = deel, content }: Changed,
): Mutant {
  return { bestand, plaats, wat, hasShape: schema.safeParse(shape).success, content };
}

function withTafel(content: Content, fresh: Overlegtafel): Content {
  return { ...content, tafels: content.tafels.map((tafel) => (tafel.id === fresh.id ? fresh : tafel)) };
}
