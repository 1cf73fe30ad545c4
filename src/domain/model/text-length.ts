import { z } from 'zod';

/** How many characters a text has, as people and JSON Schema count them: an emoji is one. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** A text of at most so many of these. */
export function toTextSchema(max: number) {
  return limitText(z.string(), max);
}

/** The same of a text with other rules too; `max` of zod counts an emoji twice, and its JSON Schema says otherwise. */
export function limitText(schema: z.ZodString, max: number, melding?: string) {
  return schema
    .refine((text) => text.length <= max || countCharacters(text) <= max, melding)
    .meta({ maxLength: max });
}
