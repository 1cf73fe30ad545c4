import type { Request, RequestHandler } from 'express';
import type { Beslismodel } from '../domain/model/beslismodel.ts';
import { PdfFailure } from '../domain/referral/paper-document.ts';
import type { Say } from '../domain/texts.ts';
import { toAsker, toWho } from '../http/rate-limit.ts';
import { FILE_FORMATS, type FileFormat } from '../referral/file-formats.ts';
import type { ReferralService } from '../referral/referral-service.ts';
import { makeVerwijzing, toResponse } from './make-verwijzing.ts';
import { sendProblem, sendProblemDetails } from './problem.ts';

/** What each media type that may be accepted stands for; JSON comes first, for who has no preference. */
const FORMATS: ReadonlyMap<string, 'json' | FileFormat> = new Map([
  ['application/json', 'json'],
  ...(Object.keys(FILE_FORMATS) as FileFormat[]).map((format): [string, FileFormat] => [
    FILE_FORMATS[format].type.replace(/;.*$/, ''),
    format,
  ]),
]);

/** POST /verwijzingen: the referral as JSON; by `Accept` as an .eml draft, the package in PDF, text, or its days for a calendar. */
export function createVerwijzingHandler(
  say: Say,
  model: Beslismodel,
  service: ReferralService,
  hasPdfRoom: (who: string) => boolean,
): RequestHandler {
  return async (req, res) => {
    // Before anything is checked or composed: that would cost as much as a page each time.
    if (chooseFormat(req) === 'pdf' && !hasPdfRoom(toWho(req))) throw new PdfFailure('druk');
    const made = await makeVerwijzing(say, model, service, req.body);
    if ('problem' in made) return sendProblemDetails(res, made.problem);
    const format = chooseFormat(req);
    if (format === null) {
      const kinds = [...FORMATS.keys()];
      return sendProblem(
        res,
        say,
        406,
        say('api.kies-vorm', { vormen: kinds.slice(0, -1).join(', '), laatste: kinds.at(-1) ?? '' }),
      );
    }
    if (format === 'json') {
      res.json(toResponse(made.data));
      return;
    }
    const file = await service.deliver(made.data, format, toAsker(req, res));
    if (!file) return sendProblem(res, say, 409, say('agenda.geen-dag'));
    res.type(file.type).attachment(file.name).send(file.body);
  };
}

/** Whether a request asks for an answer with a PDF in it, which costs much more than the others. */
export function asksPdf(req: Request): boolean {
  const format = chooseFormat(req);
  return format !== null && format !== 'json' && FILE_FORMATS[format].hasPdf;
}

/** The form of answer that the client asks for; null when there is none that fits. */
function chooseFormat(req: Request): 'json' | FileFormat | null {
  const soort = req.accepts([...FORMATS.keys()]);
  return (soort && FORMATS.get(soort)) || null;
}
