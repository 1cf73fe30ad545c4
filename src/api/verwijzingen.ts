import type { Request, RequestHandler, Response } from 'express';
import { toBestandsnaam } from '../domain/referral/bestandsnaam.ts';
import { composeAgendaItem } from '../domain/referral/compose-agenda-item.ts';
import { composeDocument } from '../domain/referral/compose-document.ts';
import { composeTekst } from '../domain/referral/compose-tekst.ts';
import { writeDraft } from '../domain/referral/write-draft.ts';
import { type Gemaakt, makeVerwijzing, toResponse } from './make-verwijzing.ts';
import { sendProblem, sendProblemDetails } from './problem.ts';
import type { ApiDeps } from './router.ts';

const VORMEN = [
  'application/json',
  'message/rfc822',
  'application/pdf',
  'text/plain',
  'text/calendar',
] as const;
type Vorm = (typeof VORMEN)[number];

/** POST /verwijzingen: the referral as JSON; by `Accept` as an .eml draft, the package in PDF, text, or the deadline for a calendar. */
export function createVerwijzingHandler(deps: ApiDeps): RequestHandler {
  return async (req, res) => {
    const vandaag = deps.now().toISOString().slice(0, 10);
    const gemaakt = await makeVerwijzing(deps, req.body, vandaag);
    if ('problem' in gemaakt) return sendProblemDetails(res, gemaakt.problem);
    await sendGemaakt(deps, res, chooseVorm(req), gemaakt.data, vandaag);
  };
}

/** Whether a request asks for an answer with a PDF in it, which costs much more than the others. */
export function asksPdf(req: Request): boolean {
  return ['application/pdf', 'message/rfc822'].includes(chooseVorm(req) || '');
}

/** The form of answer that the client asks for; JSON when it names no preference, false when there is none that fits. */
function chooseVorm(req: Request): Vorm | false {
  return req.accepts([...VORMEN]) as Vorm | false;
}

async function sendGemaakt(
  deps: ApiDeps,
  res: Response,
  vorm: Vorm | false,
  gemaakt: Gemaakt,
  vandaag: string,
): Promise<void> {
  const { pakket, termijn } = gemaakt;
  const sendFile = (type: string, soort: string, inhoud: Buffer | string) => {
    res.type(type).attachment(toBestandsnaam(pakket.tafel.id, soort)).send(inhoud);
  };
  switch (vorm) {
    case 'application/json':
      res.json(toResponse(gemaakt));
      return;
    case 'message/rfc822':
      return sendFile(vorm, 'eml', await writeDraft(deps, pakket, vandaag));
    case 'application/pdf':
      return sendFile(vorm, 'pdf', await deps.writePdf(composeDocument(pakket, vandaag)));
    case 'text/plain':
      return sendFile('text/plain; charset=utf-8', 'txt', composeTekst(pakket));
    case 'text/calendar': {
      const item = composeAgendaItem(pakket, termijn, deps.now());
      if (item) return sendFile('text/calendar; charset=utf-8', 'ics', deps.writeIcs(item));
      return sendProblem(
        res,
        409,
        'Er is geen laatste dag: deze tafel heeft geen termijn, of de datum van het overleg ontbreekt.',
      );
    }
    case false:
      sendProblem(res, 406, `Kies ${VORMEN.slice(0, -1).join(', ')} of ${VORMEN.at(-1)}.`);
  }
}
