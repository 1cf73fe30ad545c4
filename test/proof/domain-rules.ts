import type { Content } from '../../src/domain/model/content.ts';
import type { Overlegtafel } from '../../src/domain/model/overlegtafel.ts';
import type { Criterium, Regel } from '../../src/domain/model/regel.ts';
import type { Vraag } from '../../src/domain/model/vraag.ts';
import {
  BEO,
  CRISISTEAM,
  CRITERIA,
  FEITEN,
  HOOGCOMPLEX,
  LEVENSLOOP,
  ONLY,
  P10,
  REGIOTAFEL,
  SIGNAAL,
  SLAAT_LOKAAL_OVER,
  TAFELS,
  TOPX,
  TRIAGE,
  WAYS,
} from '../support/domain-facts.ts';

/** Who may refer, the table of domain.md: these roles, otherwise via this one, and always in consultation with these. */
const AANMELDERS: Readonly<Record<string, { rollen: string; via: string; overlegMet: string[] }>> = {
  [TOPX]: {
    rollen:
      'wijkcoach procesmanager regisseur-gemeente politie om reclassering verslavingszorg ggz-aanbieder veiligheidshuis',
    via: 'procesmanager',
    overlegMet: ['procesmanager'],
  },
  [TRIAGE]: {
    rollen:
      'ggz-aanbieder huisarts wijkcoach procesmanager regisseur-gemeente verslavingszorg zorgaanbieder clientondersteuner',
    via: 'wijkcoach',
    overlegMet: [],
  },
  [REGIOTAFEL]: { rollen: 'zorgaanbieder ggz-aanbieder', via: 'zorgaanbieder', overlegMet: [] },
  [CRISISTEAM]: {
    rollen: 'huisarts clientondersteuner zorgaanbieder ggz-aanbieder',
    via: 'huisarts',
    overlegMet: [],
  },
  [HOOGCOMPLEX]: {
    rollen:
      'inwoner zorgaanbieder ggz-aanbieder verslavingszorg huisarts procesmanager regisseur-gemeente veiligheidshuis vws',
    via: 'procesmanager',
    overlegMet: [],
  },
  [LEVENSLOOP]: { rollen: 'procesmanager', via: 'procesmanager', overlegMet: [] },
  [BEO]: {
    rollen:
      'huisarts ggz-aanbieder zorgaanbieder wijkcoach procesmanager regisseur-gemeente bestuurder-gemeente om verzekeraar clientondersteuner vws veiligheidshuis',
    via: 'procesmanager',
    overlegMet: [],
  },
  [P10]: {
    rollen: 'wijkcoach procesmanager regisseur-gemeente veiligheidshuis',
    via: 'wijkcoach',
    overlegMet: [],
  },
};

/** Tables opened by a fact as well, the urgent one, and who pays by which fact. */
const ALSO_OPENED: Readonly<Record<string, unknown>> = {
  [CRISISTEAM]: { fact: 'crisisNu', operator: 'is', value: 'ja' },
};
const SPOED = [CRISISTEAM];
const BETALING: Readonly<Record<string, string>> = { [P10]: 'ggzIngeschreven' };

/** Where the content says something else than domain.md, as sentences; empty when it says the same. */
export function findAfwijkingen({ vragen, tafels }: Pick<Content, 'vragen' | 'tafels'>): string[] {
  return [
    ...compare(
      'vragen',
      remember(vragen, () => vragen.map(toFeit)),
      EXPECTED_FEITEN,
    ),
    ...compare('tafels', JSON.stringify(tafels.map(({ id }) => id)), JSON.stringify(TAFELS)),
    ...tafels.flatMap((tafel) =>
      compare(
        tafel.id,
        remember(tafel, () => toStelling(tafel)),
        EXPECTED_STELLINGEN[tafel.id] ?? '',
      ),
    ),
  ];
}

function compare(what: string, found: string, verwacht: string): string[] {
  return found === verwacht ? [] : [`${what}: ${found} in plaats van ${verwacht}`];
}

const remembered = new WeakMap<object, string>();

/** Content is never changed, only replaced in part: what did not change need not be written out again. */
function remember(deel: object, write: () => unknown): string {
  const tekst = remembered.get(deel) ?? JSON.stringify(write());
  remembered.set(deel, tekst);
  return tekst;
}

function toFeit({ feit, type, opties, wanneer }: Vraag) {
  const onRequest = 'tafels' in wanneer ? wanneer.tafels.toSorted() : wanneer;
  return [feit, type, opties.map(({ id, alleen }) => [id, alleen === true]), onRequest];
}

function toExpectedFeit({ feit, type, opties, wanneer }: (typeof FEITEN)[number]) {
  const beside = opties.map((id) => [id, type === 'meerkeuze' && ONLY.includes(id)]);
  if (wanneer === 'altijd') return [feit, type, beside, { altijd: true }];
  return [feit, type, beside, 'feit' in wanneer ? wanneer : wanneer.toSorted()];
}

/** What the content says of a table, as far as domain.md says it too. */
function toStelling({ id, regels, aanmelders }: Overlegtafel) {
  const vereist = regels.criteria.filter(({ weging }) => weging === 'vereist');
  return {
    criteria: regels.criteria.map((criterium) => [
      criterium.voorwaarde.fact,
      [criterium.voorwaarde.value].flat().toSorted(),
      criterium.weging,
      toInterpretatie(id, criterium),
    ]),
    waar: listWhere(
      vereist.map(({ voorwaarde }) => voorwaarde.fact),
      (ware) => holds(regels.regel, (naam) => ware.has(findFeitOf(regels.criteria, naam))),
    ),
    signaal: regels.signaal,
    ookGeopendDoor: regels.ookGeopendDoor,
    slaatLokaalOver: regels.slaatLokaalOver.ja,
    spoed: regels.spoed,
    betaling: regels.financiering?.feit,
    rollen: aanmelders.rollen.toSorted(),
    via: aanmelders.via,
    overlegMet: aanmelders.overlegMet,
  };
}

function toExpectedStelling(id: string): ReturnType<typeof toStelling> {
  const criteria = CRITERIA[id] ?? [];
  const vereist = criteria.filter(({ weging }) => weging === 'vereist');
  return {
    criteria: criteria.map(({ feit, goed, weging, interpretatie }) => [
      feit,
      goed.toSorted(),
      weging,
      interpretatie,
    ]),
    waar: listWhere(
      vereist.map(({ feit }) => feit),
      (ware) => (WAYS[id] ?? []).some((way) => way.every((feit) => ware.has(feit))),
    ),
    signaal: SIGNAAL[id] ?? '',
    ookGeopendDoor: ALSO_OPENED[id] as Overlegtafel['regels']['ookGeopendDoor'],
    slaatLokaalOver: SLAAT_LOKAAL_OVER.includes(id),
    spoed: SPOED.includes(id),
    betaling: BETALING[id],
    rollen: AANMELDERS[id]?.rollen.split(' ').toSorted() ?? [],
    via: AANMELDERS[id]?.via ?? '',
    overlegMet: AANMELDERS[id]?.overlegMet ?? [],
  };
}

/** Null where domain.md does not say of this very criterion whether it is a reading. */
function toInterpretatie(tafel: string, { interpretatie, voorwaarde }: Criterium): boolean | null {
  const verwacht = CRITERIA[tafel]?.find(({ feit }) => feit === voorwaarde.fact);
  return verwacht?.interpretatie === null ? null : interpretatie;
}

function findFeitOf(criteria: readonly Criterium[], naam: string): string {
  return criteria.find(({ id }) => id === naam)?.voorwaarde.fact ?? naam;
}

/** The truth table of a rule: for each set of facts that are met, whether the whole holds. */
function listWhere(feiten: readonly string[], applies: (ware: ReadonlySet<string>) => boolean): string {
  return Array.from({ length: 2 ** feiten.length }, (_, nummer) =>
    Number(applies(new Set(feiten.filter((_feit, place) => Math.floor(nummer / 2 ** place) % 2 === 1)))),
  ).join('');
}

function holds(regel: Regel, waar: (criterium: string) => boolean): boolean {
  if ('condition' in regel) return waar(regel.condition);
  return 'any' in regel
    ? regel.any.some((deel) => holds(deel, waar))
    : regel.all.every((deel) => holds(deel, waar));
}

const EXPECTED_FEITEN = JSON.stringify(FEITEN.map(toExpectedFeit));
const EXPECTED_STELLINGEN: Readonly<Record<string, string>> = Object.fromEntries(
  TAFELS.map((id) => [id, JSON.stringify(toExpectedStelling(id))]),
);
