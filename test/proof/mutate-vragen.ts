import type { Content } from '../../src/domain/model/content.ts';
import type { Vraag } from '../../src/domain/model/vraag.ts';
import { dropOrAdd } from './drop-or-add.ts';
import type { Change } from './mutant.ts';

/** Every change of one value that decides with in the questions: when asked, options, order, whether one can still do it. */
export function* mutateVragen(content: Content): Generator<Change<Vraag[]>> {
  const { vragen } = content;
  for (const [nummer, vraag] of vragen.entries()) {
    for (const { plaats, wat, deel } of mutateVraag(content, vraag))
      yield { plaats: `${vraag.feit}.${plaats}`, wat, deel: vragen.with(nummer, deel) };
    const next = vragen[nummer + 1];
    if (next)
      yield {
        plaats: vraag.feit,
        wat: `na ${next.feit}`,
        deel: vragen.with(nummer, next).with(nummer + 1, vraag),
      };
  }
}

function* mutateVraag(content: Content, vraag: Vraag): Generator<Change<Vraag>> {
  for (const [wat, wanneer] of listOtherMoments(content, vraag))
    yield { plaats: 'wanneer', wat, deel: { ...vraag, wanneer } };
  yield* mutateOptions(vraag);
  // Only what a table requires can be a step towards it.
  const vereist = content.tafels.flatMap(({ regels }) =>
    regels.criteria.filter(({ weging }) => weging === 'vereist').map(({ voorwaarde }) => voorwaarde.fact),
  );
  if (vereist.includes(vraag.feit))
    yield {
      plaats: 'stapTeZetten',
      wat: `wordt ${!vraag.stapTeZetten}`,
      deel: { ...vraag, stapTeZetten: !vraag.stapTeZetten },
    };
}

function listOtherMoments(
  { vragen, tafels }: Content,
  { wanneer }: Vraag,
): [wat: string, wanneer: Vraag['wanneer']][] {
  const alle = tafels.map(({ id }) => id);
  const altijd: [string, Vraag['wanneer']] = ['altijd', { altijd: true }];
  if ('tafels' in wanneer)
    return [
      altijd,
      ...dropOrAdd(wanneer.tafels, alle).map(({ wat, lijst }): [string, Vraag['wanneer']] => [
        wat,
        { tafels: lijst },
      ]),
    ];
  if ('feit' in wanneer) {
    const { feit, is } = wanneer;
    const opties = vragen.find((other) => other.feit === feit)?.opties.map(({ id }) => id) ?? [];
    return [
      altijd,
      ...opties
        .filter((other) => other !== is)
        .map((other): [string, Vraag['wanneer']] => [`${is} wordt ${other}`, { feit, is: other }]),
    ];
  }
  return [
    ['als een tafel open is', { tafels: alle }],
    ['na een antwoord', { feit: 'acuutGevaar', is: 'nee' }],
  ];
}

/** Each option left out, and of a meerkeuze each option that stands alone, or not, the other way round. */
function* mutateOptions(vraag: Vraag): Generator<Change<Vraag>> {
  if (vraag.type === 'jaNee') return;
  for (const [nummer, optie] of vraag.opties.entries()) {
    const plaats = `opties.${optie.id}`;
    yield { plaats, wat: 'weg', deel: { ...vraag, opties: vraag.opties.toSpliced(nummer, 1) } };
    if (vraag.type !== 'meerkeuze') continue;
    const { alleen, ...beside } = optie;
    const anders = alleen ? beside : { ...optie, alleen: true as const };
    yield {
      plaats,
      wat: alleen ? 'naast andere' : 'alleen',
      deel: { ...vraag, opties: vraag.opties.with(nummer, anders) },
    };
  }
}
