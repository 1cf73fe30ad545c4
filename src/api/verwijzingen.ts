import type { Request, RequestHandler } from 'express';
import type { Beslismodel } from '../domain/model/beslismodel.ts';
import { FILE_FORMATS, type FileFormat } from '../referral/file-formats.ts';
import type { ReferralService } from '../referral/referral-service.ts';
import { makeVerwijzing, toResponse } from './make-verwijzing.ts';
import { sendProblem, sendProblemDetails } from './problem.ts';

/** What each media type that may be accepted stands for; JSON comes first, for who has no preference. */
const VORMEN: ReadonlyMap<string, 'json' | FileFormat> = new Map([
  ['application/json', 'json'],
  ...(Object.keys(FILE_FORMATS) as FileFormat[]).map((format): [string, FileFormat] => [
    FILE_FORMATS[format].type.replace(/;.*$/, ''),
    format,
  ]),
]);

/** POST /verwijzingen: the referral as JSON; by `Accept` as an .eml draft, the package in PDF, text, or the deadline for a calendar. */
export function createVerwijzingHandler(model: Beslismodel, service: ReferralService): RequestHandler {
  return async (req, res) => {
    const gemaakt = await makeVerwijzing(model, service, req.body);
    if ('problem' in gemaakt) return sendProblemDetails(res, gemaakt.problem);
    const vorm = chooseVorm(req);
    if (vorm === null) {
      const soorten = [...VORMEN.keys()];
      return sendProblem(res, 406, `Kies ${soorten.slice(0, -1).join(', ')} of ${soorten.at(-1)}.`);
    }
    if (vorm === 'json') {
      res.json(toResponse(gemaakt.data));
      return;
    }
    const file = await service.deliver(gemaakt.data, vorm);
    if (!file) {
      return sendProblem(
        res,
        409,
        'Er is geen laatste dag: deze tafel heeft geen termijn, of de datum van het overleg ontbreekt.',
      );
    }
    res.type(file.type).attachment(file.name).send(file.body);
  };
}

/** Whether a request asks for an answer with a PDF in it, which costs much more than the others. */
export function asksPdf(req: Request): boolean {
  const vorm = chooseVorm(req);
  return vorm !== null && vorm !== 'json' && FILE_FORMATS[vorm].hasPdf;
}

/** The form of answer that the client asks for; null when there is none that fits. */
function chooseVorm(req: Request): 'json' | FileFormat | null {
  const soort = req.accepts([...VORMEN.keys()]);
  return (soort && VORMEN.get(soort)) || null;
}
