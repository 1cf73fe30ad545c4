import type { Regel, Voorwaarde } from '../domain/model/regel.ts';
import { compareOordelen, type OordeelVerschil } from './compare-oordelen.ts';
import type { Inhoud, VergelekenTafel } from './read-version.ts';

/** Where two versions of one table, question or file differ: what changes what happens, and what is only words. */
export interface Verschil {
  readonly id: string;
  readonly betekenis: readonly Wijziging[];
  /** Places where only text or its source changed. */
  readonly tekst: readonly string[];
}

/** Also what it does to the answer sets; null when the rule is as it was, or has too many of them. */
export interface TafelVerschil extends Verschil {
  readonly oordelen: OordeelVerschil | 'teVeel' | null;
}

/** New, gone and changed, by id. */
interface Lijst<T> {
  readonly erbij: readonly string[];
  readonly weg: readonly string[];
  readonly anders: readonly T[];
}

/** What a change of content does. */
export interface InhoudVerschil {
  readonly tafels: Lijst<TafelVerschil>;
  readonly vragen: Lijst<Verschil> & { readonly anderVolgorde: boolean };
  readonly overig: Lijst<Verschil>;
}

/** Parts of a table that change what happens; of its other parts only the words matter. */
const TAFEL_BETEKENIS = [
  /^(soort|trede|volgorde)$/,
  /^aanmelders\.(rollen|via|overlegMet)$/,
  /^kanaal\.(soort|adres)$/,
  /^contacten\.(?!.*\.(toelichting|alsOnbekend|gecontroleerd|bron(\.\w+)?)$)/,
  /^termijn(\.dagenVoorOverleg)?$/,
  /^regels\.(signaal|ookGeopendDoor|slaatLokaalOver\.ja|spoed|regel|financiering(\.feit)?)$/,
  /^regels\.criteria\.[^.]+(\.(weging|interpretatie|voorwaarde))?$/,
];
const VRAAG_BETEKENIS = [/^(type|wanneer|stapTeZetten)(\..*)?$/, /^opties(\.[^.]+(\.alleen)?)?$/];
const ALLES = [/^/];

/** Compares two versions of the content. */
export function compareInhoud(oud: Inhoud, nieuw: Inhoud): InhoudVerschil {
  const vragen = compareLijst(toMap(oud.vragen), toMap(nieuw.vragen), (feit, van, naar) =>
    toVerschil(feit, van, naar, VRAAG_BETEKENIS),
  );
  return {
    tafels: compareLijst(oud.tafels, nieuw.tafels, (id, van, naar) =>
      compareTafel(oud, nieuw, id, van, naar),
    ),
    vragen: { ...vragen, anderVolgorde: isAndereVolgorde(oud, nieuw) },
    overig: compareLijst(oud.overig, nieuw.overig, (bestand, van, naar) =>
      toVerschil(bestand, van, naar, ALLES),
    ),
  };
}

function compareTafel(
  oud: Inhoud,
  nieuw: Inhoud,
  id: string,
  van: VergelekenTafel,
  naar: VergelekenTafel,
): TafelVerschil {
  const verschil = toVerschil(id, toGegevens(van), toGegevens(naar), TAFEL_BETEKENIS);
  const oordelen = compareOordelen([oud.vragen, van.regels], [nieuw.vragen, naar.regels]);
  const isAnders = oordelen && oordelen.wint.aantal + oordelen.verliest.aantal + oordelen.anders.aantal > 0;
  const regelAnders = verschil.betekenis.some(({ plaats }) => /^regels\.(regel|criteria)/.test(plaats));
  return { ...verschil, oordelen: oordelen ? (isAnders ? oordelen : null) : regelAnders ? 'teVeel' : null };
}

/** A table with its conditions and its rule in words: each of them is one place. */
function toGegevens({ gegevens, regels }: VergelekenTafel): object {
  const { ookGeopendDoor, ...rest } = regels;
  return {
    ...gegevens,
    regels: {
      ...rest,
      ...(ookGeopendDoor ? { ookGeopendDoor: toVoorwaardeTekst(ookGeopendDoor as Voorwaarde) } : {}),
      criteria: regels.criteria.map((criterium) => ({
        ...criterium,
        voorwaarde: toVoorwaardeTekst(criterium.voorwaarde),
      })),
      regel: toRegelTekst(regels.regel),
    },
  };
}

function toVoorwaardeTekst({ fact, operator, value }: Voorwaarde): string {
  return `${fact} ${operator} ${[value].flat().join(', ')}`;
}

function toRegelTekst(regel: Regel): string {
  if ('condition' in regel) return regel.condition;
  const [soort, delen] = 'any' in regel ? (['any', regel.any] as const) : (['all', regel.all] as const);
  return `${soort}(${delen.map(toRegelTekst).join(', ')})`;
}

function toVerschil(id: string, van: unknown, naar: unknown, betekenis: readonly RegExp[]): Verschil {
  const wijzigingen = listWijzigingen(van, naar);
  const telt = ({ plaats }: Wijziging) => betekenis.some((patroon) => patroon.test(plaats));
  return {
    id,
    betekenis: wijzigingen.filter(telt),
    tekst: wijzigingen.filter((wijziging) => !telt(wijziging)).map(({ plaats }) => plaats),
  };
}

function compareLijst<T, V extends Verschil>(
  oud: ReadonlyMap<string, T>,
  nieuw: ReadonlyMap<string, T>,
  compare: (id: string, van: T, naar: T) => V & { oordelen?: unknown },
): Lijst<V> {
  const anders = [...nieuw].flatMap(([id, naar]) => {
    const van = oud.get(id);
    return van === undefined ? [] : [compare(id, van, naar)];
  });
  return {
    erbij: [...nieuw.keys()].filter((id) => !oud.has(id)),
    weg: [...oud.keys()].filter((id) => !nieuw.has(id)),
    anders: anders.filter(
      ({ betekenis, tekst, oordelen }) => betekenis.length + tekst.length > 0 || oordelen,
    ),
  };
}

function toMap<T extends { feit: string }>(vragen: readonly T[]): Map<string, T> {
  return new Map(vragen.map((vraag) => [vraag.feit, vraag]));
}

/** Whether the questions that both versions have are asked in another order. */
function isAndereVolgorde(oud: Inhoud, nieuw: Inhoud): boolean {
  const feiten = (deze: Inhoud, andere: Inhoud) =>
    deze.vragen.map(({ feit }) => feit).filter((feit) => andere.vragen.some((vraag) => vraag.feit === feit));
  return feiten(oud, nieuw).join() !== feiten(nieuw, oud).join();
}

/** One place where two versions differ; `from` is undefined where it is new, `to` where it is gone. */
export interface Wijziging {
  /** A path such as `aanmelders.rollen` or `criteria.gebieds-veiligheid.tekst`. */
  readonly plaats: string;
  readonly van: unknown;
  readonly to: unknown;
}

/** Keys by which the things in a list are known, the first that all of them have. */
const SLEUTELS = ['id', 'feit', 'label', 'taak', 'tekst'];

/**
 * Lists where two versions of the same data differ, as deep as it goes. A list of words is one place; things in a list
 * are found back by their name, so that one more at the top does not change all others.
 */
export function listWijzigingen(van: unknown, naar: unknown, plaats = ''): Wijziging[] {
  if (isGelijk(van, naar)) return [];
  const [oud, nieuw] = [toDelen(van, naar), toDelen(naar, van)];
  if (!oud || !nieuw) return [{ plaats, van, to: naar }];
  const namen = new Set([...oud.keys(), ...nieuw.keys()]);
  const wijzigingen = [...namen].flatMap((naam) =>
    listWijzigingen(oud.get(naam), nieuw.get(naam), plaats === '' ? naam : `${plaats}.${naam}`),
  );
  // The same parts in another order.
  return wijzigingen.length > 0 ? wijzigingen : [{ plaats, van: [...oud.keys()], to: [...nieuw.keys()] }];
}

/** The parts of an object, or of a list of objects, by name; null for what is compared as one. */
function toDelen(waarde: unknown, ander: unknown): Map<string, unknown> | null {
  if (typeof waarde !== 'object' || waarde === null || Array.isArray(waarde) !== Array.isArray(ander))
    return null;
  if (!Array.isArray(waarde)) {
    return typeof ander === 'object' && ander !== null ? new Map(Object.entries(waarde)) : null;
  }
  const alle: unknown[] = [...waarde, ...(Array.isArray(ander) ? ander : [])];
  const sleutel = SLEUTELS.find((naam) => alle.every((deel) => toNaam(deel, naam) !== null));
  const namen = waarde.map((deel, nummer) => (sleutel && toNaam(deel, sleutel)) || String(nummer));
  if (alle.some((deel) => typeof deel !== 'object') || new Set(namen).size < namen.length) return null;
  return new Map(waarde.map((deel, nummer) => [namen[nummer] ?? '', deel]));
}

function toNaam(deel: unknown, sleutel: string): string | null {
  const naam = typeof deel === 'object' && deel !== null ? (deel as Record<string, unknown>)[sleutel] : null;
  return typeof naam === 'string' ? naam : null;
}

/** The same data; the order of keys in an object does not matter. */
function isGelijk(een: unknown, ander: unknown): boolean {
  return JSON.stringify(een, sorteerSleutels) === JSON.stringify(ander, sorteerSleutels);
}

function sorteerSleutels(_sleutel: string, waarde: unknown): unknown {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
    ? Object.fromEntries(Object.entries(waarde).sort(([een], [ander]) => (een < ander ? -1 : 1)))
    : waarde;
}
