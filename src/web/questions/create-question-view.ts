import { findWoorden } from '../../domain/find-woorden.ts';
import type { Vraag } from '../../domain/model/vraag.ts';
import type { Woord } from '../../domain/model/woord.ts';
import type { Voortgang } from '../../domain/questions/navigation.ts';
import type { GzipPart } from '../../published/gzip-parts.ts';
import { createAntwoordRijen } from '../antwoord-rij.ts';
import type { WebDeps } from '../deps.ts';
import type { Pagina } from '../page.ts';
import { createStukken, toGat } from '../stukken.ts';
import { toGevaar } from '../to-gevaar.ts';
import { type Invoer, toAangevinkt, toQuestion, toQuestionPlace } from './to-question-page.ts';

type Deps = Pick<WebDeps, 'content' | 'model' | 'views' | 'render'>;

/**
 * Makes the page of a question for these answers, which the links carry on as `stand`; with `invoer` when what was sent
 * is wrong.
 */
export type QuestionView = (vraag: Vraag, voortgang: Voortgang, stand: string, invoer?: Invoer) => GzipPart[];

/** Whether there is a question before this one, and whether there are answers to show. */
interface Plek {
  readonly vorige: boolean;
  readonly eerder: boolean;
}

/**
 * The pages of the questions. A question that is asked for the first time, which is nearly always, is a piece that is the
 * same for everyone; with an answer, a fault or open numbers in it, it is rendered as any page.
 */
export function createQuestionView({ content, model, views, render }: Deps): QuestionView {
  const stukken = createStukken();
  const toRijen = createAntwoordRijen(views);
  const woordenVan = new Map<string, readonly Woord[]>();
  const woordenBij = (vraag: Vraag): readonly Woord[] => {
    const woorden = woordenVan.get(vraag.feit) ?? findWoorden(content.woordenlijst, toTeksten(vraag));
    woordenVan.set(vraag.feit, woorden);
    return woorden;
  };
  const renderVraag = (
    vraag: Vraag,
    { vorige, eerder }: Plek,
    invoer: Invoer,
    gevaar: ReturnType<typeof toGevaar>,
  ) =>
    render(`/vragen/${vraag.slug}`, {
      template: 'vraag',
      titel: vraag.vraag,
      fout: Boolean(invoer.fout),
      gevaar,
      kruimels: [{ tekst: 'Vragen' }],
      model: {
        ...toQuestion(model, vraag, woordenBij(vraag), invoer),
        actie: `/vragen/${vraag.slug}${toGat('stand')}`,
        vorige: vorige ? `${toGat('vorige')}${toGat('stand')}` : null,
        nogTeGaan: toGat('nogTeGaan'),
        eerdereAntwoorden: eerder ? toGat('rijen') : null,
      },
    } satisfies Pagina);

  return (vraag, voortgang, stand, invoer) => {
    const { antwoorden } = voortgang;
    const { vorige, nogTeGaan, eerder } = toQuestionPlace(model, vraag, voortgang);
    const plek = { vorige: vorige !== null, eerder: eerder.length > 0 };
    // Open at once after that answer, and again above the advice; not above every question between.
    const gevaar = Object.keys(antwoorden).length > 1 || toGevaar(antwoorden);
    const isNieuw = !invoer && antwoorden[vraag.feit] === undefined;
    const tekst =
      isNieuw && gevaar === true && plek.vorige && plek.eerder
        ? stukken.toon(`vraag ${vraag.feit}`, () => renderVraag(vraag, plek, { gekozen: [] }, true))
        : renderVraag(vraag, plek, invoer ?? { gekozen: toAangevinkt(antwoorden, vraag) }, gevaar);
    const veilig = views.escape(stand);
    return stukken.vul(tekst, {
      stand: veilig,
      vorige: `/vragen/${vorige?.slug ?? ''}`,
      nogTeGaan,
      rijen: toRijen(eerder, antwoorden, veilig),
    });
  };
}

function toTeksten({ vraag, toelichting, waarom, opties }: Vraag): string[] {
  return [vraag, toelichting, waarom, ...opties.flatMap((optie) => [optie.tekst, optie.toelichting ?? ''])];
}
