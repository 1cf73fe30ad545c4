import type { Request, RequestHandler, Response } from 'express';
import { giveAdvies } from '../domain/advice/advies.ts';
import { composeDocument } from '../domain/referral/compose-document.ts';
import { composeVerwijzing, type VerwijsPakket } from '../domain/referral/compose-verwijzing.ts';
import { findTermijn, type Termijn } from '../domain/referral/tafel-termijn.ts';
import { listVelden } from '../domain/referral/veld.ts';
import {
  parseVerwijzing,
  type VerwijzingResultaat,
  type Waarschuwing,
} from '../domain/referral/verwijzing.ts';
import { flattenVerwijzing } from './flatten-verwijzing.ts';
import { checkVorm, parseBodyAntwoorden } from './parse-body.ts';
import { type ApiFout, sendProblem, toPointer } from './problem.ts';
import type { ApiDeps } from './router.ts';
import type { ApiVerwijzing } from './schemas.ts';

/** POST /verwijzingen: the referral as JSON; by `Accept` as an .eml draft or as the package in PDF. */
export function createVerwijzingHandler(deps: ApiDeps): RequestHandler {
  const { content, model, evaluate, views, now } = deps;
  return async (req, res) => {
    const vorm = checkVorm(req.body, {
      tafel: 'verplicht',
      antwoorden: 'verplicht',
      verwijzing: 'verplicht',
    });
    if ('fouten' in vorm) return sendProblem(res, 400, 'Verbeter de genoemde velden.', vorm.fouten);
    const { tafel: id } = vorm.waarde;
    const tafel = typeof id === 'string' ? model.tafelVan.get(id) : undefined;
    const gelezen = parseBodyAntwoorden(model, vorm.waarde.antwoorden);
    // Which fields there are depends on the table; without one, those of the first table do.
    const velden = listVelden(content, tafel ?? (model.tafels[0] as NonNullable<typeof tafel>));
    const verwijzing = parseVelden(velden, vorm.waarde.verwijzing);
    const fouten: ApiFout[] = [
      ...(tafel
        ? []
        : [{ pointer: '/tafel', melding: `Kies uit: ${[...model.tafelVan.keys()].join(', ')}.` }]),
      ...('fouten' in gelezen ? gelezen.fouten : []),
      ...('fouten' in verwijzing
        ? verwijzing.fouten.map(({ veld, melding }) => ({ pointer: toVeldPointer(veld), melding }))
        : []),
    ];
    if (!tafel || 'fouten' in gelezen || 'fouten' in verwijzing) {
      return sendProblem(res, 400, 'Verbeter de genoemde velden.', fouten);
    }
    const advies = await giveAdvies(model, evaluate, gelezen.waarde);
    const pakket = composeVerwijzing(content, model, views, advies, tafel.id, verwijzing);
    if (!pakket) {
      return sendProblem(
        res,
        409,
        'Met deze antwoorden kan er niet naar deze tafel worden verwezen. Vraag eerst een advies met POST /adviezen.',
      );
    }
    const vandaag = now().toISOString().slice(0, 10);
    const termijn = findTermijn(tafel, verwijzing.waarde, vandaag);
    await sendPakket(deps, req, res, pakket, vandaag, () =>
      toResponse(pakket, termijn, verwijzing.waarschuwingen),
    );
  };
}

/** The form of answer that the client asks for; JSON when it names no preference, false when there is none that fits. */
export function chooseVorm(req: Request): string | false {
  return req.accepts(['application/json', 'message/rfc822', 'application/pdf']);
}

async function sendPakket(
  { writeEml, writePdf }: ApiDeps,
  req: Request,
  res: Response,
  pakket: VerwijsPakket,
  vandaag: string,
  toJson: () => ApiVerwijzing,
): Promise<void> {
  switch (chooseVorm(req)) {
    case 'application/json':
      res.json(toJson());
      return;
    case 'message/rfc822':
      res
        .type('message/rfc822')
        .attachment(`verwijzing-${pakket.tafel.id}.eml`)
        .send(await writeEml(pakket.mail));
      return;
    case 'application/pdf':
      res
        .type('application/pdf')
        .attachment(`verwijzing-${pakket.tafel.id}.pdf`)
        .send(await writePdf(composeDocument(pakket, vandaag)));
      return;
    default:
      sendProblem(res, 406, 'Kies application/json, message/rfc822 of application/pdf.');
  }
}

function toResponse(
  { tafel, status, route, kanaal, ontvanger, mail, ontbreekt }: VerwijsPakket,
  termijn: Termijn | null,
  waarschuwingen: readonly Waarschuwing[],
): ApiVerwijzing {
  return {
    tafel: tafel.id,
    status,
    route,
    kanaal: { soort: kanaal.soort, adres: kanaal.adres },
    ontvanger,
    mail: { ...mail, aan: [...mail.aan], cc: [...mail.cc] },
    termijn,
    ontbreekt: [...ontbreekt],
    waarschuwingen: [...waarschuwingen],
  };
}

function parseVelden(velden: ReturnType<typeof listVelden>, verwijzing: unknown): VerwijzingResultaat {
  if (typeof verwijzing !== 'object' || verwijzing === null || Array.isArray(verwijzing)) {
    return { fouten: [{ veld: '', melding: 'Stuur een JSON-object.' }] };
  }
  const { bevestigd = [], ...rest } = verwijzing as Record<string, unknown>;
  if (!Array.isArray(bevestigd) || !bevestigd.every((item) => typeof item === 'string'))
    return { fouten: [{ veld: 'bevestigd', melding: 'Stuur een lijst met ids van waarschuwingen.' }] };
  return parseVerwijzing(velden, flattenVerwijzing(rest), bevestigd);
}

function toVeldPointer(veld: string): string {
  return toPointer('verwijzing', ...(veld === '' ? [] : veld.split('.')));
}
