import { z } from 'zod';
import type { Antwoorden } from '../domain/model/antwoorden.ts';
import type { Beslismodel } from '../domain/model/beslismodel.ts';
import type { Overlegtafel } from '../domain/model/overlegtafel.ts';
import { toParts } from '../domain/referral/package-text.ts';
import { PLAN_ROWS, type Veld } from '../domain/referral/veld.ts';
import { normalize, type VeldFault } from '../domain/referral/verwijzing.ts';
import type { Say } from '../domain/texts.ts';
import type { Referral, ReferralComposer } from '../referral/referral-service.ts';
import { checkShape, parseBodyAntwoorden } from './parse-body.ts';
import { type Antwoord, type ApiFault, toPointer, toProblem } from './problem.ts';
import type { ApiVerwijzing } from './verwijzing-schemas.ts';

/** The parts of a referral that are nested: per criterion, and per row. */
const GROUPS: ReadonlySet<string> = new Set(['onderbouwing', 'plan']);
/** How deep they may be: `plan[0].wie`. */
const MAX_DEPTH = 3;

/** The referral that a body asks for, as JSON. */
export async function answerVerwijzing(
  say: Say,
  model: Beslismodel,
  service: ReferralComposer,
  body: unknown,
): Promise<Antwoord<ApiVerwijzing>> {
  const made = await makeVerwijzing(say, model, service, body);
  return 'problem' in made ? made : { data: toResponse(made.data) };
}

/** Composes the referral that a body asks for, or says everything that is wrong with it. */
export async function makeVerwijzing(
  say: Say,
  model: Beslismodel,
  service: ReferralComposer,
  body: unknown,
): Promise<Antwoord<Referral>> {
  const format = checkShape(say, body, {
    tafel: 'verplicht',
    antwoorden: 'verplicht',
    verwijzing: 'verplicht',
  });
  if ('fouten' in format) return { problem: toProblem(say, 400, say('api.verbeter-velden'), format.fouten) };
  const { tafel: id } = format.waarde;
  const tafel = typeof id === 'string' ? model.tafelOf.get(id) : undefined;
  const parsed = parseBodyAntwoorden(say, model, format.waarde.antwoorden);
  const antwoorden: Antwoorden = 'waarde' in parsed ? parsed.waarde : {};
  // Which fields there are depends on the table; without one, those of the first table do.
  const velden = service.listFields(tafel ?? (model.tafels[0] as Overlegtafel), antwoorden);
  const given = readGiven(say, velden, format.waarde.verwijzing);
  const verwijzing = 'fouten' in given ? given : service.check(velden, given.velden, given.bevestigd);
  const refused = 'fouten' in verwijzing ? verwijzing.fouten : [];
  // Of a field that is refused already, what else is wrong with it would only be an echo.
  const untidy = ('fouten' in given ? [] : findUntidy(say, velden, given.velden)).filter(
    ({ veld }) => !refused.some((fault) => fault.veld === veld),
  );
  if (!tafel || 'fouten' in parsed || 'fouten' in verwijzing || untidy.length > 0) {
    const faults: ApiFault[] = [
      ...(tafel
        ? []
        : [
            {
              pointer: '/tafel',
              melding: say('api.kies-uit', { mogelijk: [...model.tafelOf.keys()].join(', ') }),
            },
          ]),
      ...('fouten' in parsed ? parsed.fouten : []),
      ...[...refused, ...untidy].map(({ veld, melding }) => ({
        pointer: toVeldPointer(veld, given.paths),
        melding,
      })),
    ];
    return { problem: toProblem(say, 400, say('api.verbeter-velden'), faults) };
  }
  const referralCase = await service.read(tafel, antwoorden);
  return referralCase
    ? { data: service.compose(referralCase, verwijzing) }
    : { problem: toProblem(say, 409, say('api.niet-aan-de-beurt')) };
}

/** What the schema gives a form of its own is sent in that form: only people in a form may put a space around it. */
function findUntidy(say: Say, velden: readonly Veld[], given: Given['velden']): VeldFault[] {
  return velden
    .filter(({ pad, soort }) => pad === 'casuscode' || soort === 'datum' || soort === 'keuze')
    .filter(({ pad }) => typeof given[pad] === 'string' && normalize(given[pad]) !== given[pad])
    .map(({ pad }) => ({ veld: pad, melding: say('api.spaties') }));
}

/** The referral as the API gives it. */
export function toResponse({ pakket, termijn, waarschuwingen }: Referral): ApiVerwijzing {
  const { tafel, status, route, soort, kanaal, ontvanger, ccNamen, mail, document, kosten, ontbreekt } =
    pakket;
  return {
    tafel: tafel.id,
    status,
    route,
    soort,
    kanaal: { soort: kanaal.soort, adres: kanaal.adres },
    ontvanger,
    ccNamen: [...ccNamen],
    mail: { ...mail, aan: [...mail.aan], cc: [...mail.cc] },
    delen: toParts(document),
    antwoordlink: pakket.antwoordlink,
    kosten: kosten && { ...kosten, regels: [...kosten.regels] },
    termijn,
    ontbreekt: [...ontbreekt],
    waarschuwingen: [...waarschuwingen],
  };
}

/** Where each field stands in what was given: `onderbouwing.x.feit` in a group, or by that name. */
type Paths = ReadonlyMap<string, readonly string[]>;

type Given = { readonly velden: Record<string, unknown>; readonly bevestigd: readonly string[] };

/** The nesting of a referral; what is in its fields is the business of the fields. */
const nestingSchema = z.looseObject({
  onderbouwing: z.record(z.string(), z.looseObject({})).optional(),
  plan: z.array(z.looseObject({})).max(PLAN_ROWS).optional(),
  bevestigd: z.array(z.string()).optional(),
});

/** What was given of a referral, by field name, or what is wrong with how it is nested. */
function readGiven(
  say: Say,
  velden: readonly Veld[],
  verwijzing: unknown,
): { readonly paths: Paths } & (Given | { readonly fouten: readonly VeldFault[] }) {
  const nesting = nestingSchema.safeParse(verwijzing);
  if (!nesting.success) {
    const { issues } = nesting.error;
    return {
      paths: new Map(issues.map(({ path }) => [path.join('.'), path.map(String)])),
      fouten: issues.map(({ path, code }) => ({
        veld: path.join('.'),
        melding: toNestingMelding(say, path, code),
      })),
    };
  }
  const { bevestigd = [], ...rest } = verwijzing as z.infer<typeof nestingSchema>;
  const numbers = new Set(velden.filter(({ soort }) => soort === 'getal').map(({ pad }) => pad));
  return { ...flattenVerwijzing(rest, numbers), bevestigd };
}

function toNestingMelding(say: Say, [veld, place]: readonly PropertyKey[], code: string): string {
  if (veld === 'bevestigd') return say('api.bevestigd');
  if (code === 'too_big') return say('api.te-lange-lijst', { hoogstens: PLAN_ROWS });
  return say(veld === 'plan' && place === undefined ? 'api.geen-lijst' : 'api.geen-object');
}

/**
 * Turns the nested JSON of a referral into fields by name, as the form has them: `plan: [{wie: "x"}]` becomes
 * `plan.0.wie`. Of a field in `numbers`, a number counts as its text; what is no text otherwise stays, to be refused at
 * its place.
 */
function flattenVerwijzing(
  waarde: Readonly<Record<string, unknown>>,
  numbers: ReadonlySet<string>,
): { readonly velden: Record<string, unknown>; readonly paths: Paths } {
  const velden = new Map<string, unknown>();
  const paths = new Map<string, readonly string[]>();
  const loop = (deel: unknown, path: readonly string[]): void => {
    const isGroup =
      typeof deel === 'object' && deel !== null && GROUPS.has(path[0] ?? '') && path.length < MAX_DEPTH;
    if (isGroup) for (const [key, content] of Object.entries(deel)) loop(content, [...path, key]);
    else {
      const veld = path.join('.');
      paths.set(veld, path);
      velden.set(veld, typeof deel === 'number' && numbers.has(veld) ? String(deel) : deel);
    }
  };
  for (const [key, content] of Object.entries(waarde)) loop(content, [key]);
  return { velden: Object.fromEntries(velden), paths };
}

/** The place of a field as it was given; of one that was not, in its group. */
function toVeldPointer(veld: string, paths: Paths): string {
  return toPointer('verwijzing', ...(paths.get(veld) ?? veld.split('.')));
}
