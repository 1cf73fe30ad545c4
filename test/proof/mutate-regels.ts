import type { Content } from '../../src/domain/model/content.ts';
import type { Overlegtafel } from '../../src/domain/model/overlegtafel.ts';
import type { Criterium, Regel, Voorwaarde } from '../../src/domain/model/regel.ts';
import type { Vraag } from '../../src/domain/model/vraag.ts';
import { dropOrAdd } from './drop-or-add.ts';
import type { Change } from './mutant.ts';

type Regels = Overlegtafel['regels'];

/** Every change of one value in the rules of a table. */
export function* mutateRegels(content: Content, { id, regels }: Overlegtafel): Generator<Change<Regels>> {
  for (const { plaats, wat, deel } of mutateRegel(regels.regel))
    yield { plaats, wat, deel: { ...regels, regel: deel } };
  for (const [nummer, criterium] of regels.criteria.entries()) {
    for (const change of mutateCriterium(content.vragen, id, criterium)) {
      const criteria = regels.criteria.with(nummer, change.deel);
      yield {
        ...change,
        plaats: `criteria.${criterium.id}.${change.plaats}`,
        deel: { ...regels, criteria },
      };
    }
    yield* mutateWeging(regels, nummer, criterium);
  }
  yield* mutateOpening(content, id, regels);
  yield* mutateRest(content.vragen, id, regels);
}

/** Each any/all of more than one part flipped, and each criterion taken out. */
function* mutateRegel(regel: Regel, plaats = 'regel'): Generator<Change<Regel>> {
  if ('condition' in regel) return;
  const [soort, parts] = 'any' in regel ? (['any', regel.any] as const) : (['all', regel.all] as const);
  const toGroup = (naam: string, content: readonly Regel[]) => ({ [naam]: content }) as unknown as Regel;
  // Of a group of one, any and all mean the same.
  if (parts.length > 1) {
    const anders = soort === 'any' ? 'all' : 'any';
    yield { plaats, wat: `${soort} wordt ${anders}`, deel: toGroup(anders, parts) };
  }
  for (const [nummer, deel] of parts.entries()) {
    if ('condition' in deel)
      yield { plaats, wat: `zonder ${deel.condition}`, deel: toGroup(soort, parts.toSpliced(nummer, 1)) };
    for (const change of mutateRegel(deel, `${plaats}.${soort}.${nummer}`))
      yield { ...change, deel: toGroup(soort, parts.with(nummer, change.deel)) };
  }
}

function* mutateCriterium(
  vragen: readonly Vraag[],
  tafel: string,
  criterium: Criterium,
): Generator<Change<Criterium>> {
  for (const { plaats, wat, deel } of mutateVoorwaarde(vragen, tafel, criterium.voorwaarde))
    yield { plaats: `voorwaarde.${plaats}`, wat, deel: { ...criterium, voorwaarde: deel } };
  const interpretatie = !criterium.interpretatie;
  yield { plaats: 'interpretatie', wat: `wordt ${interpretatie}`, deel: { ...criterium, interpretatie } };
}

/** Each other value, and each other fact of the same type that is asked for the table as well. */
function* mutateVoorwaarde(
  vragen: readonly Vraag[],
  tafel: string,
  voorwaarde: Voorwaarde,
): Generator<Change<Voorwaarde>> {
  const { fact, value } = voorwaarde;
  const vraag = vragen.find(({ feit }) => feit === fact);
  const opties = vraag?.opties.map(({ id }) => id) ?? [];
  if (typeof value === 'string') {
    for (const optie of opties.filter((other) => other !== value))
      yield { plaats: 'value', wat: `${value} wordt ${optie}`, deel: { ...voorwaarde, value: optie } };
  } else {
    for (const { wat, lijst } of dropOrAdd(value, opties))
      yield { plaats: 'value', wat, deel: { ...voorwaarde, value: lijst } };
  }
  if (vraag?.type !== 'jaNee') return;
  for (const feit of listYesNo(vragen, tafel).filter((other) => other !== fact))
    yield { plaats: 'fact', wat: `${fact} wordt ${feit}`, deel: { ...voorwaarde, fact: feit } };
}

function listYesNo(vragen: readonly Vraag[], tafel: string): string[] {
  return vragen
    .filter(
      ({ type, wanneer }) => type === 'jaNee' && (!('tafels' in wanneer) || wanneer.tafels.includes(tafel)),
    )
    .map(({ feit }) => feit);
}

/** The weight flipped: by itself, and together with the place in the rule so that all still seems right. */
function* mutateWeging(regels: Regels, nummer: number, criterium: Criterium): Generator<Change<Regels>> {
  const { id, weging } = criterium;
  const anders = weging === 'vereist' ? 'aandachtspunt' : 'vereist';
  const criteria = regels.criteria.with(nummer, { ...criterium, weging: anders });
  const plaats = `criteria.${id}.weging`;
  yield { plaats, wat: `wordt ${anders}`, deel: { ...regels, criteria } };
  if (anders === 'aandachtspunt') {
    const regel = removeFrom(regels.regel, id);
    if (regel)
      yield { plaats, wat: `wordt ${anders}, en uit de regel`, deel: { ...regels, criteria, regel } };
    return;
  }
  for (const groep of ['any', 'all'] as const) {
    const regel = { [groep]: [regels.regel, { condition: id }] } as unknown as Regel;
    yield { plaats, wat: `wordt ${anders}, in de regel met ${groep}`, deel: { ...regels, criteria, regel } };
  }
}

/** The rule without a criterion, and without groups that become empty by that; null when nothing is left. */
function removeFrom(regel: Regel, id: string): Regel | null {
  if ('condition' in regel) return regel.condition === id ? null : regel;
  const parts = ('any' in regel ? regel.any : regel.all).flatMap((deel) => removeFrom(deel, id) ?? []);
  if (parts.length === 0) return null;
  return 'any' in regel ? { any: parts } : { all: parts };
}

function* mutateOpening(
  { vragen, tafels }: Content,
  tafel: string,
  regels: Regels,
): Generator<Change<Regels>> {
  const signalen = vragen.find(({ feit }) => feit === 'signalen')?.opties.map(({ id }) => id) ?? [];
  for (const signaal of signalen.filter((other) => other !== regels.signaal))
    yield { plaats: 'signaal', wat: `${regels.signaal} wordt ${signaal}`, deel: { ...regels, signaal } };
  const { ookGeopendDoor, ...without } = regels;
  const plaats = 'ookGeopendDoor';
  if (!ookGeopendDoor) {
    for (const voorwaarde of tafels.flatMap((other) => other.regels.ookGeopendDoor ?? []))
      yield { plaats, wat: `met ${voorwaarde.fact}`, deel: { ...regels, ookGeopendDoor: voorwaarde } };
    return;
  }
  yield { plaats, wat: 'weg', deel: without };
  for (const other of tafels.map(({ id }) => id).filter((id) => id !== tafel))
    for (const change of mutateVoorwaarde(vragen, other, ookGeopendDoor))
      yield {
        plaats: `${plaats}.${change.plaats}`,
        wat: change.wat,
        deel: { ...regels, ookGeopendDoor: change.deel },
      };
}

function* mutateRest(vragen: readonly Vraag[], tafel: string, regels: Regels): Generator<Change<Regels>> {
  const { slaatLokaalOver, spoed, financiering, ...rest } = regels;
  const { ja } = slaatLokaalOver;
  yield {
    plaats: 'slaatLokaalOver.ja',
    wat: `wordt ${!ja}`,
    deel: { ...regels, slaatLokaalOver: { ...slaatLokaalOver, ja: !ja } },
  };
  yield { plaats: 'spoed', wat: `wordt ${!spoed}`, deel: { ...regels, spoed: !spoed } };
  if (!financiering) return;
  yield { plaats: 'financiering', wat: 'weg', deel: { ...rest, slaatLokaalOver, spoed } };
  for (const feit of listYesNo(vragen, tafel).filter((other) => other !== financiering.feit))
    yield {
      plaats: 'financiering.feit',
      wat: `${financiering.feit} wordt ${feit}`,
      deel: { ...regels, financiering: { ...financiering, feit } },
    };
}
