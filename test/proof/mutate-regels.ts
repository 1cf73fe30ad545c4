import type { Content } from '../../src/domain/model/content.ts';
import type { Overlegtafel } from '../../src/domain/model/overlegtafel.ts';
import type { Criterium, Regel, Voorwaarde } from '../../src/domain/model/regel.ts';
import type { Vraag } from '../../src/domain/model/vraag.ts';
import { dropOrAdd } from './drop-or-add.ts';
import type { Wijziging } from './mutant.ts';

type Regels = Overlegtafel['regels'];

/** Every change of one value in the rules of a table. */
export function* mutateRegels(content: Content, { id, regels }: Overlegtafel): Generator<Wijziging<Regels>> {
  for (const { plaats, wat, deel } of mutateRegel(regels.regel))
    yield { plaats, wat, deel: { ...regels, regel: deel } };
  for (const [nummer, criterium] of regels.criteria.entries()) {
    for (const wijziging of mutateCriterium(content.vragen, id, criterium)) {
      const criteria = regels.criteria.with(nummer, wijziging.deel);
      yield {
        ...wijziging,
        plaats: `criteria.${criterium.id}.${wijziging.plaats}`,
        deel: { ...regels, criteria },
      };
    }
    yield* mutateWeging(regels, nummer, criterium);
  }
  yield* mutateOpening(content, id, regels);
  yield* mutateRest(content.vragen, id, regels);
}

/** Each any/all of more than one part flipped, and each criterion taken out. */
function* mutateRegel(regel: Regel, plaats = 'regel'): Generator<Wijziging<Regel>> {
  if ('condition' in regel) return;
  const [soort, delen] = 'any' in regel ? (['any', regel.any] as const) : (['all', regel.all] as const);
  const toGroep = (naam: string, inhoud: readonly Regel[]) => ({ [naam]: inhoud }) as unknown as Regel;
  // Of a group of one, any and all mean the same.
  if (delen.length > 1) {
    const anders = soort === 'any' ? 'all' : 'any';
    yield { plaats, wat: `${soort} wordt ${anders}`, deel: toGroep(anders, delen) };
  }
  for (const [nummer, deel] of delen.entries()) {
    if ('condition' in deel)
      yield { plaats, wat: `zonder ${deel.condition}`, deel: toGroep(soort, delen.toSpliced(nummer, 1)) };
    for (const wijziging of mutateRegel(deel, `${plaats}.${soort}.${nummer}`))
      yield { ...wijziging, deel: toGroep(soort, delen.with(nummer, wijziging.deel)) };
  }
}

function* mutateCriterium(
  vragen: readonly Vraag[],
  tafel: string,
  criterium: Criterium,
): Generator<Wijziging<Criterium>> {
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
): Generator<Wijziging<Voorwaarde>> {
  const { fact, value } = voorwaarde;
  const vraag = vragen.find(({ feit }) => feit === fact);
  const opties = vraag?.opties.map(({ id }) => id) ?? [];
  if (typeof value === 'string') {
    for (const optie of opties.filter((ander) => ander !== value))
      yield { plaats: 'value', wat: `${value} wordt ${optie}`, deel: { ...voorwaarde, value: optie } };
  } else {
    for (const { wat, lijst } of dropOrAdd(value, opties))
      yield { plaats: 'value', wat, deel: { ...voorwaarde, value: lijst } };
  }
  if (vraag?.type !== 'jaNee') return;
  for (const feit of listJaNee(vragen, tafel).filter((ander) => ander !== fact))
    yield { plaats: 'fact', wat: `${fact} wordt ${feit}`, deel: { ...voorwaarde, fact: feit } };
}

function listJaNee(vragen: readonly Vraag[], tafel: string): string[] {
  return vragen
    .filter(
      ({ type, wanneer }) => type === 'jaNee' && (!('tafels' in wanneer) || wanneer.tafels.includes(tafel)),
    )
    .map(({ feit }) => feit);
}

/** The weight flipped: by itself, and together with the place in the rule so that all still seems right. */
function* mutateWeging(regels: Regels, nummer: number, criterium: Criterium): Generator<Wijziging<Regels>> {
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
  const delen = ('any' in regel ? regel.any : regel.all).flatMap((deel) => removeFrom(deel, id) ?? []);
  if (delen.length === 0) return null;
  return 'any' in regel ? { any: delen } : { all: delen };
}

function* mutateOpening(
  { vragen, tafels }: Content,
  tafel: string,
  regels: Regels,
): Generator<Wijziging<Regels>> {
  const signalen = vragen.find(({ feit }) => feit === 'signalen')?.opties.map(({ id }) => id) ?? [];
  for (const signaal of signalen.filter((ander) => ander !== regels.signaal))
    yield { plaats: 'signaal', wat: `${regels.signaal} wordt ${signaal}`, deel: { ...regels, signaal } };
  const { ookGeopendDoor, ...zonder } = regels;
  const plaats = 'ookGeopendDoor';
  if (!ookGeopendDoor) {
    for (const voorwaarde of tafels.flatMap((ander) => ander.regels.ookGeopendDoor ?? []))
      yield { plaats, wat: `met ${voorwaarde.fact}`, deel: { ...regels, ookGeopendDoor: voorwaarde } };
    return;
  }
  yield { plaats, wat: 'weg', deel: zonder };
  for (const ander of tafels.map(({ id }) => id).filter((id) => id !== tafel))
    for (const wijziging of mutateVoorwaarde(vragen, ander, ookGeopendDoor))
      yield {
        plaats: `${plaats}.${wijziging.plaats}`,
        wat: wijziging.wat,
        deel: { ...regels, ookGeopendDoor: wijziging.deel },
      };
}

function* mutateRest(vragen: readonly Vraag[], tafel: string, regels: Regels): Generator<Wijziging<Regels>> {
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
  for (const feit of listJaNee(vragen, tafel).filter((ander) => ander !== financiering.feit))
    yield {
      plaats: 'financiering.feit',
      wat: `${financiering.feit} wordt ${feit}`,
      deel: { ...regels, financiering: { ...financiering, feit } },
    };
}
