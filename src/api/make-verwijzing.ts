import type { Antwoorden } from '../domain/model/antwoorden.ts';
import type { Beslismodel } from '../domain/model/beslismodel.ts';
import type { Overlegtafel } from '../domain/model/overlegtafel.ts';
import { toParts } from '../domain/referral/package-text.ts';
import type { VeldFault } from '../domain/referral/verwijzing.ts';
import type { Referral, ReferralComposer } from '../referral/referral-service.ts';
import { checkVorm, parseBodyAntwoorden } from './parse-body.ts';
import { type Antwoord, type ApiFout, toPointer, toProblem } from './problem.ts';
import type { ApiVerwijzing } from './schemas.ts';

const VERBETER = 'Verbeter de genoemde velden.';
const NIET_AAN_DE_BEURT =
  'Met deze antwoorden kan er niet naar deze tafel worden verwezen. Vraag eerst een advies met POST /adviezen.';
/** The parts of a referral that are nested: per criterion, and per row. */
const GROEPEN: ReadonlySet<string> = new Set(['onderbouwing', 'plan']);
/** How deep they may be: `plan[0].wie`. */
const MAX_DIEPTE = 3;

/** The referral that a body asks for, as JSON. */
export async function answerVerwijzing(
  model: Beslismodel,
  service: ReferralComposer,
  body: unknown,
): Promise<Antwoord<ApiVerwijzing>> {
  const gemaakt = await makeVerwijzing(model, service, body);
  return 'problem' in gemaakt ? gemaakt : { data: toResponse(gemaakt.data) };
}

/** Composes the referral that a body asks for, or says everything that is wrong with it. */
export async function makeVerwijzing(
  model: Beslismodel,
  service: ReferralComposer,
  body: unknown,
): Promise<Antwoord<Referral>> {
  const vorm = checkVorm(body, { tafel: 'verplicht', antwoorden: 'verplicht', verwijzing: 'verplicht' });
  if ('fouten' in vorm) return { problem: toProblem(400, VERBETER, vorm.fouten) };
  const { tafel: id } = vorm.waarde;
  const tafel = typeof id === 'string' ? model.tafelOf.get(id) : undefined;
  const gelezen = parseBodyAntwoorden(model, vorm.waarde.antwoorden);
  const antwoorden: Antwoorden = 'waarde' in gelezen ? gelezen.waarde : {};
  // Which fields there are depends on the table; without one, those of the first table do.
  const velden = service.listFields(tafel ?? (model.tafels[0] as Overlegtafel), antwoorden);
  const gegeven = readGegeven(vorm.waarde.verwijzing);
  const verwijzing = 'fouten' in gegeven ? gegeven : service.check(velden, gegeven.velden, gegeven.bevestigd);
  if (!tafel || 'fouten' in gelezen || 'fouten' in verwijzing) {
    const fouten: ApiFout[] = [
      ...(tafel
        ? []
        : [{ pointer: '/tafel', melding: `Kies uit: ${[...model.tafelOf.keys()].join(', ')}.` }]),
      ...('fouten' in gelezen ? gelezen.fouten : []),
      ...('fouten' in verwijzing
        ? verwijzing.fouten.map(({ veld, melding }) => ({ pointer: toVeldPointer(veld), melding }))
        : []),
    ];
    return { problem: toProblem(400, VERBETER, fouten) };
  }
  const zaak = await service.read(tafel, antwoorden);
  return zaak ? { data: service.compose(zaak, verwijzing) } : { problem: toProblem(409, NIET_AAN_DE_BEURT) };
}

/** The referral as the API gives it. */
export function toResponse({ pakket, termijn, waarschuwingen }: Referral): ApiVerwijzing {
  const { tafel, status, route, kanaal, ontvanger, ccNamen, mail, document, kosten, ontbreekt } = pakket;
  return {
    tafel: tafel.id,
    status,
    route,
    kanaal: { soort: kanaal.soort, adres: kanaal.adres },
    ontvanger,
    ccNamen: [...ccNamen],
    mail: { ...mail, aan: [...mail.aan], cc: [...mail.cc] },
    delen: toParts(document),
    kosten: kosten && { ...kosten, regels: [...kosten.regels] },
    termijn,
    ontbreekt: [...ontbreekt],
    waarschuwingen: [...waarschuwingen],
  };
}

type Gegeven = { readonly velden: Record<string, unknown>; readonly bevestigd: readonly string[] };

/** What was given of a referral, by field name, or that it is no referral at all. */
function readGegeven(verwijzing: unknown): Gegeven | { readonly fouten: readonly VeldFault[] } {
  if (typeof verwijzing !== 'object' || verwijzing === null || Array.isArray(verwijzing)) {
    return { fouten: [{ veld: '', melding: 'Stuur een JSON-object.' }] };
  }
  const { bevestigd = [], ...rest } = verwijzing as Record<string, unknown>;
  if (!Array.isArray(bevestigd) || !bevestigd.every((item) => typeof item === 'string'))
    return { fouten: [{ veld: 'bevestigd', melding: 'Stuur een lijst met ids van waarschuwingen.' }] };
  return { velden: flattenVerwijzing(rest), bevestigd };
}

/**
 * Turns the nested JSON of a referral into fields by name, as the form has them: `plan: [{wie: "x"}]` becomes
 * `plan.0.wie`. A number counts as its text; what is no text otherwise stays, to be refused at its place.
 */
function flattenVerwijzing(waarde: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const velden = new Map<string, unknown>();
  const loop = (deel: unknown, pad: readonly string[]): void => {
    const isGroep =
      typeof deel === 'object' && deel !== null && GROEPEN.has(pad[0] ?? '') && pad.length < MAX_DIEPTE;
    if (isGroep) for (const [sleutel, inhoud] of Object.entries(deel)) loop(inhoud, [...pad, sleutel]);
    else velden.set(pad.join('.'), typeof deel === 'number' ? String(deel) : deel);
  };
  for (const [sleutel, inhoud] of Object.entries(waarde)) loop(inhoud, [sleutel]);
  return Object.fromEntries(velden);
}

function toVeldPointer(veld: string): string {
  return toPointer('verwijzing', ...(veld === '' ? [] : veld.split('.')));
}
