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
import {
  type Antwoord,
  type ApiFout,
  sendProblem,
  sendProblemDetails,
  toPointer,
  toProblem,
} from './problem.ts';
import type { ApiDeps } from './router.ts';
import type { ApiVerwijzing } from './schemas.ts';

const VERBETER = 'Verbeter de genoemde velden.';
const NIET_AAN_DE_BEURT =
  'Met deze antwoorden kan er niet naar deze tafel worden verwezen. Vraag eerst een advies met POST /adviezen.';

/** What a referral is made of. */
export type VerwijzingDeps = Pick<ApiDeps, 'content' | 'model' | 'evaluate' | 'views'>;

/** A referral that can be sent, with what belongs to it. */
interface Gemaakt {
  readonly pakket: VerwijsPakket;
  readonly termijn: Termijn | null;
  readonly waarschuwingen: readonly Waarschuwing[];
}

/** POST /verwijzingen: the referral as JSON; by `Accept` as an .eml draft or as the package in PDF. */
export function createVerwijzingHandler(deps: ApiDeps): RequestHandler {
  return async (req, res) => {
    const vandaag = deps.now().toISOString().slice(0, 10);
    const gemaakt = await makeVerwijzing(deps, req.body, vandaag);
    if ('problem' in gemaakt) return sendProblemDetails(res, gemaakt.problem);
    await sendGemaakt(deps, req, res, gemaakt.data, vandaag);
  };
}

/** The referral that a body asks for, as JSON. */
export async function answerVerwijzing(
  deps: VerwijzingDeps,
  body: unknown,
  vandaag: string,
): Promise<Antwoord<ApiVerwijzing>> {
  const gemaakt = await makeVerwijzing(deps, body, vandaag);
  return 'problem' in gemaakt ? gemaakt : { data: toResponse(gemaakt.data) };
}

async function makeVerwijzing(
  { content, model, evaluate, views }: VerwijzingDeps,
  body: unknown,
  vandaag: string,
): Promise<Antwoord<Gemaakt>> {
  const vorm = checkVorm(body, { tafel: 'verplicht', antwoorden: 'verplicht', verwijzing: 'verplicht' });
  if ('fouten' in vorm) return { problem: toProblem(400, VERBETER, vorm.fouten) };
  const { tafel: id } = vorm.waarde;
  const tafel = typeof id === 'string' ? model.tafelVan.get(id) : undefined;
  const gelezen = parseBodyAntwoorden(model, vorm.waarde.antwoorden);
  // Which fields there are depends on the table; without one, those of the first table do.
  const velden = listVelden(content, tafel ?? (model.tafels[0] as NonNullable<typeof tafel>));
  const verwijzing = parseVelden(velden, vorm.waarde.verwijzing);
  const fouten: ApiFout[] = [
    ...(tafel ? [] : [{ pointer: '/tafel', melding: `Kies uit: ${[...model.tafelVan.keys()].join(', ')}.` }]),
    ...('fouten' in gelezen ? gelezen.fouten : []),
    ...('fouten' in verwijzing
      ? verwijzing.fouten.map(({ veld, melding }) => ({ pointer: toVeldPointer(veld), melding }))
      : []),
  ];
  if (!tafel || 'fouten' in gelezen || 'fouten' in verwijzing) {
    return { problem: toProblem(400, VERBETER, fouten) };
  }
  const advies = await giveAdvies(model, evaluate, gelezen.waarde);
  const pakket = composeVerwijzing(content, model, views, advies, tafel.id, verwijzing);
  if (!pakket) return { problem: toProblem(409, NIET_AAN_DE_BEURT) };
  return {
    data: {
      pakket,
      termijn: findTermijn(tafel, verwijzing.waarde, vandaag),
      waarschuwingen: verwijzing.waarschuwingen,
    },
  };
}

/** The form of answer that the client asks for; JSON when it names no preference, false when there is none that fits. */
export function chooseVorm(req: Request): string | false {
  return req.accepts(['application/json', 'message/rfc822', 'application/pdf']);
}

async function sendGemaakt(
  { writeEml, writePdf }: ApiDeps,
  req: Request,
  res: Response,
  gemaakt: Gemaakt,
  vandaag: string,
): Promise<void> {
  const { pakket } = gemaakt;
  switch (chooseVorm(req)) {
    case 'application/json':
      res.json(toResponse(gemaakt));
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

function toResponse({ pakket, termijn, waarschuwingen }: Gemaakt): ApiVerwijzing {
  const { tafel, status, route, kanaal, ontvanger, mail, ontbreekt } = pakket;
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
