import type { Content } from '../../src/domain/model/content.ts';
import type { Vraag } from '../../src/domain/model/vraag.ts';
import { dropOrAdd } from './drop-or-add.ts';
import type { Wijziging } from './mutant.ts';

/** Every change of one value that decides with in the questions: when asked, options, order, whether one can still do it. */
export function* mutateVragen(content: Content): Generator<Wijziging<Vraag[]>> {
  const { vragen } = content;
  for (const [nummer, vraag] of vragen.entries()) {
    for (const { plaats, wat, deel } of mutateVraag(content, vraag))
      yield { plaats: `${vraag.feit}.${plaats}`, wat, deel: vragen.with(nummer, deel) };
    const volgende = vragen[nummer + 1];
    if (volgende)
      yield {
        plaats: vraag.feit,
        wat: `na ${volgende.feit}`,
        deel: vragen.with(nummer, volgende).with(nummer + 1, vraag),
      };
  }
}

function* mutateVraag(content: Content, vraag: Vraag): Generator<Wijziging<Vraag>> {
  for (const [wat, wanneer] of listAndereMomenten(content, vraag))
    yield { plaats: 'wanneer', wat, deel: { ...vraag, wanneer } };
  yield* mutateOpties(vraag);
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

function listAndereMomenten(
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
    const opties = vragen.find((ander) => ander.feit === feit)?.opties.map(({ id }) => id) ?? [];
    return [
      altijd,
      ...opties
        .filter((ander) => ander !== is)
        .map((ander): [string, Vraag['wanneer']] => [`${is} wordt ${ander}`, { feit, is: ander }]),
    ];
  }
  return [
    ['als een tafel open is', { tafels: alle }],
    ['na een antwoord', { feit: 'acuutGevaar', is: 'nee' }],
  ];
}

/** Each option left out, and of a meerkeuze each option that stands alone, or not, the other way round. */
function* mutateOpties(vraag: Vraag): Generator<Wijziging<Vraag>> {
  if (vraag.type === 'jaNee') return;
  for (const [nummer, optie] of vraag.opties.entries()) {
    const plaats = `opties.${optie.id}`;
    yield { plaats, wat: 'weg', deel: { ...vraag, opties: vraag.opties.toSpliced(nummer, 1) } };
    if (vraag.type !== 'meerkeuze') continue;
    const { alleen, ...naast } = optie;
    const anders = alleen ? naast : { ...optie, alleen: true as const };
    yield {
      plaats,
      wat: alleen ? 'naast andere' : 'alleen',
      deel: { ...vraag, opties: vraag.opties.with(nummer, anders) },
    };
  }
}
