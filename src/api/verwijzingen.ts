import type { RequestHandler } from 'express';
import { giveAdvies } from '../domain/advice/advies.ts';
import { composeVerwijzing } from '../domain/referral/compose-verwijzing.ts';
import { parseVerwijzing, type VerwijzingResultaat } from '../domain/referral/verwijzing.ts';
import { checkVorm, parseBodyAntwoorden } from './parse-body.ts';
import { type ApiFout, sendProblem, toPointer } from './problem.ts';
import type { ApiDeps } from './router.ts';
import type { ApiVerwijzing } from './schemas.ts';

/** POST /verwijzingen: the referral as JSON, or as an .eml draft with `Accept: message/rfc822`. */
export function createVerwijzingHandler({
  content,
  model,
  evaluate,
  views,
  writeEml,
}: ApiDeps): RequestHandler {
  return async (req, res) => {
    const vorm = checkVorm(req.body, {
      tafel: 'verplicht',
      antwoorden: 'verplicht',
      verwijzing: 'verplicht',
    });
    if ('fouten' in vorm) return sendProblem(res, 400, 'Verbeter de genoemde velden.', vorm.fouten);
    const { tafel, antwoorden, verwijzing } = vorm.waarde;
    const bekend = typeof tafel === 'string' && model.tafelVan.has(tafel);
    const gelezen = parseBodyAntwoorden(model, antwoorden);
    const velden = parseVelden(verwijzing);
    const fouten: ApiFout[] = [
      ...(bekend
        ? []
        : [{ pointer: '/tafel', melding: `Kies uit: ${[...model.tafelVan.keys()].join(', ')}.` }]),
      ...('fouten' in gelezen ? gelezen.fouten : []),
      ...('fouten' in velden
        ? velden.fouten.map(({ veld, melding }) => ({
            pointer: toPointer('verwijzing', ...(veld ? [veld] : [])),
            melding,
          }))
        : []),
    ];
    if (fouten.length > 0 || 'fouten' in gelezen || 'fouten' in velden) {
      return sendProblem(res, 400, 'Verbeter de genoemde velden.', fouten);
    }
    const advies = await giveAdvies(model, evaluate, gelezen.waarde);
    const pakket = composeVerwijzing(content, model, views, advies, String(tafel), velden.waarde);
    if (!pakket) {
      return sendProblem(
        res,
        409,
        'Met deze antwoorden kan er niet naar deze tafel worden verwezen. Vraag eerst een advies met POST /adviezen.',
      );
    }
    // A client that names no preference gets JSON.
    const soort = req.accepts(['application/json', 'message/rfc822']);
    if (soort === 'message/rfc822') {
      res
        .type('message/rfc822')
        .attachment(`verwijzing-${pakket.tafel.id}.eml`)
        .send(await writeEml(pakket.mail));
      return;
    }
    if (!soort) return sendProblem(res, 406, 'Kies application/json of message/rfc822.');
    res.json({
      tafel: pakket.tafel.id,
      status: pakket.status,
      route: pakket.route,
      kanaal: { soort: pakket.kanaal.soort, adres: pakket.kanaal.adres },
      ontvanger: pakket.ontvanger,
      mail: { ...pakket.mail, aan: [...pakket.mail.aan], cc: [...pakket.mail.cc] },
      ontbreekt: [...pakket.ontbreekt],
      waarschuwingen: [...velden.waarschuwingen],
    } satisfies ApiVerwijzing);
  };
}

function parseVelden(verwijzing: unknown): VerwijzingResultaat {
  if (typeof verwijzing !== 'object' || verwijzing === null || Array.isArray(verwijzing)) {
    return { fouten: [{ veld: '', melding: 'Stuur een JSON-object.' }] };
  }
  return parseVerwijzing(verwijzing as Readonly<Record<string, unknown>>);
}
