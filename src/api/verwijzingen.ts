import type { Request, RequestHandler, Response } from 'express';
import { giveAdvies } from '../domain/advice/advies.ts';
import { ROL } from '../domain/model/routing-facts.ts';
import { composeAgendaItem } from '../domain/referral/compose-agenda-item.ts';
import { composeDocument } from '../domain/referral/compose-document.ts';
import { composeTekst } from '../domain/referral/compose-tekst.ts';
import { composeVerwijzing, type VerwijsPakket } from '../domain/referral/compose-verwijzing.ts';
import { findTermijn, type Termijn } from '../domain/referral/tafel-termijn.ts';
import { toDelen } from '../domain/referral/to-delen.ts';
import { listVelden } from '../domain/referral/veld.ts';
import {
  parseVerwijzing,
  type VerwijzingResultaat,
  type Waarschuwing,
} from '../domain/referral/verwijzing.ts';
import { writeDraft } from '../domain/referral/write-draft.ts';
import { flattenVerwijzing } from './flatten-verwijzing.ts';
import { checkVorm, parseBodyAntwoorden } from './parse-body.ts';
import { type ApiFout, sendProblem, toPointer } from './problem.ts';
import type { ApiDeps } from './router.ts';
import type { ApiVerwijzing } from './schemas.ts';

/** POST /verwijzingen: the referral as JSON; by `Accept` as an .eml draft, the package in PDF, text, or the deadline for a calendar. */
export function createVerwijzingHandler(deps: ApiDeps): RequestHandler {
  const { content, model, evaluate, views, now } = deps;
  return async (req, res) => {
    const vorm = checkVorm(req.body, {
      tafel: 'verplicht',
      antwoorden: 'verplicht',
      verwijzing: 'verplicht',
    });
    if ('fouten' in vorm) return sendProblem(res, 400, 'Verbeter de genoemde velden.', vorm.fouten);
    const tafel = model.tafelVan.get(String(vorm.waarde.tafel));
    const gelezen = parseBodyAntwoorden(model, vorm.waarde.antwoorden);
    // Which fields there are depends on the table; without one, those of the first table do.
    const rol = 'waarde' in gelezen ? gelezen.waarde[ROL] : undefined;
    const velden = listVelden(content, tafel ?? (model.tafels[0] as NonNullable<typeof tafel>), rol);
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
    const termijn = findTermijn(tafel, verwijzing.waarde, now().toISOString().slice(0, 10));
    await sendPakket(deps, req, res, pakket, termijn, () =>
      toResponse(pakket, termijn, verwijzing.waarschuwingen),
    );
  };
}

async function sendPakket(
  deps: ApiDeps,
  req: Request,
  res: Response,
  pakket: VerwijsPakket,
  termijn: Termijn | null,
  toJson: () => ApiVerwijzing,
): Promise<void> {
  const vandaag = deps.now().toISOString().slice(0, 10);
  const sendFile = (type: string, soort: string, inhoud: Buffer | string) => {
    res.type(type).attachment(`verwijzing-${pakket.tafel.id}.${soort}`).send(inhoud);
  };
  // A client that names no preference gets JSON.
  switch (
    req.accepts(['application/json', 'message/rfc822', 'application/pdf', 'text/plain', 'text/calendar'])
  ) {
    case 'application/json':
      res.json(toJson());
      return;
    case 'message/rfc822':
      return sendFile('message/rfc822', 'eml', await writeDraft(deps, pakket, vandaag));
    case 'application/pdf':
      return sendFile('application/pdf', 'pdf', await deps.writePdf(composeDocument(pakket, vandaag)));
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
    default:
      sendProblem(
        res,
        406,
        'Kies application/json, message/rfc822, application/pdf, text/plain of text/calendar.',
      );
  }
}

function toResponse(
  pakket: VerwijsPakket,
  termijn: Termijn | null,
  waarschuwingen: readonly Waarschuwing[],
): ApiVerwijzing {
  const { tafel, status, route, kanaal, ontvanger, ccNamen, mail, ontbreekt, model } = pakket;
  return {
    tafel: tafel.id,
    status,
    route,
    kanaal: { soort: kanaal.soort, adres: kanaal.adres },
    ontvanger,
    ccNamen: [...ccNamen],
    mail: { ...mail, aan: [...mail.aan], cc: [...mail.cc] },
    delen: toDelen(pakket),
    kosten: model.kosten && { ...model.kosten, regels: [...model.kosten.regels] },
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
  if (!Array.isArray(bevestigd))
    return { fouten: [{ veld: 'bevestigd', melding: 'Stuur een lijst met ids van waarschuwingen.' }] };
  return parseVerwijzing(velden, flattenVerwijzing(rest), bevestigd.map(String));
}

function toVeldPointer(veld: string): string {
  return toPointer('verwijzing', ...(veld === '' ? [] : veld.split('.')));
}
