import { giveAdvies } from '../domain/advice/advies.ts';
import { ROL } from '../domain/model/routing-facts.ts';
import { composeVerwijzing, type VerwijsPakket } from '../domain/referral/compose-verwijzing.ts';
import { findTermijn, type Termijn } from '../domain/referral/tafel-termijn.ts';
import { toDelen } from '../domain/referral/to-delen.ts';
import { listVelden } from '../domain/referral/veld.ts';
import {
  parseVerwijzing,
  type VerwijzingResultaat,
  type Waarschuwing,
} from '../domain/referral/verwijzing.ts';
import { flattenVerwijzing } from './flatten-verwijzing.ts';
import { checkVorm, parseBodyAntwoorden } from './parse-body.ts';
import { type Antwoord, type ApiFout, toPointer, toProblem } from './problem.ts';
import type { ApiDeps } from './router.ts';
import type { ApiVerwijzing } from './schemas.ts';

const VERBETER = 'Verbeter de genoemde velden.';
const NIET_AAN_DE_BEURT =
  'Met deze antwoorden kan er niet naar deze tafel worden verwezen. Vraag eerst een advies met POST /adviezen.';

/** What a referral is made of. */
export type VerwijzingDeps = Pick<ApiDeps, 'content' | 'model' | 'evaluate' | 'views'>;

/** A referral that was checked and composed, with what belongs to it. */
export interface Gemaakt {
  readonly pakket: VerwijsPakket;
  readonly termijn: Termijn | null;
  readonly waarschuwingen: readonly Waarschuwing[];
}

/** The referral that a body asks for, as JSON; `vandaag` as YYYY-MM-DD. */
export async function answerVerwijzing(
  deps: VerwijzingDeps,
  body: unknown,
  vandaag: string,
): Promise<Antwoord<ApiVerwijzing>> {
  const gemaakt = await makeVerwijzing(deps, body, vandaag);
  return 'problem' in gemaakt ? gemaakt : { data: toResponse(gemaakt.data) };
}

/** Composes the referral that a body asks for, or says everything that is wrong with it; `vandaag` as YYYY-MM-DD. */
export async function makeVerwijzing(
  { content, model, evaluate, views }: VerwijzingDeps,
  body: unknown,
  vandaag: string,
): Promise<Antwoord<Gemaakt>> {
  const vorm = checkVorm(body, { tafel: 'verplicht', antwoorden: 'verplicht', verwijzing: 'verplicht' });
  if ('fouten' in vorm) return { problem: toProblem(400, VERBETER, vorm.fouten) };
  const { tafel: id } = vorm.waarde;
  const tafel = typeof id === 'string' ? model.tafelVan.get(id) : undefined;
  const gelezen = parseBodyAntwoorden(model, vorm.waarde.antwoorden);
  const rol = 'waarde' in gelezen ? gelezen.waarde[ROL] : undefined;
  // Which fields there are depends on the table; without one, those of the first table do.
  const velden = listVelden(content, tafel ?? (model.tafels[0] as NonNullable<typeof tafel>), rol);
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

/** The referral as the API gives it. */
export function toResponse({ pakket, termijn, waarschuwingen }: Gemaakt): ApiVerwijzing {
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
  if (!Array.isArray(bevestigd) || !bevestigd.every((item) => typeof item === 'string'))
    return { fouten: [{ veld: 'bevestigd', melding: 'Stuur een lijst met ids van waarschuwingen.' }] };
  return parseVerwijzing(velden, flattenVerwijzing(rest), bevestigd);
}

function toVeldPointer(veld: string): string {
  return toPointer('verwijzing', ...(veld === '' ? [] : veld.split('.')));
}
