import { findWoorden } from '../../domain/find-woorden.ts';
import type { Vraag } from '../../domain/model/vraag.ts';
import type { Voortgang } from '../../domain/questions/navigation.ts';
import type { WebDeps } from '../deps.ts';
import { createDeelMal, createPaginaMal, toGat } from '../mal.ts';
import type { Pagina } from '../page.ts';
import type { Html } from '../send-html.ts';
import { toGevaar } from '../to-gevaar.ts';
import { type Invoer, toAangevinkt, toQuestion, toQuestionPlace } from './to-question-page.ts';

type Deps = Pick<WebDeps, 'content' | 'model' | 'views' | 'render'>;

/** Makes the page of a question for these answers; with `invoer` when what was sent is wrong. */
export type QuestionView = (
  vraag: Vraag,
  voortgang: Voortgang,
  link: (pad: string) => string,
  invoer?: Invoer,
) => Html;

type Plek = ReturnType<typeof toQuestionPlace>;

/** The row of a question that was answered before, with holes for the answer and the link to change it. */
const toRijMetGaten = (vraag: string) => ({
  naam: vraag,
  waarde: toGat('waarde'),
  actie: { href: toGat('href'), tekst: 'Wijzig', over: vraag },
});

/**
 * Prepares the pages of the questions. A question that is asked for the first time, which is nearly always, is ready but
 * for its links and what was answered before; with an answer, a fault or open numbers in it, it is rendered as any page.
 */
export function createQuestionView({ content, model, views, render }: Deps): QuestionView {
  const woordenVan = new Map(
    model.vragen.map((vraag) => [vraag.feit, findWoorden(content.woordenlijst, toTeksten(vraag))]),
  );
  const renderVraag = (vraag: Vraag, plek: Plek, invoer: Invoer, gevaar: ReturnType<typeof toGevaar>) =>
    render(`/vragen/${vraag.slug}`, {
      template: 'vraag',
      titel: vraag.vraag,
      fout: Boolean(invoer.fout),
      gevaar,
      kruimels: [{ tekst: 'Vragen' }],
      model: { ...toQuestion(model, vraag, woordenVan.get(vraag.feit) ?? [], invoer), ...plek },
    } satisfies Pagina);

  const rijMallen = new Map(
    model.vragen.map(({ vraag }) => [
      vraag,
      createDeelMal(views.renderPart('data-list-rij', toRijMetGaten(vraag))),
    ]),
  );
  const toRij = ({ naam, waarde, actie: { href } }: Plek['eerdereAntwoorden'][number]) =>
    rijMallen.get(naam)?.(escapeAll({ waarde, href })) ?? '';
  const plaatsVanRijen = toRijMetGaten(toGat('rijen'));
  const rijenHtml = views.renderPart('data-list-rij', plaatsVanRijen);
  const mallen = new Map(
    model.vragen.map((vraag) => {
      const plek = {
        actie: toGat('actie'),
        vorige: toGat('vorige'),
        nogTeGaan: toGat('nogTeGaan'),
        eerdereAntwoorden: [plaatsVanRijen],
      };
      const html = renderVraag(vraag, plek, { gekozen: [] }, true);
      return [vraag.feit, createPaginaMal(html.replace(rijenHtml, () => toGat('rijen')))] as const;
    }),
  );

  function escapeAll(teksten: Readonly<Record<string, string>>): Record<string, string> {
    const veilig: Record<string, string> = {};
    for (const naam in teksten) veilig[naam] = views.escape(teksten[naam] ?? '');
    return veilig;
  }

  return (vraag, voortgang, link, invoer) => {
    const plek = toQuestionPlace(model, vraag, voortgang, link);
    const mal = mallen.get(vraag.feit);
    const isNieuw = !invoer && voortgang.antwoorden[vraag.feit] === undefined;
    // Open at once after that answer, and again above the advice; not above every question between.
    const gevaar = Object.keys(voortgang.antwoorden).length > 1 || toGevaar(voortgang.antwoorden);
    if (
      !mal ||
      !isNieuw ||
      gevaar === 'open' ||
      plek.vorige === null ||
      plek.eerdereAntwoorden.length === 0
    ) {
      const gekozen = toAangevinkt(voortgang.antwoorden, vraag);
      return renderVraag(vraag, plek, invoer ?? { gekozen }, gevaar);
    }
    const { actie, vorige, nogTeGaan, eerdereAntwoorden } = plek;
    const waarden = {
      ...escapeAll({ actie, vorige, nogTeGaan }),
      rijen: eerdereAntwoorden.map(toRij).join(''),
    };
    return (gzip) => mal(waarden, gzip);
  };
}

function toTeksten({ vraag, toelichting, waarom, opties }: Vraag): string[] {
  return [vraag, toelichting, waarom, ...opties.flatMap((optie) => [optie.tekst, optie.toelichting ?? ''])];
}
