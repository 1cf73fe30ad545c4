import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Say } from '../../domain/texts.ts';
import { type Antwoord, type ApiFault, sendProblemDetails, toPointer, toProblem } from '../problem.ts';
import { sendPublicJson } from '../send-public-json.ts';

/** A list of HSDS: how to get each thing in full, and which of its fields stand in the list. */
export interface HsdsList {
  readonly read: () => readonly { readonly id: string }[];
  readonly velden: readonly string[];
}

/** GET /hsds/services and /hsds/organizations: a page of the list. */
export function createHsdsListHandler(say: Say, list: HsdsList): RequestHandler {
  return (req, res) => {
    const antwoord = answerHsdsList(say, list, req.query);
    if ('problem' in antwoord) return sendProblemDetails(res, antwoord.problem);
    sendPublicJson(res, antwoord.data);
  };
}

/** The page of a list that a query asks for. */
export function answerHsdsList(
  say: Say,
  { read, velden }: HsdsList,
  query: Readonly<Record<string, unknown>>,
): Antwoord<HsdsPage<object>> {
  const vraag = hsdsListVraagSchema.safeParse(query);
  if (!vraag.success) {
    const faults = vraag.error.issues.map(
      ({ path }): ApiFault => ({ pointer: toPointer(...path.map(String)), melding: toMelding(say, path[0]) }),
    );
    return { problem: toProblem(say, 400, say('api.verbeter-parameters'), faults) };
  }
  const page = toPage(read(), vraag.data);
  if (vraag.data.full === 'true') return { data: page };
  return { data: { ...page, contents: page.contents.map((item) => pick(item, velden)) } };
}

function toMelding(say: Say, parameter: PropertyKey | undefined): string {
  if (parameter === 'full') return say('api.true-of-false');
  return say('api.getal', { hoogstens: parameter === 'page' ? MAX.page : MAX.per_page });
}

function pick(item: object, velden: readonly string[]): object {
  return Object.fromEntries(Object.entries(item).filter(([veld]) => velden.includes(veld)));
}

/** Which part of a list is asked for. */
interface PageVraag {
  readonly page: number;
  readonly per_page: number;
}

/** The envelope of HSDS 3.0. */
export interface HsdsPage<T> {
  readonly total_items: number;
  readonly total_pages: number;
  readonly page_number: number;
  readonly size: number;
  readonly first_page: boolean;
  readonly last_page: boolean;
  readonly empty: boolean;
  readonly contents: readonly T[];
}

/** A part of a list in the envelope of HSDS 3.0; past the end it is empty. */
function toPage<T>(list: readonly T[], { page, per_page }: PageVraag): HsdsPage<T> {
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

/** The highest numbers. */
const MAX = { page: 100_000, per_page: 100 } as const;

/** The query of a list; the names are those of HSDS, hence the underscore. */
export const hsdsListVraagSchema = z.object({
  page: figure({ max: MAX.page, standaard: 1, uitleg: 'De hoeveelste pagina' }),
  per_page: figure({ max: MAX.per_page, standaard: 50, uitleg: 'Aantal per pagina' }),
  full: z.enum(['true', 'false']).default('false').meta({ description: 'Met alles wat erbij hoort' }),
});

/** A whole number from 1, in digits only: `1e3`, `+5` and a second value are refused. */
function figure({ max, standaard, uitleg }: { max: number; standaard: number; uitleg: string }) {
  return z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number)
    .refine((waarde) => waarde <= max)
    .default(standaard)
    .meta({
      description: uitleg,
      override: { type: 'integer', minimum: 1, maximum: max, default: standaard, pattern: undefined },
    });
}
