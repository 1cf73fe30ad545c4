import type { RequestHandler } from 'express';
import { z } from 'zod';
import { type Antwoord, type ApiFout, sendProblemDetails, toPointer, toProblem } from '../problem.ts';
import { sendPublicJson } from '../send-public-json.ts';

/** A list of HSDS: how to get each thing in full, and which of its fields stand in the list. */
export interface HsdsLijst {
  readonly read: () => readonly { readonly id: string }[];
  readonly velden: readonly string[];
}

/** GET /hsds/services and /hsds/organizations: a page of the list. */
export function createHsdsListHandler(lijst: HsdsLijst): RequestHandler {
  return (req, res) => {
    const antwoord = answerHsdsLijst(lijst, req.query);
    if ('problem' in antwoord) return sendProblemDetails(res, antwoord.problem);
    sendPublicJson(res, antwoord.data);
  };
}

/** The page of a list that a query asks for. */
export function answerHsdsLijst(
  { read, velden }: HsdsLijst,
  query: Readonly<Record<string, unknown>>,
): Antwoord<HsdsPage<object>> {
  const vraag = hsdsLijstVraagSchema.safeParse(query);
  if (!vraag.success) {
    const fouten = vraag.error.issues.map(
      ({ path, message }): ApiFout => ({ pointer: toPointer(...path.map(String)), melding: message }),
    );
    return { problem: toProblem(400, 'Verbeter de genoemde parameters.', fouten) };
  }
  const pagina = toPage(read(), vraag.data);
  if (vraag.data.full === 'true') return { data: pagina };
  return { data: { ...pagina, contents: pagina.contents.map((item) => pick(item, velden)) } };
}

function pick(item: object, velden: readonly string[]): object {
  return Object.fromEntries(Object.entries(item).filter(([veld]) => velden.includes(veld)));
}

/** Which part of a list is asked for. */
interface PaginaVraag {
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
function toPage<T>(lijst: readonly T[], { page, per_page }: PaginaVraag): HsdsPage<T> {
  const contents = lijst.slice((page - 1) * per_page, page * per_page);
  const paginas = Math.ceil(lijst.length / per_page);
  return {
    total_items: lijst.length,
    total_pages: paginas,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= paginas,
    empty: contents.length === 0,
    contents,
  };
}

/** The query of a list; the names are those of HSDS, hence the underscore. */
export const hsdsLijstVraagSchema = z.object({
  page: getal({ max: 100_000, standaard: 1, uitleg: 'De hoeveelste pagina' }),
  per_page: getal({ max: 100, standaard: 50, uitleg: 'Aantal per pagina' }),
  full: z
    .enum(['true', 'false'], 'Geef true of false.')
    .default('false')
    .meta({ description: 'Met alles wat erbij hoort' }),
});

/** A whole number from 1, in digits only: `1e3`, `+5` and a second value are refused. */
function getal({ max, standaard, uitleg }: { max: number; standaard: number; uitleg: string }) {
  const melding = `Geef één heel getal van 1 tot en met ${max}.`;
  return z
    .string(melding)
    .regex(/^[1-9]\d{0,8}$/, melding)
    .transform(Number)
    .refine((waarde) => waarde <= max, melding)
    .default(standaard)
    .meta({
      description: uitleg,
      override: { type: 'integer', minimum: 1, maximum: max, default: standaard, pattern: undefined },
    });
}
