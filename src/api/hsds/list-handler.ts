import type { RequestHandler } from 'express';
import { type Antwoord, type ApiFout, sendProblemDetails, toPointer, toProblem } from '../problem.ts';
import { sendPublicJson } from '../send-public-json.ts';
import { hsdsLijstVraagSchema } from './lijst-vraag.ts';
import { type HsdsPage, toPage } from './to-page.ts';

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
