import type { Content } from '../../src/domain/model/content.ts';
import type { Overlegtafel } from '../../src/domain/model/overlegtafel.ts';
import { dropOrAdd } from './drop-or-add.ts';
import type { Change } from './mutant.ts';

type Aanmelders = Overlegtafel['aanmelders'];

/** Every role dropped from or added to who may refer and whom to consult, and every other role via whom. */
export function* mutateAanmelders(
  { vragen }: Content,
  { aanmelders }: Overlegtafel,
): Generator<Change<Aanmelders>> {
  const rollen = vragen.find(({ feit }) => feit === 'rol')?.opties.map(({ id }) => id) ?? [];
  for (const veld of ['rollen', 'overlegMet'] as const)
    for (const { wat, lijst } of dropOrAdd(aanmelders[veld], rollen))
      yield { plaats: `aanmelders.${veld}`, wat, deel: { ...aanmelders, [veld]: lijst } };
  for (const via of rollen.filter((rol) => rol !== aanmelders.via))
    yield { plaats: 'aanmelders.via', wat: `${aanmelders.via} wordt ${via}`, deel: { ...aanmelders, via } };
}
