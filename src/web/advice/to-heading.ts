import type { Advies, TafelOordeel } from '../../domain/advice/advies.ts';
import { toRolName } from '../../domain/referral/find-ontvanger.ts';
import { toClause } from '../../domain/sentence.ts';
import type { Services } from '../../services.ts';
import type { Actions } from './to-actions.ts';

type Deps = Pick<Services, 'content' | 'say'>;

/** The heading of the advice: what to do, in a few words; with several tables the first of them, and then the others. */
export function toHeading(
  deps: Deps,
  { uitkomst }: Advies,
  fitting: readonly TafelOordeel[],
  { bijna }: Pick<Actions, 'bijna'>,
): string {
  const { content, say } = deps;
  const { naam, advies } = content.beslisboom.uitkomsten[uitkomst];
  if (uitkomst === 'belNu') return naam;
  const [first, ...rest] = fitting;
  if (first) {
    const eerst = toOrder(deps, first);
    const daarna = rest.map(({ tafel }) => tafel.inZin).join(', ');
    return say('advies.titel', {
      advies: daarna === '' ? eerst : say('advies.daarna', { eerst, daarna }),
    });
  }
  const step = bijna.find(({ stappen, vragen }) => stappen.length === 1 && vragen.length === 0);
  return say('advies.titel', {
    advies: step ? say('advies.nog-een-stap', { tafel: toClause(step.naam) }) : advies,
  });
}

/** What to do for one table that fits. */
function toOrder({ content, say }: Deps, { tafel, aanmelder }: TafelOordeel): string {
  const rol = aanmelder.mag === true || aanmelder.via === null ? null : toRolName(content, aanmelder.via);
  if (tafel.status !== null) return say('advies.vraag-na', { tafel: tafel.inZin });
  if (tafel.kanaal.soort === 'telefoon')
    return say('advies.bel', { wie: rol ? `de ${rol}` : tafel.kanaal.ontvanger });
  return rol
    ? say('advies.vraag-aan', { rol, tafel: tafel.inZin })
    : say('advies.meld-aan', { tafel: tafel.inZin });
}
