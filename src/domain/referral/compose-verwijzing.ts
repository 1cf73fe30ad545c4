import { type Advies, findGemeente, type TafelOordeel } from '../advice/advies.ts';
import { toDutchDate } from '../calendar.ts';
import { toAntwoordText } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Content } from '../model/content.ts';
import { findClientondersteuning } from '../model/gemeente.ts';
import type { Kanaal, Overlegtafel } from '../model/overlegtafel.ts';
import { ROL } from '../model/routing-facts.ts';
import type { MakeAnswerLink } from '../table-answers/answer-link.ts';
import type { Say } from '../texts.ts';
import type { Views } from '../views.ts';
import { toCallOpening } from './call-opening.ts';
import { composePackage } from './compose-package.ts';
import { estimateCosts } from './deployment.ts';
import { findOntvangerTafel, findOntvangerVia } from './find-ontvanger.ts';
import type { MailConcept } from './mail-concept.ts';
import { splitOnderwerp, toMailModel } from './mail-model.ts';
import {
  findMissingParts,
  listLeftEmpty,
  listNeeded,
  type Missing,
  type Soort,
  toSoort,
  type VerwijsStatus,
} from './needed-fields.ts';
import type { Costs, PackageDocument } from './package-document.ts';
import { writeAnswerLink, writeText } from './package-text.ts';
import { type PhoneCard, shortenPhoneCard, toPhoneCard, writePhoneCard } from './phone-card.ts';
import { findAskDay } from './referral-days.ts';
import type { Veld } from './veld.ts';
import type { Verwijzing, Warning } from './verwijzing.ts';

/** The referral: by whom and over which channel, the mail or text, and what is still missing. */
export interface VerwijsPakket {
  readonly tafel: Overlegtafel;
  /** A concept must not be sent yet: something that the table needs is missing, or a finding is not looked at. */
  readonly status: 'gereed' | 'concept';
  /** Whether the user refers, or asks someone who may. */
  readonly route: 'zelf' | 'via';
  readonly soort: Soort;
  readonly kanaal: Kanaal;
  readonly ontvanger: string;
  /** Who must be in cc, also when their address is not known. */
  readonly ccNamen: readonly string[];
  /** Whether the text travels as an e-mail, so that the package may be attached to it. */
  readonly perMail: boolean;
  readonly mail: MailConcept;
  /** The text without the link in it: by this a package is known again. */
  readonly eigenTekst: string;
  /** Where the table can answer; null where it cannot: a concept, a request to another, a call. */
  readonly antwoordlink: string | null;
  /** The day on which to look whether there is an answer: YYYY-MM-DD; null for a concept, a call, and what asks nothing. */
  readonly navragen: string | null;
  /** What every form of it is written from. */
  readonly document: PackageDocument;
  /** What to say, when the table is called; null otherwise. */
  readonly belkaart: PhoneCard | null;
  /** The text where it has to stay one page; null where it may be longer. */
  readonly opPapier: string | null;
  /** For the sender alone, like `leeg`: nothing that goes out is made from these. */
  readonly ontbreekt: readonly Missing[];
  /** What is not needed and stays empty, by name. */
  readonly leeg: readonly string[];
  readonly casuscode: string;
  readonly kosten: Costs | null;
  /** Null where the place of the name is left open to fill in. */
  readonly aanmelderNaam: string | null;
  /** Where the sender wants to be answered. */
  readonly email: string | null;
}

/** A case at a table that it can be referred to, at least as a concept. */
export interface ReferralCase {
  readonly advies: Advies;
  readonly oordeel: TafelOordeel;
  readonly status: Exclude<VerwijsStatus, 'nietMogelijk'>;
  readonly velden: readonly Veld[];
}

interface Bronnen {
  readonly content: Content;
  readonly model: Beslismodel;
  readonly views: Pick<Views, 'renderText' | 'hasText'>;
  readonly say: Say;
  /** Absent where no answers are kept. */
  readonly maakAntwoordlink?: MakeAnswerLink;
  readonly now: () => Date;
}

/** Composes the referral of a case from what was typed and checked. */
export function composeVerwijzing(
  { content, model, views, say, maakAntwoordlink, now }: Bronnen,
  { advies, oordeel, status, velden }: ReferralCase,
  {
    waarde: verwijzing,
    waarschuwingen,
  }: { readonly waarde: Verwijzing; readonly waarschuwingen: readonly Warning[] },
): VerwijsPakket {
  const { tafel, aanmelder } = oordeel;
  const { kanaal } = tafel;
  const { antwoorden } = advies.situatie;
  const gemeente = findGemeente(content, advies);
  const route = aanmelder.via === null ? 'zelf' : 'via';
  const soort = toSoort(tafel, aanmelder.via, verwijzing);
  const isPhone = kanaal.soort === 'telefoon';
  const ontvanger =
    aanmelder.via === null
      ? findOntvangerTafel(say, content, tafel, aanmelder.overlegMet, gemeente, soort === 'voortzetting')
      : findOntvangerVia(say, content, aanmelder.via, gemeente, isPhone);
  const needed = listNeeded(velden, soort, verwijzing);
  const today = toDutchDate(now());
  const parts = findMissingParts(say, model, advies, tafel, velden, needed, verwijzing, today);
  const review = waarschuwingen.some(({ bevestigd }) => !bevestigd);
  const concept = status === 'concept' || parts.length > 0 || review;
  const { financiering } = tafel.regels;
  const kosten = financiering ? estimateCosts(financiering, antwoorden, verwijzing) : null;
  const vraagRol = model.vraagOf.get(ROL);
  const known = {
    gemeente: gemeente?.naam ?? content.pakketvelden.teksten.onbekend,
    rol: vraagRol && antwoorden[ROL] !== undefined ? toAntwoordText(vraagRol, antwoorden) : null,
  };
  const document = composePackage({
    ...{ content, model, advies, oordeel, velden, verwijzing, soort, ontvanger, kosten, ...known },
    clientondersteuning: findClientondersteuning(content, gemeente).map(({ naam }) => naam),
  });
  const mailModel = toMailModel(content, advies, oordeel, velden, verwijzing, {
    ...known,
    ontvanger: ontvanger.naam,
    soort,
    concept,
  });
  const template = findTemplate(views, tafel, route);
  const render = (pakket: string) => splitOnderwerp(views.renderText(template, { ...mailModel, pakket }));
  const { belkaart: card } = content.pakketvelden;
  const caller = { oordeel, rol: antwoorden[ROL], ontvanger: ontvanger.naam, concept };
  const belkaart = isPhone
    ? {
        opening: toCallOpening({ content, say }, caller),
        stappen: toPhoneCard(document, card, kanaal.belvolgorde),
      }
    : null;
  const pakket = belkaart ? writePhoneCard(belkaart) : writeText(document);
  const { onderwerp, tekst: eigenTekst } = render(pakket);
  const casuscode = verwijzing.get('casuscode') ?? '';
  // Who confirms what was agreed already asks nothing of the table.
  const asks = !isPhone && !concept && (soort === 'aanmelding' || soort === 'vraag');
  const isAsked = asks || (!isPhone && !concept && soort === 'verzoek');
  const antwoordlink =
    (asks && maakAntwoordlink?.({ tafel: tafel.id, casuscode, tekst: eigenTekst })) || null;
  const tekst = antwoordlink
    ? render(`${pakket}\n\n${writeAnswerLink(say, antwoordlink)}`).tekst
    : eigenTekst;
  return {
    tafel,
    status: concept ? 'concept' : 'gereed',
    route,
    soort,
    kanaal,
    ontvanger: ontvanger.naam,
    ccNamen: ontvanger.ccNamen,
    perMail: kanaal.soort === 'e-mail' || (route === 'via' && !isPhone),
    mail: { aan: ontvanger.aan, cc: ontvanger.cc, onderwerp, tekst },
    eigenTekst,
    antwoordlink,
    navragen: isAsked ? findAskDay(today, verwijzing.get('overlegdatum')) : null,
    document,
    belkaart,
    opPapier: belkaart && render(writePhoneCard(shortenPhoneCard(belkaart, card.verder))).tekst,
    ontbreekt: [...parts, ...ontvanger.ontbreekt],
    leeg: listLeftEmpty(velden, needed, verwijzing),
    casuscode,
    kosten,
    aanmelderNaam: verwijzing.get('aanmelderNaam') ?? null,
    email: verwijzing.get('email') ?? null,
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
