import type { Advies } from '../advice/advies.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Content } from '../model/content.ts';
import type { Kanaal, Overlegtafel } from '../model/overlegtafel.ts';
import { ROL } from '../model/routing-facts.ts';
import type { MailConcept } from '../ports/mail-concept.ts';
import type { Views } from '../ports/views.ts';
import { findOntbrekendeDelen, type Ontbrekend } from './find-ontbrekende-delen.ts';
import { findOntvangerTafel, findOntvangerVia } from './find-ontvanger.ts';
import { findGemeente, type MailModel, toMailModel } from './mail-model.ts';
import { shortenBelkaart } from './shorten-belkaart.ts';
import { splitOnderwerp } from './split-onderwerp.ts';
import { type BelStap, toBelkaart } from './to-belkaart.ts';
import { listVelden } from './veld.ts';
import { toVerwijsStatus } from './verwijs-status.ts';
import type { Verwijzing, Waarschuwing } from './verwijzing.ts';
import { isVoortzetting } from './voortzetting.ts';

const NAKIJKEN =
  'Kijk na wat op gegevens van de persoon lijkt. Haal het weg, of bevestig dat het dat niet is.';

/** The referral: by whom and over which channel, the mail or text, and what is still missing. */
export interface VerwijsPakket {
  readonly tafel: Overlegtafel;
  /** A concept must not be sent yet: something that the table needs is missing, or a finding is not looked at. */
  readonly status: 'gereed' | 'concept';
  /** Whether the user refers, or asks someone who may. */
  readonly route: 'zelf' | 'via';
  readonly kanaal: Kanaal;
  readonly ontvanger: string;
  /** Who must be in cc, also when their address is not known. */
  readonly ccNamen: readonly string[];
  /** Whether the text travels as an e-mail, so that the package may be attached to it. */
  readonly perMail: boolean;
  readonly mail: MailConcept;
  /** What to say, when the table is called; null otherwise. */
  readonly belkaart: readonly BelStap[] | null;
  /** The text where it has to stay one page; null where it may be longer. */
  readonly opPapier: string | null;
  readonly ontbreekt: readonly Ontbrekend[];
  readonly model: MailModel;
}

/** Composes the referral to a table; null when the advice does not allow it. */
export function composeVerwijzing(
  content: Content,
  model: Beslismodel,
  views: Pick<Views, 'renderText' | 'hasText'>,
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
  const isTelefoon = tafel.kanaal.soort === 'telefoon';
  const ontvanger =
    aanmelder.via === null
      ? findOntvangerTafel(content, tafel, aanmelder.overlegMet, gemeente, isVoortzetting(verwijzing))
      : findOntvangerVia(content, aanmelder.via, gemeente, isTelefoon);
  const velden = listVelden(content, tafel, advies.situatie.antwoorden[ROL]);
  const delen = findOntbrekendeDelen(model, advies, tafel, velden, verwijzing, route);
  const nakijken = waarschuwingen.some(({ bevestigd }) => !bevestigd);
  const isConcept = mogelijk === 'concept' || delen.length > 0 || nakijken;
  const mailModel = toMailModel(content, model, advies, oordeel, ontvanger, velden, verwijzing, {
    is: isConcept,
    nogTeDoen: [...delen.map(({ tekst }) => tekst), ...(nakijken ? [NAKIJKEN] : [])],
  });
  const belkaart = isTelefoon ? toBelkaart(mailModel, tafel.kanaal.belvolgorde) : null;
  const template = findTemplate(views, tafel, route);
  const render = (stappen: typeof belkaart) =>
    splitOnderwerp(views.renderText(template, { ...mailModel, belkaart: stappen }));
  const { onderwerp, tekst } = render(belkaart);
  return {
    tafel,
    status: isConcept ? 'concept' : 'gereed',
    route,
    kanaal: tafel.kanaal,
    ontvanger: ontvanger.naam,
    ccNamen: ontvanger.ccNamen,
    perMail: tafel.kanaal.soort === 'e-mail' || (route === 'via' && !isTelefoon),
    mail: { aan: ontvanger.aan, cc: ontvanger.cc, onderwerp, tekst },
    belkaart,
    opPapier: belkaart && render(shortenBelkaart(belkaart)).tekst,
    ontbreekt: [...delen, ...ontvanger.ontbreekt],
    model: mailModel,
  };
}

/** The template of the message: a table's own where `views/mail` has one, that of its kanaal otherwise. */
function findTemplate(
  views: Pick<Views, 'hasText'>,
  { id, kanaal }: Overlegtafel,
  route: VerwijsPakket['route'],
): string {
  // In a crisis one calls, also to ask another to refer.
  if (kanaal.soort === 'telefoon') return kanaal.soort;
  if (route === 'via') return 'verzoek';
  return views.hasText(id) ? id : kanaal.soort;
}
