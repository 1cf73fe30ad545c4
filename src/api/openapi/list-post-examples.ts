import type { Content } from '../../domain/model/content.ts';
import type { Voorbeeld } from '../../domain/model/uitkomst.ts';
import { type ComposeDeps, createReferralComposer } from '../../referral/referral-service.ts';
import { answerAdvies } from '../adviezen.ts';
import { answerVerwijzing } from '../make-verwijzing.ts';
import { type Example, toExample } from './example.ts';

/** Examples of advice and referral, from the invented cases of the content. */
export async function listPostExamples(deps: ComposeDeps): Promise<Example[]> {
  const { tafel, antwoorden } = findVoorbeeld(deps.content);
  const referrals = createReferralComposer(deps);
  const verwijzing = {
    casuscode: 'VB-001',
    hulpvraag: 'Wie neemt de regie op zorg en veiligheid, en wie doet wat?',
  };
  const advies = async (naam: string, samenvatting: string, body: unknown) =>
    toExample({ operationId: 'postAdvies', naam, samenvatting, body }, await answerAdvies(deps, body));
  const verwijs = async (naam: string, samenvatting: string, body: unknown) =>
    toExample(
      { operationId: 'postVerwijzing', naam, samenvatting, body },
      await answerVerwijzing(deps.say, deps.model, referrals, body),
    );
  const fault = { antwoorden: { rol: 'bestaat-niet' } };
  return [
    await advies('voorbeeld', 'Een bedachte casus', { antwoorden }),
    await advies('fout', 'Een optie die niet bestaat', fault),
    await verwijs('voorbeeld', 'Een bedachte casus', { tafel, antwoorden, verwijzing }),
    await verwijs('fout', 'Alle fouten tegelijk', { tafel, ...fault, verwijzing: { casuscode: '' } }),
    await verwijs('nietAanDeBeurt', 'Een tafel die niet past', { tafel, antwoorden: {}, verwijzing }),
  ];
}

/** The first invented case for which a table fits. */
function findVoorbeeld({ voorbeelden, tafels }: Content): Pick<Voorbeeld, 'antwoorden'> & { tafel: string } {
  const voorbeeld = voorbeelden.find((candidate) => candidate.tafels.length > 0);
  return { antwoorden: voorbeeld?.antwoorden ?? {}, tafel: voorbeeld?.tafels[0] ?? tafels[0]?.id ?? '' };
}
