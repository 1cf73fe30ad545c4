import type { RequestHandler } from 'express';
import type { z } from 'zod';
import type { Say } from '../../domain/texts.ts';
import { type Antwoord, type ApiFault, toHandler, toPointer, toProblem } from '../problem.ts';
import { sendPublicJson, sendPublicLines } from '../public-answers.ts';
import { FORMATS, type HsdsQuery, MAX } from './list-query.ts';
import type { HsdsPage } from './schemas.ts';

type Item = Readonly<Record<string, unknown>> & { readonly id: string };

/** A list of HSDS: how to get each thing in full, which of its fields stand in the list, and what may be asked. */
export interface HsdsList {
  readonly read: () => readonly Item[];
  readonly velden: readonly string[];
  readonly query: z.ZodType<HsdsQuery>;
  /** The moment at which all of it counts as changed. */
  readonly modified: Date;
  /** Each thing with its services in full, where it has any. */
  readonly readWithServices?: () => readonly Item[];
}

/** GET /hsds/services and /hsds/organizations: a page of what is asked for, or all of it with one thing a line. */
export function createHsdsListHandler(say: Say, list: HsdsList): RequestHandler {
  return toHandler(
    ({ query }) => readQuery(say, list, query),
    (res, query: HsdsQuery) => {
      const chosen = choose(list, query);
      if (query.format === 'ndjson') sendPublicLines(res, chosen);
      else sendPublicJson(res, toPage(chosen, query));
    },
  );
}

/** The page of a list that a query asks for. */
export function answerHsdsList(
  say: Say,
  list: HsdsList,
  query: Readonly<Record<string, unknown>>,
): Antwoord<HsdsPage> {
  const asked = readQuery(say, list, query);
  return 'problem' in asked ? asked : { data: toPage(choose(list, asked.data), asked.data) };
}

function readQuery(say: Say, list: HsdsList, query: Readonly<Record<string, unknown>>): Antwoord<HsdsQuery> {
  const vraag = list.query.safeParse(query);
  if (vraag.success) return { data: vraag.data };
  const faults = vraag.error.issues.map(
    ({ path }): ApiFault => ({ pointer: toPointer(...path.map(String)), melding: toMelding(say, path[0]) }),
  );
  return { problem: toProblem(say, 400, say('api.verbeter-parameters'), faults) };
}

/** All that a query asks for, with the fields that it asks for. */
function choose(list: HsdsList, query: HsdsQuery): readonly object[] {
  const velden = chooseVelden(list, query);
  const items = select(list, query);
  return velden ? items.map((item) => pick(item, velden)) : items;
}

/** A part of a list in the envelope of HSDS 3.0; past the end it is empty. */
function toPage(list: readonly object[], { page, per_page }: HsdsQuery): HsdsPage {
  const contents = list.slice((page - 1) * per_page, page * per_page);
  const pages = Math.ceil(list.length / per_page);
  return {
    total_items: list.length,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  };
}

/** What is wrong with a parameter of HSDS. */
export function toMelding(say: Say, parameter: PropertyKey | undefined): string {
  switch (parameter) {
    case 'page':
    case 'per_page':
      return say('api.getal', { hoogstens: MAX[parameter] });
    case 'format':
      return say('api.kies-uit', { mogelijk: FORMATS.join(', ') });
    case 'modified_after':
      return say('api.moment');
    case 'search':
      return say('api.zoekwoorden', { hoogstens: MAX.search });
    default:
      return say('api.true-of-false');
  }
}

/** What a query asks for; every parameter takes something off (HSDS 3.0: they are cumulative). */
function select({ read, readWithServices, modified }: HsdsList, query: HsdsQuery): readonly Item[] {
  // Nothing has a term of a taxonomy.
  if (query.taxonomy_id !== undefined || query.taxonomy_term_id !== undefined) return [];
  const { search, organization_id: organization, modified_after: after } = { ...NOTHING, ...query };
  if (after !== undefined && new Date(after) > modified) return [];
  const words = fold(search ?? '').split(/\s+/);
  const items = 'full_service' in query && query.full_service ? (readWithServices ?? read)() : read();
  return items.filter(
    (item) =>
      (organization === undefined || item.organization_id === organization.toLowerCase()) &&
      (search === undefined || words.every((word) => holds(item, word))),
  );
}
const NOTHING = { search: undefined, organization_id: undefined, modified_after: undefined };

/** The fields that are asked for; null for all of them. */
function chooseVelden({ velden }: HsdsList, query: HsdsQuery): readonly string[] | null {
  if ('minimal' in query && query.minimal) return ['id'];
  return query.full || ('full_service' in query && query.full_service) ? null : velden;
}

/** Whether a text in it, however deep, has this in it. */
function holds(value: unknown, word: string): boolean {
  if (typeof value === 'string') return fold(value).includes(word);
  return (
    typeof value === 'object' && value !== null && Object.values(value).some((deel) => holds(deel, word))
  );
}

/** A text without capitals and diacritics. */
function fold(text: string): string {
  return text.trim().toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}

function pick(item: object, velden: readonly string[]): object {
  return Object.fromEntries(Object.entries(item).filter(([veld]) => velden.includes(veld)));
}
