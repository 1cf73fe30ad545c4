import { z } from 'zod';

/** How many characters a text has, as people and JSON Schema count them: an emoji is one. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** A text of at most so many of these; `max` of zod counts an emoji twice, and its JSON Schema says otherwise. */
export function toTextSchema(max: number) {
  return z
    .string()
    .refine((text) => text.length <= max || countCharacters(text) <= max)
    .meta({ maxLength: max });
}
