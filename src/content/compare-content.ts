import { isObject, isSame, nameItems } from '../domain/json.ts';
import type { Regel, Voorwaarde } from '../domain/model/regel.ts';
import { type AdviesShifts, findShifts } from '../domain/proof/find-shifts.ts';
import { type ComparedContent, type ComparedTafel, toProofContent } from './read-version.ts';

/** Where two versions of one table, question or file differ: what changes what happens, and what is only words. */
export interface Difference {
  readonly id: string;
  readonly meaning: readonly Change[];
  /** Places where only text or its source changed. */
  readonly tekst: readonly string[];
}

/** New, gone and changed, by id. */
interface List<T> {
  readonly erbij: readonly string[];
  readonly weg: readonly string[];
  readonly anders: readonly T[];
}

/** What a change of content does. */
export interface ContentDifference {
  /** What it does to the advice in every possible case. */
  readonly advies: AdviesShifts;
  readonly tafels: List<Difference>;
  readonly vragen: List<Difference> & { readonly otherOrder: boolean };
  readonly rest: List<Difference>;
}

/** Parts of a table that change what happens; of its other parts only the words matter. */
const TAFEL_MEANING = [
  /^(soort|trede|volgorde)$/,
  /^aanmelders\.(rollen|via|overlegMet)$/,
  /^kanaal\.(soort|adres)$/,
  /^contacten(\.(?!.*\.(toelichting|bron(\.\w+)?)$)|$)/,
  /^termijn(\.dagenVoorOverleg)?$/,
  /^regels\.(signaal|ookGeopendDoor|slaatLokaalOver\.ja|spoed|regel|financiering(\.feit)?)$/,
  /^regels\.criteria\.[^.]+(\.(weging|interpretatie|voorwaarde))?$/,
];
const VRAAG_MEANING = [/^(type|wanneer|stapTeZetten)(\..*)?$/, /^opties(\.[^.]+(\.alleen)?)?$/];
const ALL = [/^/];

/** Compares two versions of the content. */
export function compareContent(old: ComparedContent, fresh: ComparedContent): ContentDifference {
  const vragen = compareList(toMap(old.vragen), toMap(fresh.vragen), (feit, from, to) =>
    toDifference(feit, from, to, VRAAG_MEANING),
  );
  return {
    advies: findShifts(toProofContent(old), toProofContent(fresh)),
    tafels: compareList(old.tafels, fresh.tafels, (id, from, to) =>
      toDifference(id, toData(from), toData(to), TAFEL_MEANING),
    ),
    vragen: { ...vragen, otherOrder: isOtherOrder(old, fresh) },
    rest: compareList(old.rest, fresh.rest, (bestand, from, to) => toDifference(bestand, from, to, ALL)),
  };
}

/** A table with its conditions and its rule in words: each of them is one place. */
function toData({ gegevens, regels }: ComparedTafel): object {
  const { ookGeopendDoor, ...rest } = regels;
  return {
    ...gegevens,
    regels: {
      ...rest,
      ...(ookGeopendDoor ? { ookGeopendDoor: toVoorwaardeText(ookGeopendDoor as Voorwaarde) } : {}),
      criteria: regels.criteria.map((criterium) => ({
        ...criterium,
        voorwaarde: toVoorwaardeText(criterium.voorwaarde),
      })),
      regel: toRegelText(regels.regel),
    },
  };
}

function toVoorwaardeText({ fact, operator, value }: Voorwaarde): string {
  return `${fact} ${operator} ${[value].flat().join(', ')}`;
}

function toRegelText(regel: Regel): string {
  if ('condition' in regel) return regel.condition;
  const [soort, parts] = 'any' in regel ? (['any', regel.any] as const) : (['all', regel.all] as const);
  return `${soort}(${parts.map(toRegelText).join(', ')})`;
}

function toDifference(id: string, from: unknown, to: unknown, meaning: readonly RegExp[]): Difference {
  const changes = listChanges(from, to);
  const telt = ({ plaats }: Change) => meaning.some((pattern) => pattern.test(plaats));
  return {
    id,
    meaning: changes.filter(telt),
    tekst: changes.filter((change) => !telt(change)).map(({ plaats }) => plaats),
  };
}

function compareList<T>(
  old: ReadonlyMap<string, T>,
  fresh: ReadonlyMap<string, T>,
  compare: (id: string, from: T, to: T) => Difference,
): List<Difference> {
  const anders = [...fresh].flatMap(([id, to]) => {
    const from = old.get(id);
    return from === undefined ? [] : [compare(id, from, to)];
  });
  return {
    erbij: [...fresh.keys()].filter((id) => !old.has(id)),
    weg: [...old.keys()].filter((id) => !fresh.has(id)),
    anders: anders.filter(({ meaning, tekst }) => meaning.length + tekst.length > 0),
  };
}

function toMap<T extends { feit: string }>(vragen: readonly T[]): Map<string, T> {
  return new Map(vragen.map((vraag) => [vraag.feit, vraag]));
}

/** Whether the questions that both versions have are asked in another order. */
function isOtherOrder(old: ComparedContent, fresh: ComparedContent): boolean {
  const feiten = (deze: ComparedContent, other: ComparedContent) =>
    deze.vragen.map(({ feit }) => feit).filter((feit) => other.vragen.some((vraag) => vraag.feit === feit));
  return feiten(old, fresh).join() !== feiten(fresh, old).join();
}

/** One place where two versions differ; `van` is undefined where it is new, `naar` where it is gone. */
export interface Change {
  /** A path such as `aanmelders.rollen` or `criteria.gebieds-veiligheid.tekst`. */
  readonly plaats: string;
  readonly van: unknown;
  readonly naar: unknown;
}

/**
 * Lists where two versions of the same data differ, as deep as it goes. A list of words is one place; things in a list
 * are found back by their name, so that one more at the top does not change all others.
 */
export function listChanges(van: unknown, naar: unknown, plaats = ''): Change[] {
  if (isSame(van, naar)) return [];
  const [old, fresh] = [toParts(van, naar), toParts(naar, van)];
  if (!old || !fresh) return [{ plaats, van, naar }];
  const names = new Set([...old.keys(), ...fresh.keys()]);
  const changes = [...names].flatMap((naam) =>
    listChanges(old.get(naam), fresh.get(naam), plaats === '' ? naam : `${plaats}.${naam}`),
  );
  // The same parts in another order.
  return changes.length > 0 ? changes : [{ plaats, van: [...old.keys()], naar: [...fresh.keys()] }];
}

/** The parts of an object, or of a list of objects, by name; null for what is compared as one. */
function toParts(waarde: unknown, other: unknown): Map<string, unknown> | null {
  if (isObject(waarde)) return isObject(other) ? new Map(Object.entries(waarde)) : null;
  if (!Array.isArray(waarde) || !Array.isArray(other) || ![...waarde, ...other].every(isObject)) return null;
  const names = nameItems([waarde, other])?.[0];
  return new Map(waarde.map((deel, nummer) => [names?.[nummer] ?? String(nummer), deel]));
}
