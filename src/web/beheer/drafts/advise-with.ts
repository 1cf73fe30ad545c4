import { giveAdvies } from '../../../domain/advice/advies.ts';
import type { StandSeal } from '../../../domain/answers/stand-seal.ts';
import type { Outcome } from '../../../domain/editing/proof.ts';
import { createEvaluator } from '../../../domain/evaluation/evaluator.ts';
import type { Antwoorden } from '../../../domain/model/antwoorden.ts';
import { type Beslismodel, createBeslismodel } from '../../../domain/model/beslismodel.ts';
import type { Content } from '../../../domain/model/content.ts';
import { toAdvicePage } from '../../advice/to-advice-page.ts';
import { toNewStand } from '../../stand-param.ts';
import type { BeheerDeps } from '../area.ts';

/** Links of a page that is only looked at lead nowhere, so nothing is sealed for them. */
const NO_SEAL: StandSeal = { seal: () => 'voorbeeld', open: () => ({ fout: 'ongeldig' }) };

/** The advice that a content gives for some answers, and its page as HTML. */
export async function adviseWith(
  { say, now, ruimte, render }: Pick<BeheerDeps, 'say' | 'now' | 'ruimte' | 'render'>,
  content: Content,
  given: Antwoorden,
): Promise<Outcome & { readonly html: string }> {
  const model = createBeslismodel(content);
  const antwoorden = keepKnown(model, given);
  const advies = await giveAdvies(model, createEvaluator(content.tafels), antwoorden);
  const page = toAdvicePage({ content, model, say, now, ruimte }, advies, toNewStand(NO_SEAL, antwoorden), {
    vorig: null,
    voorbeeld: null,
  });
  // The public page says here how to go on; this one ends here.
  const html = render('/advies', { ...page, model: { ...page.model, verder: {} } });
  const { uitkomst, tafels } = advies;
  return { uitkomst, tafels, html };
}

/** The answers that a content knows: another version may lack a question or an option. */
export function keepKnown({ vraagOf }: Pick<Beslismodel, 'vraagOf'>, antwoorden: Antwoorden): Antwoorden {
  return Object.fromEntries(
    Object.entries(antwoorden).filter(([feit, antwoord]) => {
      const vraag = vraagOf.get(feit);
      return vraag && [antwoord].flat().every((id) => vraag.opties.some((optie) => optie.id === id));
    }),
  );
}
