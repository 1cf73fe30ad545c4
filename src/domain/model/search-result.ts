import { z } from 'zod';
import { contactSchema } from './contact.ts';

/** Kinds of things that can be found. */
const SEARCH_KINDS = [
  'overlegtafel',
  'gemeente',
  'organisatie',
  'clientondersteuning',
  'criterium',
  'rol',
  'woord',
  'pagina',
  'noodnummer',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** One hit of a search: what it is, where it stands and why it matches. */
export const searchResultSchema = z.object({
  soort: z.enum(SEARCH_KINDS),
  /** The id within its kind; two tables may have a criterium with the same id. */
  id: z.string(),
  titel: z.string(),
  /** The sentence that matches, or what it is in one sentence. */
  fragment: z.string(),
  /** The page, as a path of this site. */
  href: z.string(),
  /** A sentence that says why this is found. */
  waarom: z.string(),
  /** Whether it is the best of all kinds. */
  beste: z.boolean(),
  /** How to reach it, as far as that is known. */
  contacten: z.array(contactSchema),
});
export type SearchResult = z.infer<typeof searchResultSchema>;
