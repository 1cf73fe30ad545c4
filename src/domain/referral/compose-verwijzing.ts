import type { Advies } from '../advice/advies.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Content } from '../model/content.ts';
import type { Kanaal, Overlegtafel } from '../model/overlegtafel.ts';
import type { MailConcept } from '../ports/mail-concept.ts';
import type { Views } from '../ports/views.ts';
import { findOntbrekendeDelen, type Ontbrekend } from './find-ontbrekende-delen.ts';
import { findOntvangerTafel, findOntvangerVia } from './find-ontvanger.ts';
import { findGemeente, type MailModel, toMailModel } from './mail-model.ts';
import { splitOnderwerp } from './split-onderwerp.ts';
import { listVelden } from './veld.ts';
import { toVerwijsStatus } from './verwijs-status.ts';
import type { Verwijzing, Waarschuwing } from './verwijzing.ts';

/** The referral: by whom and over which channel, the mail or text, and what is still missing. */
export interface VerwijsPakket {
  readonly tafel: Overlegtafel;
  /** A concept must not be sent yet: something that the table needs is missing, or a finding is not looked at. */
  readonly status: 'gereed' | 'concept';
  /** Whether the user refers, or asks someone who may. */
  readonly route: 'zelf' | 'via';
  readonly kanaal: Kanaal;
  readonly ontvanger: string;
  readonly mail: MailConcept;
  readonly ontbreekt: readonly Ontbrekend[];
  readonly model: MailModel;
}

/** Composes the referral to a table; null when the advice does not allow it. */
export function composeVerwijzing(
  content: Content,
  model: Beslismodel,
  views: Pick<Views, 'renderText'>,
  advies: Advies,
  tafelId: string,
  { waarde: verwijzing, waarschuwingen }: { waarde: Verwijzing; waarschuwingen: readonly Waarschuwing[] },
): VerwijsPakket | null {
  const oordeel = advies.overlegtafels.find(({ tafel }) => tafel.id === tafelId);
  const mogelijk = toVerwijsStatus(advies, tafelId);
  if (!oordeel || mogelijk === 'nietMogelijk') return null;
  const { tafel, aanmelder } = oordeel;
  const gemeente = findGemeente(content, advies);
  const route = aanmelder.via === null ? 'zelf' : 'via';
  const ontvanger =
    aanmelder.via === null
      ? findOntvangerTafel(content, tafel, aanmelder.overlegMet, gemeente)
      : findOntvangerVia(content, aanmelder.via, gemeente);
  const velden = listVelden(content, tafel);
  const delen = findOntbrekendeDelen(model, advies, tafel, velden, verwijzing, route);
  const concept =
    mogelijk === 'concept' || delen.length > 0 || waarschuwingen.some(({ bevestigd }) => !bevestigd);
  const mailModel = toMailModel(content, model, advies, oordeel, ontvanger, velden, verwijzing, concept);
  const { onderwerp, tekst } = splitOnderwerp(views.renderText(toTemplate(tafel, route), mailModel));
  return {
    tafel,
    status: concept ? 'concept' : 'gereed',
    route,
    kanaal: tafel.kanaal,
    ontvanger: ontvanger.naam,
    mail: { aan: ontvanger.aan, cc: ontvanger.cc, onderwerp, tekst },
    ontbreekt: [...delen, ...ontvanger.ontbreekt],
    model: mailModel,
  };
}

/** In a crisis one calls, also to ask another to refer. */
function toTemplate(tafel: Overlegtafel, route: VerwijsPakket['route']): string {
  if (tafel.kanaal.soort === 'telefoon') return 'telefoon';
  if (route === 'via') return 'verzoek';
  return tafel.soort === 'voorziening' ? tafel.id : tafel.kanaal.soort;
}
