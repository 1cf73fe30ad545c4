import type { Advies } from '../advice/advies.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Content } from '../model/content.ts';
import type { Kanaal, Overlegtafel } from '../model/overlegtafel.ts';
import type { MailConcept } from '../ports/mail-concept.ts';
import type { Views } from '../ports/views.ts';
import { findOntvangerTafel, findOntvangerVia, type Ontvanger } from './find-ontvanger.ts';
import { findGemeente, toMailModel } from './mail-model.ts';
import { toVerwijsStatus } from './verwijs-status.ts';
import type { Verwijzing } from './verwijzing.ts';

/** The referral: by whom and over which channel, the mail or text, and what is still missing. */
export interface VerwijsPakket {
  readonly tafel: Overlegtafel;
  readonly status: 'gereed' | 'concept';
  /** Whether the user refers, or asks someone who may. */
  readonly route: 'zelf' | 'via';
  readonly kanaal: Kanaal;
  readonly ontvanger: string;
  readonly mail: MailConcept;
  readonly ontbreekt: Ontvanger['ontbreekt'];
}

/** Composes the referral to a table; null when the advice does not allow it. */
export function composeVerwijzing(
  content: Content,
  model: Beslismodel,
  views: Pick<Views, 'renderText'>,
  advies: Advies,
  tafelId: string,
  verwijzing: Verwijzing,
): VerwijsPakket | null {
  const oordeel = advies.overlegtafels.find(({ tafel }) => tafel.id === tafelId);
  const status = toVerwijsStatus(advies, tafelId);
  if (!oordeel || status === 'nietMogelijk') return null;
  const { tafel, aanmelder } = oordeel;
  const gemeente = findGemeente(content, advies);
  const ontvanger =
    aanmelder.via === null
      ? findOntvangerTafel(content, tafel, aanmelder.overlegMet, gemeente)
      : findOntvangerVia(content, aanmelder.via, gemeente);
  const mailModel = toMailModel(content, model, advies, oordeel, ontvanger, verwijzing, status === 'concept');
  const route = aanmelder.via === null ? 'zelf' : 'via';
  const { onderwerp, tekst } = splitOnderwerp(views.renderText(toTemplate(tafel, route), mailModel));
  return {
    tafel,
    status,
    route,
    kanaal: tafel.kanaal,
    ontvanger: ontvanger.naam,
    mail: { aan: ontvanger.aan, cc: ontvanger.cc, onderwerp, tekst },
    ontbreekt: [
      ...findOpenCriteria(advies, model, tafel),
      ...ontvanger.ontbreekt,
      ...findLegeVelden(verwijzing),
    ],
  };
}

function toTemplate(tafel: Overlegtafel, route: VerwijsPakket['route']): string {
  if (route === 'via') return 'verzoek';
  return tafel.soort === 'voorziening' ? tafel.id : tafel.kanaal.soort;
}

/** A mail template starts with its subject: "Onderwerp: …", then a blank line, then the text. */
function splitOnderwerp(bericht: string): { onderwerp: string; tekst: string } {
  const [eerste = '', ...rest] = bericht.split('\n');
  return {
    onderwerp: eerste.replace(/^Onderwerp: /, '').trim(),
    tekst: `${rest
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim()}\n`,
  };
}

function findOpenCriteria(advies: Advies, model: Beslismodel, tafel: Overlegtafel): Ontvanger['ontbreekt'] {
  const feiten = new Set(tafel.regels.criteria.map(({ voorwaarde }) => voorwaarde.fact));
  return advies.ontbreekt
    .filter((feit) => feiten.has(feit))
    .map((feit) => {
      const vraag = model.vraagVan.get(feit);
      return {
        onderdeel: feit,
        tekst: `Nog niet bekend: ${vraag?.kort ?? feit}. Wie het kan weten: ${vraag?.wieWeetHet ?? 'vraag de gemeente.'}`,
      };
    });
}

function findLegeVelden({ hulpvraag }: Verwijzing): Ontvanger['ontbreekt'] {
  return hulpvraag === ''
    ? [
        {
          onderdeel: 'hulpvraag',
          tekst: 'Er staat nog geen vraag aan de tafel in. Schrijf op wat u van de tafel wilt.',
        },
      ]
    : [];
}
